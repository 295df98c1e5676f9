import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

/** Each language on its own: what a word means depends on it, and a message is judged by the one that knows it best. */
export const vocabularies = { en, de, es, fr, pt } as const;
export type KnownLanguage = keyof typeof vocabularies;
export const knownLanguages = ['en', 'de', 'es', 'fr', 'pt'] as const satisfies readonly KnownLanguage[];

import { en } from './en.ts';
import type { Words } from './words.ts';

/**
 * The words of a reader: their language, else the fallback's, else English.
 * @param locale BCP 47, for example `de-AT`
 * @param fallback BCP 47; the desk's
 */
export function wordsFor(locale: string | undefined, fallback: string): Words {
  return find(locale) ?? find(fallback) ?? en;
}

const languages: Readonly<Record<string, Words>> = { en };

function find(locale: string | undefined): Words | undefined {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}

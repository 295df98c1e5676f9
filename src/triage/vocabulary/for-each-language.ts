import type { KnownLanguage } from './vocabularies.ts';

/** What is made of a language's words, made when the language is first met: all of them at once are felt at the start. */
export function forEachLanguage<T>(make: (language: KnownLanguage) => T): (language: KnownLanguage) => T {
  const made = new Map<KnownLanguage, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

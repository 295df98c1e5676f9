import { localeFor } from '../words/words-for.ts';

/**
 * What a language is called.
 * @param language ISO 639-1
 * @param locale BCP 47, of the reader
 */
export function languageName(language: string, locale: string): string {
  if (!/^[a-z]{2,3}$/.test(language)) return '…';
  try {
    return new Intl.DisplayNames([localeFor(locale, 'en')], { type: 'language' }).of(language) ?? language;
  } catch {
    return language; // not known by name
  }
}

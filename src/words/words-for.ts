import { de } from './de.ts';
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

/**
 * The locale in which dates and numbers fit the words of {@link wordsFor}: `en-GB` stays `en-GB`, and a reader whose
 * language the desk does not speak gets the dates of the language it answers in.
 */
export function localeFor(locale: string | undefined, fallback: string): string {
  const spoken = [locale, fallback].find((one) => find(one) !== undefined) ?? 'en';
  return isLocale(spoken) ? spoken : languageOf(spoken);
}

const languages: Readonly<Record<string, Words>> = { en, de };

function find(locale: string | undefined): Words | undefined {
  const language = languageOf(locale ?? '');
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Whether `Intl` takes it: some systems write `de_AT`. */
function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

import type { Guess } from './assistant.ts';
import { plainly, wordsOf } from './plain-words.ts';
import { type KnownLanguage, knownLanguages, vocabularies } from './vocabulary/vocabularies.ts';

/** @returns the language of a text and how sure that is, 0 to 1; undefined when it cannot tell */
export type LanguageDetector = (text: string) => { readonly language: string; readonly confidence: number } | undefined;

/** More would only be taken for one of these. */
const told = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl'];

/** Loads the detector: a quarter of a second and a few megabytes, so not before it is needed. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  const { eld } = await import('eld/small');
  eld.setLanguageSubset(told);
  return (text) => {
    const found = eld.detect(text);
    if (found.language === '') return undefined;
    const [first = 0, second = 0] = Object.values(found.getScores()).toSorted((a, b) => b - a);
    const lead = first === 0 ? 0 : (first - second) / first;
    return { language: found.language, confidence: Math.min(0.98, (found.isReliable() ? 0.8 : 0.5) + lead / 2) };
  };
}

/** With fewer the detector guesses: _no internet_ is Portuguese to it. */
const fewestWords = 3;

const commonWords = new Map(
  knownLanguages.map((language) => [
    language,
    new Set(`${vocabularies[language].fillers} ${vocabularies[language].things}`.split(' ')),
  ]),
);

/**
 * The language of a message. One of a few words is told by the commonest of them, else it is taken to be that of the desk.
 * @param fallback ISO 639-1
 */
export function languageOf(text: string, fallback: string, detect?: LanguageDetector): Guess<string> {
  const words = wordsOf(plainly(text));
  const found = words.length < fewestWords ? undefined : detect?.(text);
  if (found && found.confidence >= 0.6) return { value: found.language, confidence: found.confidence, by: 'rules' };
  const counts = knownLanguages
    .map((language) => ({ language, count: words.filter((word) => commonWords.get(language)?.has(word)).length }))
    .toSorted((a, b) => b.count - a.count || Number(b.language === fallback) - Number(a.language === fallback));
  const [best, second] = counts;
  if (best && best.count > (second?.count ?? 0)) return { value: best.language, confidence: 0.7, by: 'rules' };
  return { value: fallback, confidence: 0.5, by: 'rules' };
}

/** The languages whose words are tried, the likeliest first; English words turn up in every language of offices. */
export function languagesFor(guess: Guess<string>): readonly KnownLanguage[] {
  const known = knownLanguages.find((language) => language === guess.value);
  if (!known || guess.confidence < 0.6) return knownLanguages;
  return known === 'en' ? ['en'] : [known, 'en'];
}

import snowball from 'snowball-stemmers';
import { type Language, languages, saysNothing } from './languages.ts';

/** A word as it stands in a text: `text.slice(start, end)`. */
export interface Word {
  readonly text: string;
  /** UTF-16 units from the begin of the text. */
  readonly start: number;
  readonly end: number;
}

/** Short first parts stay with what follows them: e-mail, Wi-Fi. Every letter and digit lies in exactly one word. */
const wordPattern =
  /(?<![\p{L}\p{N}\p{M}])\p{L}{1,2}-\p{L}[\p{L}\p{M}]*|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text in their order. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Lower case, without accents, apostrophes and hyphens: `L’Écran` is `ecran`. */
export function folded(word: string): string {
  return withoutAccents(plain(word));
}

/**
 * What a word is found by, without function words: its stem, and where they differ the stem of its form without accents,
 * which is how people type. Scripts without spaces between words give the pairs of their letters.
 */
export function termsOf(word: string, language: Language): readonly string[] {
  const known = caches[language].get(word);
  if (known) return known;
  const terms = makeTerms(word, language);
  if (caches[language].size >= mostCached) caches[language].clear();
  caches[language].set(word, terms);
  return terms;
}

/** All terms of a text, in order. */
export function termsIn(text: string, language: Language): readonly string[] {
  return wordsOf(text).flatMap((word) => termsOf(word.text, language));
}

const mostCached = 50_000;
const caches = byLanguage(() => new Map<string, readonly string[]>());

const names: Readonly<Record<Language, string>> = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  pt: 'portuguese',
};
const stemmers = byLanguage((language) => snowball.newStemmer(names[language]));

/** Nobody's word; stemming it would only take long. */
const longestWord = 60;

function makeTerms(written: string, language: Language): readonly string[] {
  const word = plain(written);
  const bare = withoutAccents(word);
  if (bare === '' || saysNothing(bare)) return [];
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(bare)) return pairsOf(bare);
  if (bare.length > longestWord) return [bare];
  return [...new Set([stem(word, language), stem(bare, language)])];
}

function stem(word: string, language: Language): string {
  const stemmed = withoutAccents(stemmers[language].stem(word));
  // Umlauts are typed as two letters, too; both ways must meet.
  return language === 'de' ? stemmed.replace(/(?<!q)([aou])e/g, '$1') : stemmed;
}

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:[cdjlmnst]|qu)['’](?=\p{L}{2})/u, '')
    .replace(/['’]s$/u, '')
    .replace(/['’-]/gu, '');
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ß/g, 'ss')
    .normalize('NFC');
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const [en, de, es, fr, pt] = languages;
  return { en: make(en), de: make(de), es: make(es), fr: make(fr), pt: make(pt) };
}

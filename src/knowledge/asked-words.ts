import type { Bm25 } from './bm25.ts';
import type { Language } from './languages.ts';
import type { Synonyms } from './synonyms.ts';
import type { Reading, Vocabulary } from './vocabulary.ts';
import { termsOf, type Word, wordsOf } from './words-of.ts';

/** A word of a question that says something. */
export interface AskedWord {
  /** As it was written. */
  readonly text: string;
  /** How rare it is in the articles, above 0: the most for a word that is in none. */
  readonly rarity: number;
  /** Written like a name: a capital within the sentence, or letters with digits. */
  readonly isName: boolean;
  /** What it is found by; only what the index knows. */
  readonly readings: readonly Reading[];
}

/** What a question is read by. */
export interface QuestionReader {
  readonly index: Bm25;
  readonly vocabulary: Vocabulary;
  readonly synonyms: Synonyms;
  /** Those of the articles: a question is too short to tell its own. */
  readonly languages: readonly Language[];
}

/** Nobody asks with more words; what comes after them is a log or a mail that was pasted in. */
const mostWords = 60;

/** The words of a question, each once. */
export function askedWords(question: string, reader: QuestionReader): readonly AskedWord[] {
  const words = wordsOf(question)
    .map((word) => ({
      word,
      terms: [...new Set(reader.languages.flatMap((language) => termsOf(word.text, language)))],
    }))
    .filter(({ terms }) => terms.length > 0);
  const seen = new Set<string>();
  return words.slice(0, mostWords).flatMap(({ word, terms }, at) => {
    const key = terms.join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    const meant = reader.synonyms.readingsAt(
      words.map((other) => other.terms),
      at,
    );
    return [asked(word, terms, meant, question, reader)];
  });
}

function asked(
  word: Word,
  terms: readonly string[],
  meant: readonly Reading[],
  question: string,
  { index, vocabulary }: QuestionReader,
): AskedWord {
  const own = terms.map((term) => ({ terms: [term], weight: 1 }));
  const all = [...own, ...meant, ...terms.flatMap((term) => vocabulary.readingsOf(term))];
  const readings = all.filter((reading) => reading.terms.every((term) => index.has(term)));
  return { text: word.text, rarity: rarityOf(readings, index), isName: isName(word, question), readings };
}

/** That of the best way to read it. */
function rarityOf(readings: readonly Reading[], index: Bm25): number {
  const best = Math.max(0, ...readings.map(({ weight }) => weight));
  const rarities = readings
    .filter(({ weight }) => weight === best)
    .map(({ terms }) => Math.max(...terms.map((term) => index.rarity(term))));
  return rarities.length > 0 ? Math.min(...rarities) : index.rarity('');
}

function isName({ text, start }: Word, question: string): boolean {
  if (/\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(text)) return true;
  return /^\p{Lu}/u.test(text) && !/(?:^|[.!?:\n])[\s"'(]*$/.test(question.slice(0, start));
}

import { cut } from '../../chat/plain-text.ts';
import { languageOf } from '../../knowledge/languages.ts';
import { folded, termsIn, wordsOf } from '../../knowledge/words-of.ts';
import type { Said } from '../assistant.ts';

const mostSentences = 4;
const longestSentence = 240;

interface Sentence {
  readonly at: number;
  readonly text: string;
  readonly terms: readonly string[];
}

/**
 * A talk in a few of its own sentences: how it began, how it stands, and what is spoken of most. Nobody's words are changed.
 * @returns undefined when it is no longer than that anyway
 */
export function shortened(talk: readonly Said[]): string | undefined {
  const language = languageOf(talk.flatMap(({ text }) => wordsOf(text).map((word) => folded(word.text))));
  const sentences = talk
    .flatMap(({ text }) => sentencesOf(text))
    .map((text, at): Sentence => ({ at, text, terms: [...new Set(termsIn(text, language))] }))
    .filter(({ terms }) => terms.length > 0);
  if (sentences.length <= mostSentences) return undefined;
  const [first, last] = [sentences[0], sentences.at(-1)];
  const weight = weightsIn(sentences);
  const told = sentences
    .slice(1, -1)
    .toSorted((one, other) => weight(other) - weight(one) || one.at - other.at)
    .slice(0, mostSentences - 2);
  return [first, ...told.toSorted((one, other) => one.at - other.at), last]
    .flatMap((sentence) => (sentence ? [cut(sentence.text, longestSentence)] : []))
    .join('\n');
}

/** How much of what the talk is about a sentence says; a long one says more and is not the better for it. */
function weightsIn(sentences: readonly Sentence[]): (sentence: Sentence) => number {
  const counts = new Map<string, number>();
  for (const term of sentences.flatMap(({ terms }) => terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return ({ terms }) => terms.reduce((sum, term) => sum + (counts.get(term) ?? 0) - 1, 0) / Math.sqrt(terms.length);
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

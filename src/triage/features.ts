import { plainly, wordsOf } from './plain-words.ts';

/** What a classifier sees of a message: numbered features with their weights, whole numbers so that they add up exactly. */
export type Features = ReadonlyMap<number, number>;

/** Features are numbered by a hash: no word of a message can be read from what was learnt. */
const numbers = 2 ** 22;
/** The length of a message's features, as a vector: long messages count no more than short ones. */
const length = 1000;
/** Parts of words count half: there are many of them. */
const ofWord = 2;
const ofPart = 1;

/**
 * The words of a message, pairs and triples of them, and parts of words of three and four letters, which know a word with a
 * typo or another ending.
 * @param hints what rules have seen in it, each a feature of its own
 */
export function featuresOf(text: string, hints: readonly string[] = []): Features {
  const words = wordsOf(plainly(text));
  const weights = new Map<number, number>();
  const add = (name: string, weight: number) => weights.set(hashed(name), weight);
  for (const name of partsIn(words)) add(`p ${name}`, ofPart);
  for (const name of wordGroups(words)) add(`w ${name}`, ofWord);
  add(`length ${Math.min(6, words.length)}`, ofWord);
  if (text.includes('?')) add('?', ofWord);
  for (const hint of hints) add(`hint ${hint}`, ofWord);
  return scaled(weights);
}

function wordGroups(words: readonly string[]): readonly string[] {
  const framed = ['^', ...words, '$'];
  const pairs = framed.slice(1).map((word, index) => `${framed[index]} ${word}`);
  const skips = words.slice(2).map((word, index) => `${words[index]} * ${word}`);
  return [...words, ...pairs, ...skips];
}

function partsIn(words: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const word of words) {
    const framed = `_${word.slice(0, 30)}_`;
    for (let size = 3; size <= 4; size += 1)
      for (let at = 0; at + size <= framed.length; at += 1) parts.push(framed.slice(at, at + size));
  }
  return parts;
}

function scaled(weights: ReadonlyMap<number, number>): Features {
  const norm = Math.hypot(...weights.values());
  return new Map([...weights].map(([feature, weight]) => [feature, Math.max(1, Math.round((length * weight) / norm))]));
}

/** FNV-1a, mixed once more. */
function hashed(name: string): number {
  let hash = 2166136261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) % numbers;
}

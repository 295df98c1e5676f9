import { languageOf } from '../../knowledge/languages.ts';
import { folded, termsIn, wordsOf } from '../../knowledge/words-of.ts';
import type { Passage } from '../assistant.ts';

export interface Quote {
  /** Undefined: the model named one that it was not given. */
  readonly passage: Passage | undefined;
  readonly quote: string;
}

/** A shorter quote stands in any text. */
const shortestQuote = 12;
/** This share of an answer's words must stand in its quotes and their titles, where both are in one language. */
const enoughWords = 0.6;

/**
 * Whether an answer stands on what it cites: every passage was given, every quote stands in its passage, every number, link
 * and address in it is theirs, and so are most of its words.
 * @returns the ids of the passages; undefined when it does not
 */
export function isSupported(text: string, question: string, quotes: readonly Quote[]): readonly string[] | undefined {
  const passages = quotes.flatMap(({ passage, quote }) => (passage && isIn(quote, passage) ? [passage] : []));
  if (passages.length === 0 || passages.length < quotes.length) return undefined;
  const cited = [...new Set(passages)];
  const source = cited.map(({ title, text: body }) => `${title}\n${body}`).join('\n');
  const said = [...quotes.map(({ quote }) => quote), ...cited.map(({ title }) => title)].join('\n');
  if (!hasNothingNew(text, `${source}\n${question}`) || shareIn(text, said) < enoughWords) return undefined;
  return cited.map(({ id }) => id);
}

/** Whether every number, link, address and name of a thing in a text stands in its source, too. */
export function hasNothingNew(text: string, source: string): boolean {
  const known = new Set(hardFacts(source));
  return hardFacts(text).every((fact) => known.has(fact));
}

/** Whether every link and address in a text stands in its source, too; digits may be written another way. */
export function hasNoNewLink(text: string, source: string): boolean {
  const known = new Set(links(source));
  return links(text).every((link) => known.has(link));
}

function isIn(quote: string, { title, text }: Passage): boolean {
  const plain = evened(quote);
  return plain.length >= shortestQuote && evened(`${title}\n${text}`).includes(plain);
}

/** Line breaks, quotation marks and Markdown's signs are written in many ways. */
function evened(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`#>“”„"'‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function hardFacts(text: string): readonly string[] {
  // One digit counts things and steps, and may have been a word.
  const numbers = text.match(/\d+(?:[.,:/-]\d+)+|\d{2,}/g) ?? [];
  return [...links(text), ...numbers];
}

function links(text: string): readonly string[] {
  const found = text.match(/\b(?:https?:\/\/|www\.)[^\s<>()"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi) ?? [];
  return found.map((link) => link.toLowerCase().replace(/[.,;:!?/]+$/, ''));
}

/** 1 where the languages differ: then words prove nothing, and quotes and hard facts have to do. */
function shareIn(text: string, source: string): number {
  const [mine, theirs] = [languageIn(text), languageIn(source)];
  if (mine !== theirs) return 1;
  const known = new Set(termsIn(source, theirs));
  const own = [...new Set(termsIn(text, mine))];
  return own.length === 0 ? 1 : own.filter((term) => known.has(term)).length / own.length;
}

function languageIn(text: string) {
  return languageOf(wordsOf(text).map((word) => folded(word.text)));
}

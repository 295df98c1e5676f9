import { commonSynonyms } from '../knowledge/common-synonyms.ts';
import { languageOf, saysNothing } from '../knowledge/languages.ts';
import { folded, termsOf, wordsOf } from '../knowledge/words-of.ts';
import { commonWords, faultWords, fillers, sameThings } from './matter-words.ts';

/** What a short report is about: its terms with their weights. */
export interface Gist {
  readonly terms: ReadonlyMap<string, number>;
  /** How the terms were written, for people. */
  readonly written: ReadonlyMap<string, string>;
  readonly service?: string;
}

/** What a report says. */
export interface Told {
  readonly title: string;
  readonly text: string;
  readonly service?: string | undefined;
}

/** A service of desk.yaml, by whose words people call it. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
  readonly keywords: readonly string[];
}

const thingWeight = 1.5;
const wordWeight = 1;
const commonWeight = 0.5;
const faultWeight = 0.3;
/** A longer text is a log or a mail that was pasted in. */
const longestText = 600;
/** A compound, such as Netzwerkdrucker, ends or begins with a thing of at least so many letters. */
const shortestPart = 5;

/** Reads what reports are about. Services of desk.yaml and their keywords are things of their own. */
export class GistReader {
  readonly #things: ReadonlyMap<string, string>;

  constructor(services: readonly NamedThing[]) {
    this.#things = thingsOf(services);
  }

  /** The gist of a report: what it names, what is wrong with it, and the rest of its words. */
  read({ title, text, service }: Told): Gist {
    const words = wordsOf(`${title} ${text.slice(0, longestText)}`).map(({ text: word }) => word);
    const language = languageOf(words.map(folded));
    const terms = new Map<string, number>();
    const written = new Map<string, string>();
    for (let at = 0; at < words.length; at += 1) {
      const pair = this.#pairAt(words, at);
      const word = pair?.written ?? words[at] ?? '';
      const found = pair ?? this.#termOf(word, language);
      if (pair) at += 1;
      if (!found) continue;
      terms.set(found.term, Math.max(found.weight, terms.get(found.term) ?? 0));
      if (!written.has(found.term)) written.set(found.term, word);
    }
    if (service) terms.set(thing(service), thingWeight);
    return { terms, written, ...(service ? { service } : {}) };
  }

  #termOf(written: string, language: Parameters<typeof termsOf>[1]) {
    const word = folded(written);
    const named = this.#things.get(word) ?? this.#partOf(word);
    if (named) return { term: named, weight: commonWords.has(word) ? commonWeight : thingWeight };
    if (faultWords.has(word)) return { term: 'fault', weight: faultWeight };
    if (fillers.has(word) || saysNothing(word) || /^\p{N}+$/u.test(word)) return undefined;
    const [term] = termsOf(written, language);
    return term ? { term, weight: commonWords.has(word) ? commonWeight : wordWeight } : undefined;
  }

  /** *file server* is what *fileserver* is. */
  #pairAt(words: readonly string[], at: number) {
    const [one = '', other = ''] = words.slice(at, at + 2);
    const term = other === '' ? undefined : this.#things.get(`${folded(one)}${folded(other)}`);
    return term ? { term, weight: thingWeight, written: `${one} ${other}` } : undefined;
  }

  #partOf(word: string): string | undefined {
    if (word.length < shortestPart + 3) return undefined;
    for (let cut = shortestPart; cut <= word.length - 3; cut += 1) {
      const found = this.#things.get(word.slice(word.length - cut)) ?? this.#things.get(word.slice(0, cut));
      if (found) return found;
    }
    return undefined;
  }
}

/** Whether the words ask how to do something, and nothing is wrong. */
export function asksHow(text: string): boolean {
  return howTo.test(text.trim().toLowerCase()) && !hasFault(text);
}

const howTo =
  /^(?:(?:hi|hello|hey|hallo|moin)[\s,!]+)?(?:how (?:do|can|should|to)|how\b|where\b|who\b|which\b|when\b|what(?:'s| is| are)\b|is (?:it|there)\b|can (?:i|we|you|someone|somebody)\b|could\b|may i\b|do we\b|wie (?:kann|mache|geht man|bekomme|richte)|wo\b|wer\b|welche|wann\b|gibt es\b|kann (?:ich|man|mir)\b|darf ich\b)/u;

/** Whether the words say that something is wrong, and wish for nothing. */
export function saysTrouble(text: string): boolean {
  return hasFault(text) && !asksHow(text) && !wish.test(text.toLowerCase());
}

const wish =
  /(?:i|we) (?:need|want|would like|'d like) (?:a|an|another|new|some|access)\b|please (?:order|install|create|grant|give|set up)\b|(?:ich|wir) (?:brauche[n]?|hätte[n]? gern)|bitte (?:bestell|installier|richte)/u;

function hasFault(text: string): boolean {
  return wordsOf(text).some(({ text: word }) => faultWords.has(folded(word)) && !weakFaults.has(folded(word)));
}

/** These are in questions, too. */
const weakFaults = new Set([
  'connect',
  'connecting',
  'open',
  'start',
  'reach',
  'load',
  'message',
  'code',
  'verbinden',
  'offnen',
  'erreichen',
  'zugriff',
]);

/** How a thing stands among the terms. */
const thing = (id: string) => `@${id}`;

/** By their words: services first, then what is commonly called by several. */
function thingsOf(services: readonly NamedThing[]): ReadonlyMap<string, string> {
  const things = new Map<string, string>();
  for (const { id, name, keywords } of services)
    for (const word of [id, name, ...keywords].map(asOne)) things.set(word, thing(id));
  for (const group of [...sameThings, ...commonSynonyms.filter(isThing)]) {
    const words = group.map(asOne);
    const claimed = new Set(words.flatMap((word) => things.get(word) ?? []));
    const [only] = claimed;
    const name = claimed.size === 1 && only ? only : `~${words[0]}`;
    for (const word of words) if (!things.has(word)) things.set(word, name);
  }
  return things;
}

/** Words that are written apart stand together. */
function asOne(words: string): string {
  return folded(words.replace(/[\s-]+/gu, ''));
}

/** Verbs and states say nothing of what it is about. */
function isThing(group: readonly string[]): boolean {
  return !group.some((word) => faultWords.has(folded(word)) || notThings.has(word) || fillers.has(folded(word)));
}
const notThings = new Set([
  'choose',
  'lose',
  'send',
  'steal',
  'forget',
  'temporary',
  'update',
  'information',
  'corporate',
]);

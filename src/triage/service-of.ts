import type { ServiceConfig } from '../config/desk-config.ts';
import type { Guess } from './assistant.ts';
import { isWithinOneEdit, plainly, wordsOf } from './plain-words.ts';

/** Shorter words have too many neighbours: _mail_ and _main_, _login_ and _logic_. */
const shortestTyped = 6;

/**
 * The service that the words are about, by its name and keywords as whole words, or with one letter wrong in a long one.
 * Most keywords win, then the longest; of two alike the first of desk.yaml.
 */
export function serviceIn(text: string, services: readonly ServiceConfig[]): Guess<string> | undefined {
  const words = wordsOf(spoken(text));
  const line = ` ${words.join(' ')} `;
  const weighed = services
    .map((service) => ({ service, ...hitsIn(line, words, service) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || b.longest - a.longest);
  const [best, second] = weighed;
  if (!best) return undefined;
  const isClear = !second || best.hits > second.hits;
  const confidence = (isClear ? 0.85 : 0.6) - (best.isTyped ? 0.1 : 0);
  return { value: best.service.id, confidence, by: 'rules' };
}

function hitsIn(line: string, words: readonly string[], service: ServiceConfig) {
  const keywords = keywordsOf(service);
  const exact = keywords.filter((keyword) => keyword !== '' && line.includes(` ${keyword} `));
  const typed = exact.length > 0 ? [] : keywords.filter((keyword) => isTypedIn(words, keyword));
  const found = [...exact, ...typed];
  return {
    hits: found.length,
    longest: Math.max(0, ...found.map(({ length }) => length)),
    isTyped: exact.length === 0,
  };
}

/** desk.yaml is read once, messages come all the time. */
const made = new WeakMap<ServiceConfig, readonly string[]>();

function keywordsOf(service: ServiceConfig): readonly string[] {
  const known = made.get(service);
  if (known) return known;
  const keywords = [...new Set([service.name, ...service.keywords].map((word) => wordsOf(spoken(word)).join(' ')))];
  made.set(service, keywords);
  return keywords;
}

function isTypedIn(words: readonly string[], keyword: string): boolean {
  if (keyword.length < shortestTyped || keyword.includes(' ')) return false;
  return words.some((word) => word.length >= shortestTyped - 1 && isWithinOneEdit(word, keyword));
}

/** A hyphen, a slash or an apostrophe parts words, in keywords as in messages: _Wi-Fi_ is found in _the wi fi_. */
const spoken = (text: string) => plainly(text).replaceAll(/[-/_']/gu, ' ');

import type { AskedWord } from './asked-words.ts';
import type { ArticleHit, PassageHit, SearchResult } from './lexical-index.ts';
import { termsIn } from './words-of.ts';

/** How well passages of an article carry an answer to a question. */
export interface Evidence {
  /** 0 to 1. */
  readonly score: number;
  /** The share of the question's words, by their rarity, that the passages have with their headings and title. */
  readonly coverage: number;
  /** How far the article is ahead of the next, 0 to 1. */
  readonly margin: number;
  /** The share of the best passages of all articles that are its own. */
  readonly agreement: number;
}

/** A name that an article does not know is a sign that it speaks of something else. */
const nameWeight = 2;
/** Less than this share of the question in the title and headings, and the passages speak of something else. */
const leastOnTopic = 0.15;
/** What they count then. */
const offTopic = 0.55;
/** A question says at least so much: as one word that stands in a quarter of the articles. */
const leastSaid = 1.4;
/** What is in the article, but neither in its title nor in what is quoted. */
const elsewhere = 0.4;
/** So many of the best passages of all articles are looked at. */
const mostPassages = 5;

/** @param quoted passages of the article */
export function evidenceOf(
  { words, articles }: SearchResult,
  hit: ArticleHit,
  quoted: readonly PassageHit[],
): Evidence {
  const coverage = coverageOf(words, hit, quoted);
  // What says the same in another language is no rival.
  const rivals = articles.filter(({ language }) => language === hit.language);
  const second = rivals.find(({ article }) => article !== hit.article)?.score ?? 0;
  const margin = hit.score > 0 ? Math.max(0, 1 - second / hit.score) : 0;
  const agreement = agreementOf(rivals, hit);
  return { score: coverage * (0.8 + 0.1 * margin + 0.1 * agreement), coverage, margin, agreement };
}

function coverageOf(
  words: readonly AskedWord[],
  { article, language, passages }: ArticleHit,
  quoted: readonly PassageHit[],
) {
  const terms = (texts: readonly string[]) => new Set(texts.flatMap((text) => termsIn(text, language)));
  const topic = terms([article.title, ...quoted.flatMap(({ headings }) => headings)]);
  const near = new Set([...topic, ...terms(quoted.map(({ text }) => text))]);
  const far = terms(passages.map(({ text }) => text));
  let [covered, all, said, onTopic] = [0, 0, 0, 0];
  for (const word of words) {
    const weight = word.rarity * (word.isName ? nameWeight : 1);
    all += weight;
    const how = Math.max(howWell(word, near), elsewhere * howWell(word, far));
    covered += weight * how;
    said += word.rarity * how;
    onTopic += weight * howWell(word, topic);
  }
  if (said < leastSaid) return 0;
  return (covered / all) * (onTopic >= leastOnTopic * all ? 1 : offTopic);
}

/** The weight of the best reading whose terms are all there. */
function howWell({ readings }: AskedWord, terms: ReadonlySet<string>): number {
  return Math.max(
    0,
    ...readings.filter((reading) => reading.terms.every((term) => terms.has(term))).map(({ weight }) => weight),
  );
}

function agreementOf(articles: readonly ArticleHit[], hit: ArticleHit): number {
  const best = articles
    .flatMap(({ article, passages }) => passages.slice(0, mostPassages).map(({ score }) => ({ article, score })))
    .sort((one, other) => other.score - one.score)
    .slice(0, mostPassages);
  return best.length === 0 ? 0 : best.filter(({ article }) => article === hit.article).length / best.length;
}

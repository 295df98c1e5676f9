import { type Evidence, evidenceOf } from './evidence.ts';
import type { ArticleHit, PassageHit, SearchResult } from './lexical-index.ts';
import { passagesOf } from './passages.ts';
import type { IndexedArticle } from './prepared-article.ts';

/** A passage as it stands in an article. It is text of others: shown, never obeyed. */
export interface Quote {
  readonly articleId: string;
  readonly title: string;
  /** The headings that it stands under, the outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Where it stands in the article's body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

export type Answer =
  | { readonly is: 'answer'; readonly quotes: readonly Quote[]; readonly evidence: Evidence }
  | { readonly is: 'unknown'; readonly evidence: Evidence | undefined };

/** From this evidence on an answer is shown; docs/knowledge.md tells where the number comes from. */
export const enoughEvidence = 0.5;

/** A second passage is quoted when it is nearly as good as the first. */
const nearlyAsGood = 0.7;
const mostQuotes = 2;

/** Answers with passages of the best article, or not at all when they do not carry it. */
export function answerFrom(result: SearchResult, threshold = enoughEvidence): Answer {
  const best = result.articles[0];
  if (!best) return { is: 'unknown', evidence: undefined };
  const quoted = passagesToQuote(best);
  const evidence = evidenceOf(result, best, quoted);
  if (quoted.length === 0 || evidence.score < threshold) return { is: 'unknown', evidence };
  return { is: 'answer', quotes: quoted.map((passage) => toQuote(best, passage)), evidence };
}

/** In the order of the article. */
function passagesToQuote({ article, passages }: ArticleHit): readonly PassageHit[] {
  const first = passages[0]?.score ?? 0;
  const best = passages.filter(({ score }) => score >= first * nearlyAsGood).slice(0, mostQuotes);
  const starts = new Set(best.map(({ start }) => start));
  const following = best.flatMap((passage) => next(article, passage) ?? []).filter(({ start }) => !starts.has(start));
  return [...best, ...following].sort((one, other) => one.start - other.start);
}

/** "Do the following:" is no answer without what follows. */
function next({ body }: IndexedArticle, { text, start, score }: PassageHit): PassageHit | undefined {
  if (!text.trimEnd().endsWith(':')) return undefined;
  const after = passagesOf(body).find((passage) => passage.start > start);
  return after && { ...after, score };
}

function toQuote({ article }: ArticleHit, { headings, text, start, end }: PassageHit): Quote {
  return { articleId: article.id, title: article.title, headings, text, start, end };
}

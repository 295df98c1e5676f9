import type { ArticleHit } from './lexical-index.ts';

/** How soon a lower rank stops to count: the usual value. */
const k = 60;

/**
 * Puts together what was found by words and what lies near by meaning: each article counts by its rank in both lists
 * (Cormack, Clarke and Büttcher, 2009: "Reciprocal Rank Fusion").
 * @param near ids, the nearest first
 * @param unscored a hit for an article that none of the words are in
 */
export function fused(
  hits: readonly ArticleHit[],
  near: readonly string[],
  unscored: (id: string) => ArticleHit | undefined,
): readonly ArticleHit[] {
  const byId = new Map(hits.map((hit) => [hit.article.id, hit]));
  const scores = new Map<string, number>();
  for (const ids of [hits.map(({ article }) => article.id), near])
    for (const [rank, id] of ids.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (k + rank + 1));
  return [...scores].sort(([, one], [, other]) => other - one).flatMap(([id]) => byId.get(id) ?? unscored(id) ?? []);
}

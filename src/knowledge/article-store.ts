import type { Article, ArticleState } from './article.ts';

/** Where articles are kept. */
export interface ArticleStore {
  find(id: string): Promise<Article | undefined>;
  /** All in a state, without their history, by id. */
  inState(state: ArticleState): Promise<readonly Article[]>;
  /** @returns false when there is one with this id */
  add(article: Article): Promise<boolean>;
  /** Writes the next version. @returns false when somebody else has written since it was read: read it again */
  write(before: Article, next: Article): Promise<boolean>;
}

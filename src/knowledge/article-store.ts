import type { Article, ArticleState, ArticleText } from './article.ts';

/** By this one sees whether an article has changed. */
export interface ArticleStamp {
  readonly id: string;
  readonly version: number;
  /** When it was written. */
  readonly at: Date;
}

/** What a list shows of an article. */
export interface ArticleTitle {
  readonly id: string;
  readonly version: number;
  readonly text: Omit<ArticleText, 'body'>;
}

/** Where articles are kept. */
export interface ArticleStore {
  find(id: string): Promise<Article | undefined>;
  /** All in a state, without their history, by id. */
  inState(state: ArticleState): Promise<readonly Article[]>;
  /** @returns false when there is one with this id */
  add(article: Article): Promise<boolean>;
  /** Those of these ids, without their history; what is not there is left out. */
  all(ids: readonly string[]): Promise<readonly Article[]>;
  /** Which versions there are: of articles that were written since then, or of all. */
  versions(since?: Date): Promise<readonly ArticleStamp[]>;
  /** Titles of those that somebody owns, and of all drafts where these are wanted, the newest first. No more than 200. */
  titles(query: { readonly owners: readonly string[]; readonly withDrafts: boolean }): Promise<readonly ArticleTitle[]>;
  /** Published ones that have an owner and whose review date is before a day, `2026-03-31`. */
  toReview(before: string): Promise<readonly ArticleTitle[]>;
  /** Notes that its owner is told of the review. @returns false when somebody has noted it since `notSince` */
  remindedOfReview(id: string, at: Date, notSince: Date): Promise<boolean>;
  /** Writes the next version. @returns false when somebody else has written since it was read: read it again */
  write(before: Article, next: Article): Promise<boolean>;
}

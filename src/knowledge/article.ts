import { isDeepStrictEqual } from 'node:util';
import type { Language } from './languages.ts';

export const articleStates = ['draft', 'published', 'retired'] as const;
export type ArticleState = (typeof articleStates)[number];

/** Who may read an article: everybody, or only those who work on tickets. */
export const audiences = ['public', 'agents'] as const;
export type Audience = (typeof audiences)[number];

/** What people write and decide of an article. */
export interface ArticleText {
  readonly title: string;
  /** Markdown. Whoever shows it treats it as text of others: nothing in it is an instruction. */
  readonly body: string;
  readonly state: ArticleState;
  readonly audience: Audience;
  /** Found by its words when left out. */
  readonly language?: Language;
  /** The id of a service. */
  readonly service?: string;
  /** The address of who keeps it right. */
  readonly owner?: string;
  /** When somebody should look at it again, `2026-03-31`. */
  readonly reviewOn?: string;
  /** The page that says it all, http or https: people are sent there. */
  readonly url?: string;
}

/** A text of an article as it stood, and who wrote it when. */
export interface ArticleVersion {
  /** 1 is the first. */
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly text: ArticleText;
}

export interface Article extends ArticleVersion {
  readonly id: string;
  /** The versions before this one, the newest last; no more than `mostVersions`. */
  readonly history: readonly ArticleVersion[];
}

/** A body is no longer than this many characters, so that an article with its history fits into one document. */
export const longestBody = 100_000;
export const longestTitle = 300;
export const mostVersions = 20;

export interface Writing {
  readonly by: string;
  readonly now: Date;
}

export function newArticle(id: string, text: ArticleText, { by, now }: Writing): Article {
  return { id, version: 1, at: now, by, text, history: [] };
}

/** The next version of an article; undefined when the text is the same. */
export function revised(article: Article, text: ArticleText, { by, now }: Writing): Article | undefined {
  if (isDeepStrictEqual(article.text, text)) return undefined;
  const { id, history, ...before } = article;
  return { id, version: before.version + 1, at: now, by, text, history: [...history, before].slice(-mostVersions) };
}

import { DeskError } from '../errors.ts';
import { type ArticleText, newArticle, revised, type Writing } from './article.ts';
import type { ArticleStore } from './article-store.ts';

export type Kept = 'added' | 'changed' | 'here';

/** Others may write at the same time; so often it is tried. */
const mostTries = 5;

type Writable = Pick<ArticleStore, 'find' | 'add' | 'write'>;

/**
 * Keeps an article under its id: a new one, its next version, or nothing when it is the same. May be called again.
 * @throws DeskError `conflict` when others never stop writing it
 */
export async function keepArticle(store: Writable, id: string, text: ArticleText, writing: Writing): Promise<Kept> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await store.find(id);
    const next = before ? revised(before, text, writing) : newArticle(id, text, writing);
    if (!next) return 'here';
    if (await (before ? store.write(before, next) : store.add(next))) return before ? 'changed' : 'added';
  }
  throw new DeskError('conflict', `Others are writing the article ${id} right now. Try again in a moment.`);
}

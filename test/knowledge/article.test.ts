import { describe, expect, it } from '@jest/globals';
import { type ArticleText, mostVersions, newArticle, revised } from '../../src/knowledge/article.ts';
import type { ArticleStore } from '../../src/knowledge/article-store.ts';
import { keepArticle } from '../../src/knowledge/keep-article.ts';

const now = new Date('2026-03-02T09:00Z');
const writing = { by: 'ben@example.com', now };
const text: ArticleText = { title: 'VPN', body: 'Open Tunnel.', state: 'published', audience: 'public' };

describe('an article', () => {
  it('keeps the text before with each new version', () => {
    const later = new Date('2026-03-03T09:00Z');
    const next = revised(
      newArticle('vpn', text, writing),
      { ...text, body: 'Open it.' },
      { by: 'max@example.com', now: later },
    );

    expect(next).toEqual({
      ...{ id: 'vpn', version: 2, at: later, by: 'max@example.com', text: { ...text, body: 'Open it.' } },
      history: [{ version: 1, at: now, by: 'ben@example.com', text }],
    });
  });

  it('has no new version without a change', () => {
    expect(revised(newArticle('vpn', text, writing), { ...text }, writing)).toBeUndefined();
  });

  it('keeps the newest versions when there are very many', () => {
    let article = newArticle('vpn', text, writing);
    for (let at = 2; at <= mostVersions + 5; at += 1)
      article = revised(article, { ...text, body: `Version ${at}` }, writing) ?? article;

    expect(article.version).toBe(mostVersions + 5);
    expect(article.history.map(({ version }) => version)).toEqual(
      Array.from({ length: mostVersions }, (_, at) => at + 5),
    );
  });

  it('is not kept when others never stop writing it', async () => {
    const busy: Pick<ArticleStore, 'find' | 'add' | 'write'> = {
      find: async () => newArticle('vpn', text, writing),
      add: async () => false,
      write: async () => false,
    };

    await expect(keepArticle(busy, 'vpn', { ...text, body: 'Mine' }, writing)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

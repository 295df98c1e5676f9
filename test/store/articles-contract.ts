import { afterEach, describe, expect, it } from '@jest/globals';
import { type ArticleText, newArticle } from '../../src/knowledge/article.ts';
import { keepArticle } from '../../src/knowledge/keep-article.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoArticleStore } from '../../src/store/mongo-article-store.ts';

const writing = { by: 'ben@example.com', now: new Date('2026-03-02T09:00Z') };
const aText = (facts: Partial<ArticleText> = {}): ArticleText => ({
  ...{ title: 'VPN', body: 'Open *Tunnel*.\n\n$where: {"a.b": 1}', state: 'published', audience: 'public' },
  ...facts,
});

/** What the articles' store promises, on any server. @param database gives the address of an empty one */
export function articleStoreContract(name: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) {
      await connection.dropDatabase();
      await connection.close();
    }
  });

  async function aStore(): Promise<MongoArticleStore> {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    return new MongoArticleStore(models);
  }

  describe(`the article store on ${name}`, () => {
    it('keeps an article as it was written, with the texts before', async () => {
      const store = await aStore();
      const first = aText({ language: 'de', service: 'vpn', owner: 'max@example.com', reviewOn: '2026-09-01' });
      const second = aText({ title: 'VPN at home', state: 'retired' });
      const later = { by: 'dana@example.com', now: new Date('2026-03-03T09:00Z') };

      expect(await keepArticle(store, 'vpn', first, writing)).toBe('added');
      expect(await store.find('vpn')).toEqual(newArticle('vpn', first, writing));
      expect(await keepArticle(store, 'vpn', second, later)).toBe('changed');
      expect(await store.find('vpn')).toEqual({
        ...{ id: 'vpn', version: 2, by: later.by, at: later.now, text: second },
        history: [{ version: 1, by: writing.by, at: writing.now, text: first }],
      });
      expect(await store.find('other')).toBeUndefined();
    });

    it('writes nothing when nothing has changed', async () => {
      const store = await aStore();
      await keepArticle(store, 'vpn', aText(), writing);

      expect(await keepArticle(store, 'vpn', aText(), { ...writing, by: 'dana@example.com' })).toBe('here');
      expect(await store.find('vpn')).toMatchObject({ version: 1, by: 'ben@example.com' });
    });

    it('lets one of two writers win who have read the same version', async () => {
      const store = await aStore();
      const before = newArticle('vpn', aText(), writing);
      await store.add(before);
      const next = (body: string) => ({ ...before, version: 2, text: aText({ body }) });

      const written = await Promise.all([store.write(before, next('one')), store.write(before, next('other'))]);

      expect(written.toSorted()).toEqual([false, true]);
      expect(await store.find('vpn')).toMatchObject({ version: 2, text: { body: written[0] ? 'one' : 'other' } });
    });

    it('loses no version when many write at once', async () => {
      const store = await aStore();
      const kept = await Promise.all(
        ['a', 'b', 'c', 'd'].map((body) => keepArticle(store, 'vpn', aText({ body }), writing)),
      );
      const article = await store.find('vpn');

      expect(kept.toSorted()).toEqual(['added', 'changed', 'changed', 'changed']);
      expect(article?.version).toBe(4);
      expect([...(article?.history ?? []), article].map((one) => one?.text.body).toSorted()).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
    });

    it('adds an id once', async () => {
      const store = await aStore();
      const article = newArticle('vpn', aText(), writing);

      expect([await store.add(article), await store.add(article)]).toEqual([true, false]);
    });

    it('lists those in a state by id, without their history', async () => {
      const store = await aStore();
      for (const id of ['b', 'a', 'c']) await keepArticle(store, id, aText({ title: id }), writing);
      await keepArticle(store, 'a', aText({ title: 'a again' }), writing);
      await keepArticle(store, 'c', aText({ state: 'draft' }), writing);

      expect((await store.inState('published')).map(({ id, version, history }) => [id, version, history])).toEqual([
        ['a', 2, []],
        ['b', 1, []],
      ]);
      expect((await store.inState('draft')).map(({ id }) => id)).toEqual(['c']);
      expect(await store.inState('retired')).toEqual([]);
    });
  });
}

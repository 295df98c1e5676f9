import { describe, expect, it } from '@jest/globals';
import type { ArticleStore } from '../../src/knowledge/article-store.ts';
import { type ArticleVector, ArticleVectors, type VectorStore } from '../../src/knowledge/article-vectors.ts';
import { keepArticle } from '../../src/knowledge/keep-article.ts';
import { anybody, KnowledgeLibrary } from '../../src/knowledge/knowledge-library.ts';
import { silentLog } from '../../src/log.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoArticleStore } from '../../src/store/mongo-article-store.ts';
import { MongoVectorStore } from '../../src/store/mongo-vector-store.ts';
import { aDesk } from '../kit/a-desk.ts';
import { seconds } from '../kit/fake-clock.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { anArticle, drucken, locks, printing, withArticles } from './some-articles.ts';

const found = async (library: KnowledgeLibrary, question: string, reader = anybody) =>
  (await library.search(question, { reader })).articles.map(({ article }) => article.id);

/** As another process would write it. */
const elsewhere = (desk: TestDesk) => new MongoArticleStore(defineModels(desk.connection));

describe('the library', () => {
  it('finds what others have written, changed and retired a moment ago', async () => {
    const desk = await withArticles(await aDesk(), printing);
    const { knowledge, clock } = desk.desk;
    expect(await found(knowledge, 'badge')).toEqual([]);
    const writing = () => ({ by: 'import', now: clock.now() });
    const badge = { title: 'Badges', body: 'A badge opens doors.', state: 'published', audience: 'public' } as const;

    await keepArticle(elsewhere(desk), 'badges', badge, writing());
    desk.clock.advance(seconds(3));
    expect(await found(knowledge, 'badge')).toEqual(['badges']);

    await keepArticle(elsewhere(desk), 'badges', { ...badge, state: 'retired' }, writing());
    desk.clock.advance(seconds(3));
    expect(await found(knowledge, 'badge')).toEqual([]);
  });

  it('finds in the end what was written with a clock that is far behind', async () => {
    const desk = await withArticles(await aDesk(), printing);
    const { knowledge } = desk.desk;
    await knowledge.refresh();
    await elsewhere(desk).add({ ...anArticle('badges', { title: 'Badges' }), at: new Date('2020-01-01') });

    desk.clock.advance(seconds(61));

    expect(await found(knowledge, 'badge')).toEqual(['badges']);
  });

  it('knows the synonyms of desk.yaml, also after they have changed', async () => {
    const desk = await withArticles(await aDesk(), printing);
    const { knowledge, config } = desk.desk;
    expect(await found(knowledge, 'zebra')).toEqual([]);

    desk.reconfigure({ knowledge: { ...config().knowledge, synonyms: [['zebra', 'label printer']] } });

    expect(await found(knowledge, 'zebra')).toEqual(['printing']);
  });

  it('shows agents what is written for them, and nobody else', async () => {
    const desk = await withArticles(await aDesk(), locks);

    expect(await found(desk.desk.knowledge, 'badge reader')).toEqual([]);
    expect(await found(desk.desk.knowledge, 'badge reader', { agentOf: ['it'] })).toEqual(['locks']);
  });

  it('answers from what it has when the store is gone', async () => {
    const desk = await withArticles(await aDesk(), printing);
    const { articles, clock, config } = desk.desk;
    let isGone = false;
    const versions = (since?: Date) => (isGone ? Promise.reject(new Error('gone')) : articles.versions(since));
    const store: ArticleStore = Object.assign(elsewhere(desk), { versions });
    const library = new KnowledgeLibrary({ store, clock, config, log: silentLog });
    await library.refresh();

    isGone = true;
    desk.clock.advance(seconds(3));

    expect(await found(library, 'label printer')).toEqual(['printing']);
  });
});

describe('the library with an embedding model', () => {
  /** Points by matter: paper or doors. */
  const near = (text: string) =>
    /druck|print|etikett|label/i.test(text) ? [1, 0] : /badge|door|tür/i.test(text) ? [0, 1] : [0.1, 0.1];
  const matter = { isConfidential: false };

  async function aLibrary(store?: VectorStore) {
    const desk = await withArticles(
      await aDesk(),
      printing,
      drucken,
      anArticle('badges', { title: 'Badges', body: 'A badge opens every entrance.' }),
    );
    const sent: string[] = [];
    const embedder = {
      model: 'small',
      embed: async (texts: readonly string[]) => {
        sent.push(...texts);
        return texts.map(near);
      },
    };
    const vectors = new ArticleVectors(
      embedder,
      store ?? new MongoVectorStore(defineModels(desk.connection)),
      silentLog,
    );
    const { articles, clock, config } = desk.desk;
    const library = new KnowledgeLibrary({ store: articles, clock, config, log: silentLog, vectors });
    await library.refresh();
    await vectors.keepUp(await articles.inState('published'));
    return { desk, library, sent, vectors };
  }

  it('finds by meaning what has none of the words', async () => {
    const { library } = await aLibrary();

    const { articles } = await library.search('Tür', { reader: anybody, matter });

    expect(articles[0]?.article.id).toBe('badges');
  });

  it('sends every version of an article once, also after a restart', async () => {
    const kept: ArticleVector[] = [];
    const store: VectorStore = { all: async () => kept, keep: async (some) => void kept.push(...some) };
    const first = await aLibrary(store);
    const second = await aLibrary(store);

    expect(first.sent).toHaveLength(3);
    expect(second.sent).toHaveLength(0);
  });

  it('sends no confidential question, and goes on by words', async () => {
    const { library, sent } = await aLibrary();
    const before = sent.length;

    const { articles } = await library.search('label printer', { reader: anybody, matter: { isConfidential: true } });

    expect(sent).toHaveLength(before);
    expect(articles.map(({ article }) => article.id)).toEqual(['printing', 'drucken']);
  });
});

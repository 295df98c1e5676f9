import { type Article, type ArticleText, newArticle } from '../../src/knowledge/article.ts';
import type { TestDesk } from '../kit/test-desk.ts';

/** A published article for everybody, unless told otherwise. */
export function anArticle(id: string, text: Partial<ArticleText> = {}): Article {
  const facts = { title: id, body: id, state: 'published', audience: 'public' } as const;
  return newArticle(id, { ...facts, ...text }, { by: 'import', now: new Date('2026-03-01T08:00:00Z') });
}

export const printing = anArticle('printing', {
  title: 'Connecting the label printer',
  body: '## On Windows\n\nOpen *Settings › Printers*, choose **Add a printer** and pick the label printer LP-2 from the list.',
  url: 'https://wiki.example/label-printer',
  language: 'en',
});

export const drucken = anArticle('drucken', {
  title: 'Den Etikettendrucker verbinden',
  body: 'Öffne die Einstellungen, wähle Drucker hinzufügen und nimm den Etikettendrucker LP-2 aus der Liste.',
  language: 'de',
});

/** Nobody but agents may read how it is done behind the scenes. */
export const locks = anArticle('locks', {
  title: 'Unlocking a badge reader',
  body: 'The badge reader is unlocked with the service code from the vault.',
  audience: 'agents',
});

export async function withArticles(desk: TestDesk, ...articles: readonly Article[]): Promise<TestDesk> {
  for (const article of articles) await desk.desk.articles.add(article);
  return desk;
}

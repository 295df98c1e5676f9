import type { Desk } from '../desk.ts';
import type { ArticleTitle } from '../knowledge/article-store.ts';
import { refOf } from '../people/people-service.ts';
import { reviewCard } from '../views/article-list.ts';
import type { Job } from './job.ts';

/** An owner hears of the same article no more often than this. */
const againAfterMs = 7 * 86_400_000;

/** Tells owners of articles whose review date has passed, each in one message, once a week. */
export const remindOfStaleArticles: Job = {
  name: 'remind of stale articles',
  every: '1 hour',
  async run(desk, now) {
    const due = await desk.articles.toReview(now.toISOString().slice(0, 10));
    for (const [owner, articles] of byOwner(due)) {
      const mine: ArticleTitle[] = [];
      for (const article of articles) {
        // Whoever notes it first, of several processes, tells the owner.
        const isFirst = await desk.articles.remindedOfReview(article.id, now, new Date(now.getTime() - againAfterMs));
        if (isFirst) mine.push(article);
      }
      if (mine.length > 0) await tell(desk, owner, mine, now);
    }
  },
};

function byOwner(articles: readonly ArticleTitle[]): ReadonlyMap<string, readonly ArticleTitle[]> {
  const owners = new Map<string, ArticleTitle[]>();
  for (const article of articles) {
    const owner = article.text.owner ?? '';
    owners.set(owner, [...(owners.get(owner) ?? []), article]);
  }
  return owners;
}

/** An owner who cannot be reached is noted in the log; the report tells of the article all the same. */
async function tell(desk: Desk, owner: string, articles: readonly ArticleTitle[], now: Date): Promise<void> {
  const { people, chat, contexts, log } = desk;
  try {
    const person = await people.byEntry(owner);
    if (!person?.isActive) return log.warn({ articles: articles.length }, 'the owner of articles is not there');
    const ref = refOf(person, chat);
    const place = await chat.at(ref).direct(ref);
    const card = reviewCard(articles, await contexts.for(person), `review:${person.id}:${now.getTime()}`);
    await chat.at(place).post(place, card);
  } catch (error) {
    log.warn({ err: error }, 'the owner of articles could not be told');
  }
}

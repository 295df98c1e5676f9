import { describe, expect, it } from '@jest/globals';
import { remindOfStaleArticles } from '../../src/jobs/remind-of-stale-articles.ts';
import { aDesk } from '../kit/a-desk.ts';
import { days } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { anArticle, withArticles } from '../knowledge/some-articles.ts';
import { saidBy } from '../views/shown.ts';

const old = (id: string, text = {}) => anArticle(id, { title: id, owner: ben.email, reviewOn: '2026-01-31', ...text });

describe('articles whose review date has passed', () => {
  it('are told to their owners, once a week, by whichever process comes first', async () => {
    const desk = await withArticles(
      await aDesk(),
      ...[old('overdue'), old('also'), old('later', { reviewOn: '2027-01-31' }), old('draft', { state: 'draft' })],
      ...[old('strange', { owner: 'gone@example.com' }), anArticle('unowned', { reviewOn: '2026-01-31' })],
    );
    const jobDesk = { ...desk.desk, inbox: desk.router.inbox, ringer: desk.ringer, digestSender: desk.digestSender };
    const run = () => Promise.all([1, 2].map(() => remindOfStaleArticles.run(jobDesk, desk.clock.now())));
    const told = () => desk.chat.shownIn(directOf(ben.ref)).map(saidBy);

    await run();
    const titles = () =>
      told()
        .join('\n')
        .match(/^(overdue|also|later|draft|strange|unowned)$/gm);
    expect(titles()?.toSorted()).toEqual(['also', 'overdue']);
    expect(told()[0]).toContain('Please look at your articles again');

    desk.clock.advance(days(6));
    await run();
    expect(titles()).toHaveLength(2);

    desk.clock.advance(days(2));
    await run();
    expect(titles()).toHaveLength(4);
  });
});

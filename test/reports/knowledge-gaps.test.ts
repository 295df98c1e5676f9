import { describe, expect, it } from '@jest/globals';
import { knowledgeGaps } from '../../src/reports/knowledge-gaps.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { dana, eve, max } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { anArticle, printing, withArticles } from '../knowledge/some-articles.ts';

const ask = async (desk: TestDesk) => {
  const { rows } = await knowledgeGaps.run(new MongoReportSource(defineModels(desk.connection)), {
    ...{ period: { since: '2020-01-01', until: '2030-12-31' }, timeZone: 'UTC', withTickets: true },
    now: desk.clock.now(),
  });
  return (kind: string) => rows.filter(({ cells }) => cells.kind === kind).map(({ cells }) => cells);
};

const about = (key: string, requester: string, description: string) =>
  aTicket({ key, requester, title: description, description });

describe('knowledge gaps', () => {
  it('are questions that nothing answered, put together by their words', async () => {
    const tickets = [
      about('INC-1', dana.id, 'The beamer in the board room shows no picture'),
      about('INC-2', max.id, 'No picture from the beamer in the board room'),
      about('INC-3', eve.id, 'My chair is broken'),
      aConfidentialTicket({ key: 'INC-66' }),
    ];
    const desk = await aDesk({ tickets });
    await desk.command(eve, 'ask why does the beamer in the board room show no picture');
    await desk.command(dana, 'ask why is my salary so low');

    const rows = await ask(desk);

    expect(rows('gap')).toMatchObject([{ tickets: 2, asked: 1, people: 3, service: null }]);
    expect(JSON.stringify(rows('gap'))).not.toMatch(/chair|salary/i);
  });

  it('name a single question that was asked of the articles', async () => {
    const desk = await aDesk();
    await desk.command(eve, 'ask who waters the plants');

    expect((await ask(desk))('gap')).toMatchObject([{ title: 'who waters the plants', asked: 1, tickets: 0 }]);
  });

  it('tell which articles answered and which failed', async () => {
    const desk = await withArticles(await aDesk(), printing);
    for (const [by, action] of [
      [dana, 'answer.solved'],
      [max, 'answer.failed'],
    ] as const) {
      await desk.says(by, 'How do I connect the label printer?');
      await desk.settled();
      const key = (await desk.tickets()).at(-1)?.key ?? '';
      await desk.click(action, key, { by });
    }
    await desk.command(eve, 'ask how do I connect the label printer');

    const rows = await ask(desk);
    const article = { title: 'Connecting the label printer', article: 'printing' };
    expect(rows('answered')).toMatchObject([{ ...article, tickets: 1, asked: 1, people: 2 }]);
    expect(rows('failed')).toMatchObject([{ ...article, tickets: 1, asked: 0, people: 1 }]);
  });

  it('tell which articles are stale, and why', async () => {
    const at = (article: ReturnType<typeof anArticle>, day: string) => ({ ...article, at: new Date(day) });
    const desk = await withArticles(
      await aDesk(),
      at(anArticle('overdue', { reviewOn: '2026-01-31' }), '2026-03-01'),
      at(anArticle('idle'), '2025-01-01'),
      at(anArticle('fresh', { reviewOn: '2027-01-31' }), '2026-03-01'),
      at(anArticle('draft', { state: 'draft' }), '2025-01-01'),
    );

    expect((await ask(desk))('stale').map(({ article, why }) => [article, why])).toEqual([
      ['idle', expect.stringContaining('It has answered nothing since')],
      ['overdue', 'Its review date 2026-01-31 is past.'],
    ]);
  });
});

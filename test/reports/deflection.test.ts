import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deflection } from '../../src/reports/deflection.ts';
import { type AskedLater, deflectionOf, provenAfterMs } from '../../src/reports/deflection-rule.ts';
import { firstContact } from '../../src/reports/first-contact.ts';
import { defineModels } from '../../src/store/models.ts';
import { MongoEstimateSource } from '../../src/store/mongo-estimate-source.ts';
import { MongoReportSource } from '../../src/store/mongo-report-source.ts';
import { aDesk } from '../kit/a-desk.ts';
import { days, minutes } from '../kit/fake-clock.ts';
import { dana, eve, max } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { anArticle, printing, withArticles } from '../knowledge/some-articles.ts';

const solvedAt = new Date('2026-03-02T10:00:00Z');
const after = (ms: number) => new Date(solvedAt.getTime() + ms);
const solved = { key: 'REQ-1', requester: 'dana', service: 'vpn', solvedAt, reopenedAt: [] };
const again: AskedLater = { key: 'REQ-2', isQuestion: false, person: 'dana', at: after(days(2)), isAlike: true };

describe('what articles solved', () => {
  it('waits for seven days, and is verified then', () => {
    expect(deflectionOf(solved, [], after(days(7) - 1))).toEqual({ state: 'waiting' });
    expect(deflectionOf(solved, [], after(days(7)))).toEqual({ state: 'verified' });
  });

  it.each<[string, Partial<AskedLater>]>([
    ['a ticket in similar words', {}],
    ['a ticket about the same service', { isAlike: false, service: 'vpn' }],
    ['a question', { isQuestion: true }],
  ])('is refuted at once by %s of the same person', (_, facts) => {
    expect(deflectionOf(solved, [{ ...again, ...facts }], after(days(3)))).toMatchObject({ state: 'refuted' });
    expect(deflectionOf(solved, [{ ...again, ...facts }], after(days(30)))).toMatchObject({ state: 'refuted' });
  });

  it('is refuted when it was reopened', () => {
    expect(deflectionOf({ ...solved, reopenedAt: [after(minutes(60))] }, [], after(days(30)))).toEqual({
      state: 'refuted',
      why: 'It was reopened.',
    });
  });

  it.each<[string, Partial<AskedLater>]>([
    ['somebody else asks', { person: 'eve' }],
    ['it is about something else', { isAlike: false, service: 'wifi' }],
    ['no service is known of either', { isAlike: false }],
    ['it comes after seven days', { at: after(days(7) + 1) }],
    ['it came before', { at: after(-1) }],
  ])('is not refuted when %s', (_, facts) => {
    expect(deflectionOf(solved, [{ ...again, ...facts }], after(days(30)))).toEqual({ state: 'verified' });
  });

  it('never names a confidential ticket', () => {
    const { key: _, ...unnamed } = again;

    expect(deflectionOf(solved, [unnamed], after(days(30)))).toEqual({
      state: 'refuted',
      why: 'The same person asked again, in a confidential ticket.',
    });
  });

  it('never goes back from verified or refuted as time passes', () => {
    const ms = fc.integer({ min: -provenAfterMs, max: 3 * provenAfterMs });
    fc.assert(
      fc.property(fc.array(ms), ms, ms, (asked, one, other) => {
        const later = asked.map((at) => ({ ...again, at: after(at) }));
        const [first, second] = [one, other]
          .sort((a, b) => a - b)
          .map((at) => deflectionOf(solved, later, after(at)).state);
        expect(first === 'waiting' || first === second).toBe(true);
      }),
    );
  });
});

describe('the ledger of verified deflection', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    const payslip = anArticle('payslip', {
      title: 'Finding your payslip',
      body: 'Your payslip lies in the staff portal.',
    });
    desk = await withArticles(await aDesk(), printing, payslip);
  });

  async function solves(by: typeof dana, words: string) {
    const before = (await desk.tickets()).length;
    await desk.says(by, words);
    await desk.settled();
    const ticket = (await desk.tickets()).slice(before)[0];
    if (!ticket) throw new Error('nothing was raised');
    await desk.click('answer.solved', ticket.key, { by });
    await desk.settled();
    return ticket.key;
  }

  const ask = () =>
    deflection.run(new MongoReportSource(defineModels(desk.connection)), {
      ...{ period: { since: '2020-01-01', until: '2030-12-31' }, timeZone: 'UTC', withTickets: true },
      now: desk.clock.now(),
    });

  it('lists each ticket with its articles and how it stands', async () => {
    const first = await solves(dana, 'How do I connect the label printer?');
    expect((await ask()).rows).toMatchObject([
      { cells: { ticket: first, tickets: 1, articles: 'printing', state: 'waiting', why: null } },
    ]);

    desk.clock.advance(days(7));

    const { rows, note } = await ask();
    expect(rows).toMatchObject([
      { cells: { ticket: first, state: 'verified' }, behind: { tickets: { keys: [first] } } },
    ]);
    expect(note).toContain('1 verified, 0 waiting, 0 refuted');
    expect(JSON.stringify(rows)).not.toContain('dana');
  });

  it('refutes what was asked again by the same person, whoever else asks', async () => {
    const [first, other] = [
      await solves(dana, 'How do I connect the label printer?'),
      await solves(max, 'How do I connect the label printer?'),
    ];
    desk.clock.advance(days(1));
    await desk.command(dana, 'ask how do I connect the label printer LP-2');
    await desk.says(eve, 'How do I connect the label printer?');
    await desk.settled();
    desk.clock.advance(days(8));

    const states = Object.fromEntries((await ask()).rows.map(({ cells }) => [cells.ticket, [cells.state, cells.why]]));
    expect(states).toEqual({
      [first]: ['refuted', 'The same person asked about it again, by /desk ask.'],
      [other]: ['verified', null],
    });
  });

  it('refutes what was reopened', async () => {
    const key = await solves(dana, 'How do I connect the label printer?');
    desk.clock.advance(days(1));
    await desk.submit('ticket.stillBroken', key, { note: 'No.' }, { by: dana });
    desk.clock.advance(days(8));

    expect((await ask()).rows).toMatchObject([{ cells: { ticket: key, state: 'refuted', why: 'It was reopened.' } }]);
  });

  it('is no first contact of an agent, and teaches nothing of how long people take', async () => {
    await solves(dana, 'How do I connect the label printer?');
    const models = defineModels(desk.connection);
    const request = { period: { since: '2020-01-01', until: '2030-12-31' }, timeZone: 'UTC', withTickets: false };

    const { rows } = await firstContact.run(new MongoReportSource(models), { ...request, now: desk.clock.now() });
    const like = { kind: 'request', priority: 'P4' } as const;
    const asked = { like, isConfidentialToo: true, codes: ['answered'], since: new Date(0), most: 10 } as const;
    const past = await new MongoEstimateSource(models).resolvedLike(asked);

    expect(rows.map(({ cells }) => cells.resolved)).toEqual(rows.map(() => 0));
    expect(past.spans).toEqual([]);
  });

  it('counts confidential tickets and names none', async () => {
    const key = await solves(dana, 'Where do I find my payslip?');
    expect((await desk.ticket(key)).confidential).toBe(true);
    desk.clock.advance(days(8));

    const { rows } = await ask();
    expect(rows).toMatchObject([
      {
        cells: { ticket: null, tickets: 1, articles: null, state: 'verified' },
        behind: { tickets: { keys: [], unnamed: 1 } },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${key}|payslip|dana`));
  });
});

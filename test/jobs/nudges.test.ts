import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf } from '../kit/a-talk.ts';
import { days, FakeClock, minutes } from '../kit/fake-clock.ts';
import { ben, dana, lea, max, type Somebody } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const hours = (count: number) => minutes(count * 60);

const rules: Partial<DeskConfig> = {
  serviceLevels: [],
  nudges: { unclaimed: { afterMs: hours(1), againMs: hours(4) }, stale: { afterMs: days(2) } },
  noAnswer: { askAfterMs: days(1), askAgainAfterMs: days(3), resolveAfterMs: days(7) },
  parkedAtMostMs: { vendor: days(5) },
  autoCloseAfterMs: days(3),
};

async function aTicketOf(by: Somebody = dana, config: Partial<DeskConfig> = {}) {
  const desk = await aDesk({ config: { ...rules, ...config }, clock: new FakeClock() });
  await desk.says(by, 'The VPN is down');
  await desk.settled();
  return desk;
}

async function claimed(config: Partial<DeskConfig> = {}, by: Somebody = dana) {
  const desk = await aTicketOf(by, config);
  await desk.click('ticket.claim', 'INC-1', { by: ben });
  await desk.settled();
  return desk;
}

const count = (texts: readonly string[], part: string) => texts.filter((text) => text.includes(part)).length;
const saidTo = (desk: TestDesk, person: Somebody) => desk.chat.shownIn(directOf(person.ref)).map(saidBy);
const amongAgents = async (desk: TestDesk) => desk.chat.shownIn(agentsOf(await desk.only())).map(saidBy);
const toRequester = async (desk: TestDesk) => desk.chat.shownIn((await desk.only()).thread ?? '').map(saidBy);

describe('a ticket that nobody has claimed', () => {
  const waits = 'waiting to be claimed';

  it('nudges the triage channel after a while, and again', async () => {
    const desk = await aTicketOf();

    await desk.passes(hours(1) - 1);
    expect(count(await amongAgents(desk), waits)).toBe(0);
    await desk.passes(1);
    expect(count(await amongAgents(desk), waits)).toBe(1);
    await desk.passes(hours(4) - 1);
    expect(count(await amongAgents(desk), waits)).toBe(1);
    await desk.passes(1);
    expect(count(await amongAgents(desk), waits)).toBe(2);
  });

  it('nudges once for all that was missed', async () => {
    const desk = await aTicketOf();

    await desk.passes(hours(30));
    expect(count(await amongAgents(desk), waits)).toBe(1);
    await desk.passes(hours(3));
    expect(count(await amongAgents(desk), waits)).toBe(2);
  });

  it('is quiet once it is claimed, and counts anew when it is given back', async () => {
    const desk = await claimed();
    await desk.passes(hours(12));
    expect(count(await amongAgents(desk), waits)).toBe(0);

    await desk.click('ticket.takeBack', 'INC-1', { by: ben });
    await desk.passes(hours(1) - 1);
    expect(count(await amongAgents(desk), waits)).toBe(0);
    await desk.passes(1);
    expect(count(await amongAgents(desk), waits)).toBe(1);
  });

  it('counts the working time of its service level', async () => {
    const desk = await aTicketOf(dana, {
      calendars: [
        {
          id: 'office',
          timeZone: 'UTC',
          open: { mon: [{ from: 540, to: 570 }], tue: [{ from: 540, to: 1020 }] },
          holidays: { dates: [] },
        },
      ],
      serviceLevels: [{ id: 'standard', when: {}, calendar: 'office', resolveMs: days(9) }],
    });

    await desk.passes(hours(24) + minutes(29)); // Monday 9:00 to 9:30, Tuesday from 9:00
    expect(count(await amongAgents(desk), waits)).toBe(0);
    await desk.passes(minutes(1));
    expect(count(await amongAgents(desk), waits)).toBe(1);
  });
});

describe('a ticket to which nothing happens', () => {
  it('nudges its assignee, once until something happens', async () => {
    const desk = await claimed();
    await desk.passes(days(2) - 1);
    expect(count(saidTo(desk, ben), 'Nothing has happened')).toBe(0);
    await desk.passes(1);
    expect(count(saidTo(desk, ben), 'Nothing has happened')).toBe(1);
    await desk.passes(days(10));
    expect(count(saidTo(desk, ben), 'Nothing has happened')).toBe(1);

    await desk.submit('ticket.reply', 'INC-1', { note: 'Still looking' }, { by: ben });
    await desk.passes(days(2));
    expect(count(saidTo(desk, ben), 'Nothing has happened')).toBe(2);
  });
});

describe('a hold', () => {
  const hold = (desk: TestDesk, values: Record<string, string>) =>
    desk.submit('ticket.hold', 'INC-1', values, { by: ben });

  it('that is longer than desk.yaml allows goes to the lead', async () => {
    const desk = await claimed();
    await hold(desk, { reason: 'vendor', note: 'Ordered' });

    await desk.passes(days(5) - 1);
    expect(count(saidTo(desk, lea), 'on hold since')).toBe(0);
    await desk.passes(1);
    expect(count(saidTo(desk, lea), 'on hold since')).toBe(1);
    await desk.passes(days(20));
    expect(count(saidTo(desk, lea), 'on hold since')).toBe(1);
  });

  it('with a date wakes up on it, and its assignee hears so', async () => {
    const desk = await claimed();
    await hold(desk, { reason: 'scheduled', until: '2026-03-04 08:00' });

    await desk.passes(days(1));
    expect((await desk.only()).status).toBe('on_hold');
    await desk.passes(days(1));

    const ticket = await desk.only();
    expect(ticket).toMatchObject({ status: 'in_progress', assignee: ben.id });
    expect(ticket.history.at(-1)).toMatchObject({ by: 'desk', move: 'resume' });
    expect(count(saidTo(desk, ben), 'no longer on hold')).toBe(1);
  });
});

describe('a requester who does not answer', () => {
  const asking = 'still waiting for your answer';

  it('is asked twice, then it is resolved as no answer, and can be reopened', async () => {
    const desk = await claimed();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });

    await desk.passes(days(1));
    expect(count(await toRequester(desk), asking)).toBe(1);
    expect((await toRequester(desk)).at(-1)).toContain('Which office?');
    await desk.passes(days(2));
    expect(count(await toRequester(desk), asking)).toBe(2);
    expect((await desk.only()).status).toBe('on_hold');
    await desk.passes(days(4));

    expect(await desk.only()).toMatchObject({ status: 'resolved', resolution: { code: 'no_answer', by: 'desk' } });
    expect(count(await toRequester(desk), 'did not hear from you')).toBeGreaterThan(0);
    await desk.submit('ticket.stillBroken', 'INC-1', { note: 'Berlin' }, { by: dana });
    expect((await desk.only()).status).toBe('in_progress');
  });

  it('is asked in their language', async () => {
    const desk = await claimed({}, max);
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Welches Büro?' }, { by: ben });
    await desk.passes(days(1));
    await desk.passes(days(2));
    await desk.passes(days(4));

    expect(await desk.only()).toMatchObject({ resolution: { note: expect.stringContaining('nichts von dir gehört') } });
  });

  it('is asked twice also when the desk was away for weeks', async () => {
    const desk = await claimed();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });

    await desk.passes(days(30));
    expect(count(await toRequester(desk), asking)).toBe(1);
    expect((await desk.only()).status).toBe('on_hold');
    await desk.passes(days(2));
    expect(count(await toRequester(desk), asking)).toBe(2);
    expect((await desk.only()).status).toBe('on_hold');
    await desk.passes(days(4));
    expect((await desk.only()).status).toBe('resolved');
  });

  it('is left alone once they answer', async () => {
    const desk = await claimed();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });
    await desk.passes(days(1));
    await desk.says(dana, 'Berlin', { thread: (await desk.only()).thread ?? '' });
    await desk.settled();

    await desk.passes(days(1));

    expect(await desk.only()).toMatchObject({ status: 'in_progress' });
    expect(count(await toRequester(desk), asking)).toBe(1);
  });

  it('is not asked in quiet hours', async () => {
    const desk = await claimed({ quietHours: { from: '09:00', to: '18:00', except: [] } });
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });

    await desk.passes(days(1)); // ten in the morning in Berlin
    expect(count(await toRequester(desk), asking)).toBe(0);
    await desk.passes(hours(8));
    expect(count(await toRequester(desk), asking)).toBe(1);
  });
});

describe('a resolved ticket', () => {
  it('closes by itself', async () => {
    const desk = await claimed();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });

    await desk.passes(days(3) - 1);
    expect((await desk.only()).status).toBe('resolved');
    await desk.passes(1);

    expect(await desk.only()).toMatchObject({ status: 'closed', closedDay: '2026-03-05' });
    expect((await desk.only()).history.at(-1)).toMatchObject({ by: 'desk', move: 'close' });
  });

  it('begins anew when it was reopened', async () => {
    const desk = await claimed();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });
    await desk.passes(days(2));
    await desk.submit('ticket.stillBroken', 'INC-1', { note: 'No' }, { by: dana });
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Now' }, { by: ben });

    await desk.passes(days(2));
    expect((await desk.only()).status).toBe('resolved');
    await desk.passes(days(1));
    expect((await desk.only()).status).toBe('closed');
  });
});

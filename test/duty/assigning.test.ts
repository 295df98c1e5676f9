import { describe, expect, it } from '@jest/globals';
import type { TeamConfig } from '../../src/config/desk-config.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aDraft, aTicket } from '../kit/a-ticket.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { ben, cem, dana, hana, lea, max, nia } from '../kit/people.ts';
import { RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';

/** IT support, in which three people work who are given tickets by themselves. */
function itThat(team: Partial<TeamConfig>): { readonly teams: readonly TeamConfig[] } {
  const agents = [ben, cem, nia].map(({ email }) => email);
  return { teams: aConfig().teams.map((one) => (one.id === 'it' ? { ...one, agents, ...team } : one)) };
}
const inTurns = itThat({ assign: 'turns' });
const toFewest = itThat({ assign: 'fewest' });

/** A service level whose time always counts: nudges go by it. */
const levels = {
  calendars: [{ id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }],
  serviceLevels: [{ id: 'all', when: {}, calendar: 'always', resolveMs: minutes(60 * 24 * 30) }],
} as const;

let count = 0;
/** Somebody raises an issue; nothing rings yet. */
async function opens(desk: TestDesk, facts: Parameters<typeof aDraft>[0] = {}): Promise<string> {
  count += 1;
  const source = { via: 'form', key: `assigning:${count}`, files: [] } as const;
  const { ticket } = await desk.desk.tickets.open(aDraft({ source, ...facts }), `raised${count}`);
  return ticket.key;
}
/** Many at once, which are brought and thought about before anything rings. */
async function burst(desk: TestDesk, size: number): Promise<void> {
  await Promise.all(Array.from({ length: size }, () => opens(desk)));
  await desk.settled();
}

function countsOf(tickets: readonly Ticket[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { assignee = 'nobody' } of tickets) counts[assignee] = (counts[assignee] ?? 0) + 1;
  return counts;
}

describe('a team that wants its tickets to be assigned by themselves', () => {
  it('has them assigned as soon as they come in, and whoever gets one is told', async () => {
    const desk = await aDesk({ config: inTurns });
    await desk.says(dana, 'The VPN is down again');
    await desk.rings();

    const { key, status, assignee, history } = await desk.only();
    expect({ status, assignee }).toEqual({ status: 'in_progress', assignee: ben.id });
    expect(history.at(-1)).toMatchObject({ by: 'desk', move: 'assign' });
    expect(desk.chat.shownIn('slack:T1/D-ben')).toMatchObject([{ title: expect.stringContaining(key) }]);
  });

  it('shares a burst out in turns', async () => {
    const desk = await aDesk({ config: inTurns });
    await burst(desk, 50);
    await desk.rings();

    expect(Object.values(countsOf(await desk.tickets())).sort()).toEqual([16, 17, 17]);
  });

  it('goes on with the turns after a restart', async () => {
    const desk = await aDesk({ config: inTurns });
    await burst(desk, 4);
    await desk.rings();
    const { database, chat, clock } = desk;
    await desk.crash();

    const next = await aDesk({ config: inTurns, database, chat, clock });
    await burst(next, 5);
    await next.rings();

    expect(countsOf(await next.tickets())).toEqual({ [ben.id]: 3, [cem.id]: 3, [nia.id]: 3 });
  });

  it('evens out what everybody has, counting what it has just given', async () => {
    const busy = Array.from({ length: 7 }, (_, at) =>
      aTicket({ key: `INC-${900 + at}`, status: at % 2 ? 'on_hold' : 'in_progress', assignee: ben.id }),
    );
    const done = aTicket({ key: 'INC-990', status: 'resolved', assignee: cem.id });
    const desk = await aDesk({ config: toFewest, tickets: [...busy, done] });
    await burst(desk, 8);
    await desk.rings();

    const open = (await desk.tickets()).filter(({ status }) => status !== 'resolved');
    expect(countsOf(open)).toEqual({ [ben.id]: 7, [cem.id]: 4, [nia.id]: 4 });
  });

  it('leaves them to be claimed when it does not say so', async () => {
    const desk = await aDesk();
    const key = await opens(desk);
    await desk.rings();

    expect(await desk.ticket(key)).toMatchObject({ status: 'new' });
  });

  it('does not assign again what somebody has given back', async () => {
    const desk = await aDesk({ config: inTurns });
    const key = await opens(desk);
    await desk.rings();
    await desk.click('ticket.takeBack', key, { by: ben });
    await desk.passes(minutes(60));

    expect(await desk.ticket(key)).toMatchObject({ status: 'new' });
  });
});

describe('who is given a ticket by itself', () => {
  it('never needs it themselves', async () => {
    const desk = await aDesk({ config: itThat({ assign: 'turns', agents: [ben.email, cem.email] }) });
    const keys = [await opens(desk, { requester: ben.id }), await opens(desk, { requester: ben.id })];
    await desk.rings();

    for (const key of keys) expect(await desk.ticket(key)).toMatchObject({ assignee: cem.id });
  });

  it('is no lead, unless the lead is named among the agents', async () => {
    const desk = await aDesk({ config: itThat({ assign: 'turns', agents: [ben.email] }) });
    await burst(desk, 3);
    await desk.rings();
    expect(countsOf(await desk.tickets())).toEqual({ [ben.id]: 3 });

    desk.reconfigure(itThat({ assign: 'turns', agents: [ben.email, lea.email] }));
    const key = await opens(desk);
    await desk.rings();
    expect(await desk.ticket(key)).toMatchObject({ assignee: lea.id });
  });

  it('still has an account', async () => {
    const chat = new RecordingChat();
    chat.people.set(ben.ref, { ...ben, isActive: false });
    const desk = await aDesk({ config: inTurns, chat });
    await burst(desk, 4);
    await desk.rings();

    expect(countsOf(await desk.tickets())).toEqual({ [cem.id]: 2, [nia.id]: 2 });
  });

  it('may know of it: a confidential one stays in its team', async () => {
    const teams = aConfig().teams.map((team) => (team.id === 'hr' ? { ...team, assign: 'fewest' as const } : team));
    const desk = await aDesk({ config: { teams } });
    const key = await opens(desk, { team: 'hr', service: 'payroll', confidential: true });
    await desk.rings();

    expect(await desk.ticket(key)).toMatchObject({ assignee: hana.id });
    expect(desk.chat.shownIn('slack:T1/it-triage')).toEqual([]);
  });

  it('is on shift at the time', async () => {
    // A Monday, ten in the morning in Berlin.
    const clock = new FakeClock(new Date('2026-03-02T09:00:00Z'));
    const shifts = [
      { agents: [ben.email], timeZone: 'Europe/Berlin', open: { mon: [{ from: 480, to: 960 }] } },
      { agents: [cem.ref], timeZone: 'Europe/Berlin', open: { mon: [{ from: 960, to: 1440 }] } },
    ];
    const desk = await aDesk({ config: itThat({ assign: 'turns', agents: [ben.email, cem.email], shifts }), clock });
    const morning = await opens(desk);
    await desk.rings();
    await desk.passes(minutes(7 * 60));
    const evening = await opens(desk);
    await desk.rings();

    expect((await desk.ticket(morning)).assignee).toBe(ben.id);
    expect((await desk.ticket(evening)).assignee).toBe(cem.id);
  });

  it('gets it when the next shift starts, while nobody is there', async () => {
    const clock = new FakeClock(new Date('2026-03-02T22:30:00Z'));
    const shifts = [{ agents: [ben.email], timeZone: 'Europe/Berlin', open: { tue: [{ from: 480, to: 960 }] } }];
    const desk = await aDesk({ config: itThat({ assign: 'turns', agents: [ben.email], shifts }), clock });
    const key = await opens(desk);
    const ticket = await desk.ticket(key);

    expect(await desk.desk.duty.choose(ticket, clock.now())).toEqual({ notBefore: new Date('2026-03-03T07:00:00Z') });
    await desk.rings();
    await desk.passes(minutes(8 * 60 + 29));
    expect(await desk.ticket(key)).toMatchObject({ status: 'new' });
    await desk.passes(minutes(1));
    expect(await desk.ticket(key)).toMatchObject({ assignee: ben.id });
  });

  it('holds up no reminder of the ticket while it is still looked for', async () => {
    const clock = new FakeClock(new Date('2026-03-02T22:30:00Z'));
    const shifts = [{ agents: [ben.email], timeZone: 'Europe/Berlin', open: { tue: [{ from: 480, to: 960 }] } }];
    const nudges = { unclaimed: { afterMs: minutes(60) } };
    const teams = itThat({ assign: 'turns', agents: [ben.email], shifts });
    const desk = await aDesk({ config: { ...teams, ...levels, nudges, reminders: [] }, clock });
    const key = await opens(desk);
    await desk.rings();
    await desk.passes(minutes(61));

    expect((await desk.ticket(key)).history.map(({ move }) => move)).toContain('remind');
    expect((await desk.ticket(key)).nextAlarmAt).toEqual(new Date('2026-03-03T07:00:00Z'));
    await desk.passes(minutes(8 * 60));
    expect(await desk.ticket(key)).toMatchObject({ assignee: ben.id });
  });

  it('is asked for again soon when nobody knows who could do it', async () => {
    const desk = await aDesk({ config: itThat({ assign: 'turns', agents: [ben.email] }) });
    const ticket = await desk.ticket(await opens(desk, { requester: ben.id }));

    const choice = await desk.desk.duty.choose(ticket, desk.clock.now());

    expect(choice).toEqual({ notBefore: new Date(desk.clock.now().getTime() + minutes(15)) });
  });

  it('hears the same however often one asks', async () => {
    const desk = await aDesk({ config: inTurns });
    const ticket = await desk.ticket(await opens(desk));
    const choose = () => desk.desk.duty.choose(ticket, desk.clock.now());

    expect(await Promise.all([choose(), choose(), choose()])).toEqual(Array(3).fill({ person: ben.id }));
    expect(await choose()).toEqual({ person: ben.id });
    const other = await desk.ticket(await opens(desk, { requester: max.id }));
    expect(await desk.desk.duty.choose(other, desk.clock.now())).toEqual({ person: cem.id });
  });
});

describe('two desks on one store', () => {
  it.each([
    ['in turns', inTurns],
    ['to the one with the fewest', toFewest],
  ])('share a burst evenly %s', async (_, config) => {
    const one = await aDesk({ config });
    const other = await aDesk({ config, database: one.database, clock: one.clock, chat: one.chat });
    await burst(one, 50);
    await Promise.all([one.rings(), other.rings()]);
    await Promise.all([one.rings(), other.rings()]);

    const tickets = await one.tickets();
    expect(Object.values(countsOf(tickets)).sort()).toEqual([16, 17, 17]);
    for (const { history } of tickets)
      expect(history.flatMap(({ move }) => (move === 'consider' ? [] : [move]))).toEqual(['open', 'assign']);
  });

  it('go on sharing evenly when tickets come to both', async () => {
    const one = await aDesk({ config: inTurns });
    const other = await aDesk({ config: inTurns, database: one.database, clock: one.clock, chat: one.chat });
    for (const size of [1, 4, 2, 7, 3, 8, 5]) {
      await Promise.all([burst(one, size), burst(other, size)]);
      await Promise.all([one.rings(), other.rings()]);
    }

    expect(countsOf(await one.tickets())).toEqual({ [ben.id]: 20, [cem.id]: 20, [nia.id]: 20 });
  });
});

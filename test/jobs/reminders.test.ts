import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf } from '../kit/a-talk.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { ben, dana, lea, mia, type Somebody } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const hours = (count: number) => minutes(count * 60);

/** Eight hours to resolve, around the clock; told at 50, 75, 90 and 100 %. */
const rules: Partial<DeskConfig> = {
  serviceLevels: [
    { id: 'p1', when: { priority: 'P1' }, calendar: 'always', resolveMs: hours(4) },
    { id: 'standard', when: {}, calendar: 'always', resolveMs: hours(8) },
  ],
  nudges: {},
};

async function aTicketOf(config: Partial<DeskConfig> = {}, clock = new FakeClock()) {
  const desk = await aDesk({ config: { ...rules, ...config }, clock });
  await desk.says(dana, 'The VPN is down');
  await desk.settled();
  const { key } = await desk.only();
  return { desk, key };
}

/** What somebody was told directly about time, in order. */
function toldTo(desk: TestDesk, person: Somebody): readonly string[] {
  return desk.chat
    .shownIn(directOf(person.ref))
    .map(saidBy)
    .filter((text) => text.includes(' % of the time') || text.includes('overdue'));
}

const percentsTo = (desk: TestDesk, person: Somebody) =>
  toldTo(desk, person).map((text) => (text.includes('overdue') ? '100' : /(\d+) %/.exec(text)?.[1]));

async function claimedTicket(config: Partial<DeskConfig> = {}) {
  const { desk, key } = await aTicketOf(config);
  await desk.click('ticket.claim', key, { by: ben });
  await desk.settled();
  return { desk, key };
}

describe('reminders of a target', () => {
  it('come at each threshold to the people of desk.yaml', async () => {
    const { desk, key } = await claimedTicket();

    await desk.passes(hours(4) - 1);
    expect(toldTo(desk, ben)).toEqual([]);
    await desk.passes(1);
    expect(percentsTo(desk, ben)).toEqual(['50']);
    await desk.passes(hours(2));
    expect(percentsTo(desk, ben)).toEqual(['50', '75']);
    const thread = agentsOf(await desk.ticket(key));
    expect(desk.chat.shownIn(thread).map(saidBy).join()).toContain('75 %');
    expect(toldTo(desk, lea)).toEqual([]);
    await desk.passes(minutes(72));
    expect(percentsTo(desk, lea)).toEqual(['90']);
    await desk.passes(minutes(48) + 1);
    expect(percentsTo(desk, lea)).toEqual(['90', '100']);
    expect(percentsTo(desk, mia)).toEqual(['100']);
    expect(percentsTo(desk, ben)).toEqual(['50', '75']);
  });

  it('name the key, what is due and when', async () => {
    const { desk, key } = await claimedTicket();

    await desk.passes(hours(4));

    const [card] = desk.chat.shownIn(directOf(ben.ref)).slice(-1);
    expect(card?.title).toContain(key);
    expect(JSON.stringify(card?.blocks)).toContain('2026-03-02T17:00:00.000Z');
    expect(saidBy(card ?? { blocks: [] })).toContain('50 % of the time to resolve');
  });

  it('come once, however often it is looked', async () => {
    const { desk } = await claimedTicket();

    await desk.passes(hours(4));
    await Promise.all([desk.rings(), desk.rings(), desk.rings()]);
    await desk.passes(minutes(10));

    expect(percentsTo(desk, ben)).toEqual(['50']);
  });

  it('are the highest passed threshold only, after the desk was away', async () => {
    const { desk } = await claimedTicket();

    await desk.passes(hours(7.5));

    expect(percentsTo(desk, ben)).toEqual([]);
    expect(percentsTo(desk, lea)).toEqual(['90']);
  });

  it('do not come while the ticket is on a paused hold, and go on after it with the time that counted', async () => {
    const { desk, key } = await claimedTicket();
    await desk.passes(hours(2));
    await desk.submit('ticket.hold', key, { reason: 'vendor', note: 'Ordered' }, { by: ben });
    await desk.passes(hours(24 * 5));
    expect(toldTo(desk, ben)).toEqual([]);

    await desk.click('ticket.resume', key, { by: ben });
    await desk.passes(hours(2) - 1);
    expect(toldTo(desk, ben)).toEqual([]);
    await desk.passes(1);
    expect(percentsTo(desk, ben)).toEqual(['50']);
  });

  it('go on during a hold that runs', async () => {
    const { desk, key } = await claimedTicket();
    await desk.submit('ticket.hold', key, { reason: 'change', note: 'Window' }, { by: ben });

    await desk.passes(hours(4));

    expect(percentsTo(desk, ben)).toEqual(['50']);
  });

  it('end with the ticket', async () => {
    const { desk, key } = await claimedTicket();
    await desk.submit('ticket.resolve', key, { code: 'fixed', note: 'Done' }, { by: ben });

    await desk.passes(hours(48));

    expect([ben, lea, mia].flatMap((person) => toldTo(desk, person))).toEqual([]);
  });

  it('go to the team while nobody has claimed it', async () => {
    const { desk, key } = await aTicketOf();

    await desk.passes(hours(4));

    expect(
      desk.chat
        .shownIn(agentsOf(await desk.ticket(key)))
        .map(saidBy)
        .join(),
    ).toContain('50 %');
  });

  it('take the higher priority to its threshold at once, the highest only, and lower ones not again', async () => {
    const { desk, key } = await claimedTicket();
    await desk.passes(hours(3.7)); // 46 % of P3's time, 92 % of P1's
    expect(toldTo(desk, ben)).toEqual([]);

    await desk.submit('ticket.priority', key, { impact: '1', urgency: '1', reason: 'All of us' }, { by: ben });
    await desk.rings();
    expect(percentsTo(desk, lea)).toEqual(['90']);
    expect(toldTo(desk, ben)).toEqual([]);

    await desk.submit('ticket.priority', key, { impact: '3', urgency: '2', reason: 'Not so' }, { by: ben });
    await desk.passes(hours(0.3));
    expect(percentsTo(desk, ben)).toEqual(['50']);
    await desk.passes(hours(2));
    expect(percentsTo(desk, ben)).toEqual(['50', '75']);
  });

  it('do not repeat what was told when another policy sets the same target', async () => {
    const { desk, key } = await claimedTicket({
      serviceLevels: [
        { id: 'network', when: { team: 'network' }, calendar: 'always', resolveMs: hours(8) },
        { id: 'standard', when: {}, calendar: 'always', resolveMs: hours(8) },
      ],
    });
    await desk.passes(hours(6));
    expect(percentsTo(desk, ben)).toEqual(['75']);

    await desk.submit('ticket.escalate', key, { to: 'team:network' }, { by: ben });
    await desk.passes(minutes(5));

    const told = desk.chat.messages.filter(({ drawings }) => drawings.some((card) => saidBy(card).includes('75 %')));
    expect(told).toHaveLength(2); // Ben's and the thread's of before
  });

  it('count each answer anew for the update target', async () => {
    const { desk, key } = await claimedTicket({
      serviceLevels: [{ id: 'talk', when: {}, calendar: 'always', updateMs: hours(2) }],
    });
    await desk.passes(hours(1));
    expect(percentsTo(desk, ben)).toEqual(['50']);

    await desk.submit('ticket.reply', key, { note: 'We are on it' }, { by: ben });
    await desk.passes(minutes(59));
    expect(percentsTo(desk, ben)).toEqual(['50']);
    await desk.passes(minutes(1));
    expect(percentsTo(desk, ben)).toEqual(['50', '50']);
  });
});

describe('a target that is passed', () => {
  it('takes the ticket one level up once, tells lead and manager, and stands in the history', async () => {
    const { desk, key } = await claimedTicket();

    await desk.passes(hours(8));
    expect((await desk.ticket(key)).level).toBe(1);
    await desk.passes(1);
    await desk.passes(hours(30));

    const ticket = await desk.ticket(key);
    expect(ticket.level).toBe(2);
    expect(ticket.sla.resolve).toMatchObject({ state: 'breached', breachedAt: new Date('2026-03-02T17:00:00Z') });
    const entry = ticket.history.find(({ move }) => move === 'breach');
    expect(entry).toMatchObject({ by: 'desk', changes: [{ field: 'level', from: 1, to: 2 }] });
    expect(entry?.alarm).toMatch(/^sla:resolve@standard:100:/);
    expect(saidBy(desk.chat.shownIn(directOf(lea.ref)).at(-1) ?? { blocks: [] })).toContain('level 2');
  });

  it('goes up also when the threshold was only passed on the way to a higher one', async () => {
    const { desk, key } = await claimedTicket({
      reminders: [
        { atPercent: 100, tell: ['lead'], escalate: 'up' },
        { atPercent: 150, tell: ['manager'] },
      ],
    });

    await desk.passes(hours(13));

    expect((await desk.ticket(key)).level).toBe(2);
    expect(toldTo(desk, lea)).toEqual([]);
    expect(percentsTo(desk, mia)).toEqual(['100']);
  });

  it('is kept also when desk.yaml tells nobody', async () => {
    const { desk, key } = await claimedTicket({ reminders: [] });

    await desk.passes(hours(9));

    const ticket = await desk.ticket(key);
    expect(ticket.history.filter(({ move }) => move === 'breach')).toHaveLength(1);
    expect(ticket.level).toBe(1);
  });
});

describe('what rings by itself', () => {
  it('redraws the card with the state of its target', async () => {
    const { desk, key } = await claimedTicket();
    await desk.passes(hours(9));

    const card = desk.chat.shownIn(itTriage).find((one) => saidBy(one).includes(key));
    expect(saidBy(card ?? { blocks: [] })).toMatch(/overdue/i);
  });

  it('asks an index, and nothing else, while nothing is due', async () => {
    const { desk } = await claimedTicket();
    const before = desk.chat.posted;

    await desk.passes(minutes(1));

    expect(desk.chat.posted).toBe(before);
    expect(await desk.desk.ticketStore.find('INC-1')).toMatchObject({ version: 2 });
  });
});

describe('an assignee who is away', () => {
  it('is reminded, and so is whoever leads', async () => {
    const { desk } = await claimedTicket();
    await desk.command(ben, 'away until 2026-03-20 09:00');
    await desk.settled();

    await desk.passes(hours(4));

    expect(percentsTo(desk, ben)).toEqual(['50']);
    expect(percentsTo(desk, lea)).toEqual(['50']);
  });
});

describe('an agreement with a supplier', () => {
  const agreed: Partial<DeskConfig> = {
    vendors: [{ id: 'acme', name: 'Acme Net' }],
    serviceLevels: [
      { id: 'standard', when: {}, calendar: 'always', resolveMs: hours(800) },
      { id: 'acme', when: {}, with: { vendor: 'acme' }, calendar: 'always', resolveMs: hours(8) },
    ],
  };

  it('rings while the ticket waits for it, with its name, and takes nothing a level up', async () => {
    const { desk, key } = await claimedTicket(agreed);
    await desk.submit('ticket.hold', key, { reason: 'vendor', vendor: 'acme', note: 'A part' }, { by: ben });

    await desk.passes(hours(4));
    expect(toldTo(desk, ben).join()).toContain('Acme Net');
    await desk.passes(hours(5));

    expect(percentsTo(desk, mia)).toEqual(['100']);
    expect((await desk.ticket(key)).level).toBe(1);
    await desk.click('ticket.resume', key, { by: ben });
    await desk.passes(hours(20));
    expect(percentsTo(desk, mia)).toEqual(['100']);
  });
});

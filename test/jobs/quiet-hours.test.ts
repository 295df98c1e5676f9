import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { quietUntil } from '../../src/tickets/alarms/quiet-hours.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf } from '../kit/a-talk.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { ben, dana, hana, hugo, lea, type Somebody } from '../kit/people.ts';
import { directOf, hrTriage, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, linesOf, saidBy } from '../views/shown.ts';

const hours = (count: number) => minutes(count * 60);
const rules: Partial<DeskConfig> = {
  serviceLevels: [{ id: 'standard', when: {}, calendar: 'always', resolveMs: hours(8) }],
  quietHours: { from: '20:00', to: '07:00', except: ['P1'] },
  nudges: {},
};

/** Berlin is an hour ahead: six in the evening there. */
const evening = () => new FakeClock(new Date('2026-03-02T17:00:00Z'));
const titles = (desk: TestDesk, person: Somebody) => desk.chat.shownIn(directOf(person.ref)).map(({ title }) => title);

async function claimed(words: readonly string[], config: Partial<DeskConfig> = {}) {
  const desk = await aDesk({ config: { ...rules, ...config }, clock: evening() });
  for (const text of words) await desk.says(dana, text);
  await desk.settled();
  for (const { key } of await desk.tickets()) await desk.click('ticket.claim', key, { by: ben });
  await desk.settled();
  return desk;
}

describe('quiet hours', () => {
  it('hold reminders back and give them in one message in the morning, the latest of each', async () => {
    const desk = await claimed(['The VPN is down', 'My e-mail is slow']);

    await desk.passes(hours(4)); // 22:00: 50 %
    await desk.passes(hours(2)); // midnight: 75 %
    expect(titles(desk, ben)).toEqual([]);
    await desk.passes(hours(7) - 1);
    expect(titles(desk, ben)).toEqual([]);
    await desk.passes(1);

    expect(titles(desk, ben)).toEqual(['2 reminders from the quiet hours']);
    const [card] = desk.chat.shownIn(directOf(ben.ref));
    expect(linesOf(card ?? { blocks: [] }).join('\n')).toMatch(/INC-\d: 75 % of the time to resolve/);
    expect(
      labelsOf(card?.blocks.flatMap((block) => (block.kind === 'row' && block.button ? [block.button] : []))),
    ).toEqual(['Show', 'Show']);
  });

  it('give the team its message in the triage place, not in twenty threads', async () => {
    const desk = await claimed(['The VPN is down', 'My e-mail is slow']);

    await desk.passes(hours(6)); // midnight: 75 % goes to the team, too
    await desk.passes(hours(7));

    const inTriage = desk.chat.shownIn(itTriage).map(saidBy);
    expect(inTriage.filter((text) => text.includes('from the quiet hours'))).toHaveLength(1);
    const threads = (await desk.tickets()).flatMap((ticket) => desk.chat.shownIn(agentsOf(ticket)).map(saidBy));
    expect(threads.join()).not.toContain('75 %');
  });

  it('leave out what is not so any more', async () => {
    const desk = await claimed(['The VPN is down']);
    await desk.passes(hours(4));
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });

    await desk.passes(hours(9));

    expect(titles(desk, ben)).toEqual([]);
  });

  it('do not hold back what they exempt', async () => {
    const desk = await claimed(['The VPN is down']);
    await desk.submit('ticket.priority', 'INC-1', { impact: '1', urgency: '1', reason: 'All of us' }, { by: lea });
    await desk.passes(hours(4));

    expect(desk.chat.shownIn(directOf(ben.ref)).map(saidBy).join()).toContain('50 %');
  });

  it('take a ticket up on time, and tell of it in the morning', async () => {
    const desk = await claimed(['The VPN is down']);
    await desk.passes(hours(8) + 1);

    expect((await desk.ticket('INC-1')).level).toBe(2);
    expect(titles(desk, lea)).toEqual([]);
    await desk.passes(hours(5));
    expect(titles(desk, lea)).toEqual(['One reminder from the quiet hours']);
  });

  it('never name a confidential ticket in the triage place', async () => {
    const desk = await aDesk({ config: rules, clock: evening() });
    await desk.says(dana, 'My salary is wrong');
    await desk.settled();
    await desk.passes(hours(6));
    await desk.passes(hours(8));

    expect(desk.chat.shownIn(hrTriage).map(saidBy).join()).not.toContain('quiet hours');
    const ticket = await desk.only();
    const told = [...ticket.cards.flatMap(({ thread }) => thread ?? []), directOf(hana.ref), directOf(hugo.ref)];
    expect(told.flatMap((place) => desk.chat.shownIn(place).map(saidBy)).join()).toContain('from the quiet hours');
  });

  it('give one message though two look at once, and though one was killed before it was noted', async () => {
    const desk = await claimed(['The VPN is down']);
    await desk.passes(hours(4));
    desk.clock.advance(hours(9));
    desk.chat.faults.order('arrives', ({ method, at }) => method === 'post' && at === directOf(ben.ref), 1);

    await Promise.all([desk.morning.sweep(), desk.morning.sweep()]);
    await desk.passes(minutes(2));

    expect(titles(desk, ben).filter((title) => String(title).includes('quiet'))).toHaveLength(1);
  });
});

describe('the end of quiet hours', () => {
  const desk = { timeZone: 'Europe/Berlin' };

  it.each([
    ['22:00 to 06:00', '22:00', '06:00', '2026-03-02T22:30:00Z', '2026-03-03T05:00:00.000Z'],
    ['before midnight', '22:00', '06:00', '2026-03-02T21:00:00Z', '2026-03-03T05:00:00.000Z'],
    ['in the day', '12:00', '13:00', '2026-03-02T11:30:00Z', '2026-03-02T12:00:00.000Z'],
    ['just over', '22:00', '06:00', '2026-03-03T05:00:00Z', undefined],
    ['just before', '22:00', '06:00', '2026-03-02T20:59:59Z', undefined],
    ['over the night of the change of clocks', '22:00', '06:00', '2026-03-28T23:30:00Z', '2026-03-29T04:00:00.000Z'],
  ])('%s', (_, from, to, now, end) => {
    const until = quietUntil(new Date(now), 'P3', { desk, quietHours: { from, to, except: ['P1'] } });

    expect(until?.toISOString()).toBe(end);
    expect(quietUntil(new Date(now), 'P1', { desk, quietHours: { from, to, except: ['P1'] } })).toBeUndefined();
  });

  it('is never quiet itself, and less than a day away', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const text = ([hour, minute]: [number, number]) =>
      `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, instant, (one, other, now) => {
        fc.pre(text(one) !== text(other));
        const quietHours = { from: text(one), to: text(other), except: [] };
        const until = quietUntil(now, 'P3', { desk, quietHours });
        if (!until) return true;
        const isAwake = quietUntil(until, 'P3', { desk, quietHours }) === undefined;
        return isAwake && until > now && until.getTime() - now.getTime() <= hours(25);
      }),
    );
  });
});

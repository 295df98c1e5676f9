import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aLife } from '../kit/a-life.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { lea } from '../kit/people.ts';
import { directOf, RecordingChat } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

const hours = (count: number) => minutes(count * 60);

const config: Partial<DeskConfig> = {
  serviceLevels: [{ id: 'standard', when: {}, calendar: 'always', resolveMs: hours(8) }],
  reminders: [{ atPercent: 100, tell: ['lead'], escalate: 'up' }],
  nudges: {},
};

/** Opened at eight in the morning and due at four, as the store knows it. */
function dueAtFour(key: string, impact: 1 | 3 = 3): Ticket {
  const ticket = aTicket({ key, nextAlarmAt: new Date('2026-03-02T16:00:00.001Z') });
  return impact === 1 ? { ...ticket, impact, urgency: 1, priority: 'P1' } : ticket;
}

const reminders = (chat: RecordingChat) =>
  chat
    .shownIn(directOf(lea.ref))
    .map(saidBy)
    .filter((text) => text.includes('overdue'))
    .map((text) => /INC-\d+/.exec(text)?.[0]);

describe.each(['before', 'after'] as const)('a process that is killed just %s a step of ringing', (moment) => {
  it('has told once in the end, whichever step it was', async () => {
    let steps = 0;
    for (let hasEnded = false; !hasEnded && steps < 40; ) {
      steps += 1;
      const rings = (desk: { passes(ms: number): Promise<void> }) => desk.passes(hours(8));
      const life = await aLife(steps, moment, rings, { config, tickets: [dueAtFour('INC-42')] });
      hasEnded = life.hasEnded;
      await life.second.passes(minutes(2));
      await life.second.desk.courier.sweep();
      await life.second.settled();

      expect({ steps, told: reminders(life.chat) }).toEqual({ steps, told: ['INC-42'] });
      const { history, level } = await life.second.ticket('INC-42');
      expect({ steps, level, breaches: history.filter(({ move }) => move === 'breach').length }).toEqual({
        ...{ steps, level: 2, breaches: 1 },
      });
    }
    expect(steps).toBeGreaterThan(5);
  }, 120_000);
});

describe('two desks on one store', () => {
  it('ring each alarm once between them', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const keys = Array.from({ length: 60 }, (_, at) => `INC-${at + 1}`);
    const one = await aDesk({ chat, clock, database, config, tickets: keys.map((key) => dueAtFour(key)) });
    const other = await aDesk({ chat, clock, database, config });
    await one.settled();
    clock.advance(hours(8));

    await Promise.all([one.ringer.sweep(), other.ringer.sweep(), one.ringer.sweep()]);
    await Promise.all([one.settled(), other.settled()]);
    await Promise.all([one.rings(), other.rings()]);

    expect(reminders(chat).toSorted()).toEqual(keys.toSorted());
    for (const { level, version } of await one.tickets()) expect({ level, version }).toEqual({ level: 2, version: 2 });
  }, 60_000);

  it('let the one go on where the other has died', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const one = await aDesk({ chat, clock, database, config, tickets: [dueAtFour('INC-42')] });
    await one.settled();
    clock.advance(hours(8));
    chat.faults.order('never', ({ method }) => method === 'post');
    await one.ringer.sweep();
    await one.until(() => reminders(chat).length === 1);
    await one.crash();
    chat.faults.heal();

    const other = await aDesk({ chat, clock, database, config });
    await other.passes(minutes(2));
    await other.desk.courier.sweep();
    await other.settled();

    expect(reminders(chat)).toEqual(['INC-42']);
  });
});

describe('many that are due at once', () => {
  it('are told of in the order of their priority', async () => {
    const [chat, clock] = [new RecordingChat(), new FakeClock()];
    const plain = Array.from({ length: 80 }, (_, at) => dueAtFour(`INC-${at + 1}`));
    const urgent = Array.from({ length: 5 }, (_, at) => dueAtFour(`INC-${at + 101}`, 1));
    const desk = await aDesk({ chat, clock, config, tickets: [...plain, ...urgent] });
    await desk.settled();

    await desk.passes(hours(8));

    const told = reminders(chat);
    expect(told).toHaveLength(85);
    const places = urgent.map(({ key }) => told.indexOf(key));
    expect(Math.max(...places)).toBeLessThan(30);
  }, 60_000);
});

describe('time that does not go by evenly', () => {
  it.each([
    ['a jump of an hour', hours(1)],
    ['a jump of a week', hours(24 * 7)],
  ])('%s rings what was missed once', async (_, jump) => {
    const desk = await aDesk({ config, tickets: [dueAtFour('INC-42')] });
    await desk.passes(hours(7) - 1);
    await desk.passes(jump);
    await desk.rings();
    await desk.passes(jump);

    expect(reminders(desk.chat)).toEqual(['INC-42']);
  });

  it('a clock that is set back rings nothing a second time', async () => {
    const desk = await aDesk({ config, tickets: [dueAtFour('INC-42')] });
    await desk.passes(hours(8));
    desk.clock.advance(-hours(5));
    await desk.rings();
    await desk.passes(hours(6));

    expect(reminders(desk.chat)).toEqual(['INC-42']);
  });

  it('a clock that stands rings nothing', async () => {
    const desk = await aDesk({ config, tickets: [dueAtFour('INC-42')] });
    for (let look = 0; look < 5; look += 1) await desk.rings();

    expect(reminders(desk.chat)).toEqual([]);
  });
});

describe('another desk.yaml', () => {
  it('moves what is due, for tickets that nobody touches', async () => {
    const desk = await aDesk({ config, tickets: [dueAtFour('INC-42')] });
    await desk.forecaster.catchUp();
    desk.reconfigure({ serviceLevels: [{ id: 'quick', when: {}, calendar: 'always', resolveMs: hours(2) }] });
    await desk.forecaster.catchUp();
    expect((await desk.ticket('INC-42')).sla.next?.dueAt).toEqual(new Date('2026-03-02T10:00:00Z'));

    await desk.passes(hours(1) + 1);

    expect(reminders(desk.chat)).toEqual(['INC-42']);
  });

  it('is looked at once, and again after the next change', async () => {
    const desk = await aDesk({ config, tickets: [dueAtFour('INC-42')] });
    await desk.forecaster.catchUp();
    const { sla } = await desk.ticket('INC-42');
    await desk.desk.ticketStore.find('INC-42');
    await desk.forecaster.catchUp();

    expect((await desk.ticket('INC-42')).sla).toEqual(sla);
    expect(sla.resolve).toMatchObject({ policy: 'standard', targetMs: hours(8) });
  });

  it('takes up tickets that were stored before there were alarms', async () => {
    const { nextAlarmAt, ...ticket } = dueAtFour('INC-42');
    const desk = await aDesk({ config, tickets: [ticket] });
    await desk.forecaster.catchUp();

    expect((await desk.ticket('INC-42')).nextAlarmAt).toEqual(nextAlarmAt);
  });
});

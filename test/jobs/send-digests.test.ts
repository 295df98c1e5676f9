import { afterEach, describe, expect, it } from '@jest/globals';
import type { DigestConfig } from '../../src/config/desk-config.ts';
import { sendDigests } from '../../src/jobs/send-digests.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { days, FakeClock, minutes, seconds } from '../kit/fake-clock.ts';
import { ada, ben, cem, hana, hugo, lea, mia } from '../kit/people.ts';
import { directOf, RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { aDigest } from '../reports/a-digest.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

const morning = aDigest();
/** Tuesday, half past eight in Berlin. */
const due = new Date('2026-03-03T07:30:00Z');
const ago = (hours: number) => new Date(due.getTime() - hours * 3_600_000);

const sla = (dueAt: Date): Ticket['sla'] => ({
  resolve: { policy: 'p1', state: dueAt < due ? 'breached' : 'running', targetMs: 1, elapsedMs: 0, dueAt },
  next: { target: 'resolve', dueAt },
});
const tickets = () =>
  [
    aTicket({ key: 'INC-1', title: 'VPN is down', priority: 'P1', openedAt: ago(20), sla: sla(ago(3)) }),
    aTicket({ key: 'INC-2', title: 'Mail is slow', openedAt: ago(5), sla: sla(ago(-4)) }),
    aTicket({ key: 'INC-3', title: 'Old one', openedAt: ago(100), resolvedAt: ago(2), status: 'resolved' }),
    aConfidentialTicket({ key: 'INC-66', openedAt: ago(6), sla: sla(ago(5)) }),
    aTicket({ key: 'INC-5', team: 'network', title: 'Wi-Fi is slow', openedAt: ago(1) }),
  ].map((ticket) => ({
    ...ticket,
    owing: false,
    openedDay: ticket.openedAt.toISOString().slice(0, 10),
    ...(ticket.resolvedAt ? { resolvedDay: ticket.resolvedAt.toISOString().slice(0, 10) } : {}),
  }));

interface Facts {
  readonly digests?: readonly DigestConfig[];
  readonly at?: Date;
  readonly tickets?: readonly Ticket[];
}

/** A desk that has been there for a while. */
async function aDigestDesk({ digests = [morning], at = due, tickets: some = tickets() }: Facts = {}) {
  const desk = await aDesk({ clock: new FakeClock(at), config: { digests } });
  for (const ticket of some) await desk.desk.ticketStore.insert(ticket);
  await desk.desk.digests.since(new Date(at.getTime() - days(30)));
  used.push(desk);
  return desk;
}

const used: TestDesk[] = [];
afterEach(async () => {
  for (const { digestSender } of used.splice(0)) await digestSender.idle();
});

/** What the job does each minute, and the ticker each second. */
const runs = (desk: TestDesk) =>
  sendDigests.run(
    { ...desk.desk, inbox: desk.router.inbox, ringer: desk.ringer, digestSender: desk.digestSender },
    desk.clock.now(),
  );
const toldTo = (desk: TestDesk, { ref }: { ref: string }) => desk.chat.shownIn(directOf(ref));

describe('a daily digest', () => {
  it('tells managers what came and went since the day before, what is open, overdue, due and stuck', async () => {
    const desk = await aDigestDesk();

    await runs(desk);

    const [card, ...others] = toldTo(desk, mia);
    expect(others).toEqual([]);
    expect(card?.title).toBe('Daily digest, Tue 3 Mar');
    const text = card ? saidBy(card) : '';
    for (const line of ['Opened: 4', 'Resolved: 1', 'Open now: 4', 'Overdue: 2', 'Due today: 1', 'Stuck: 0'])
      expect(text).toContain(line);
    expect(text).toContain('From 2 Mar 2026');
    expect(text).toContain('INC-1 VPN is down is a P1 and has been overdue since');
    expect(labelsOf(card?.buttons)).toEqual(['Open list', 'Mute for a week']);
  });

  it('counts confidential tickets and never names them, not even to their own team', async () => {
    const desk = await aDigestDesk({ digests: [morning, { ...morning, id: 'hr', to: 'hr' }] });

    await runs(desk);

    for (const reader of [mia, hana, hugo]) {
      const [card] = toldTo(desk, reader);
      expect(card && saidBy(card)).toMatch(/Overdue: [12]/);
      expect(card && saidBy(card)).not.toMatch(/INC-66|salary/);
    }
  });

  it('tells a team of its own tickets, each agent and lead in their language', async () => {
    const desk = await aDigestDesk({ digests: [{ ...morning, id: 'it', to: 'it' }] });

    await runs(desk);

    for (const reader of [ben, lea])
      expect(saidBy(toldTo(desk, reader)[0] ?? { blocks: [] })).toMatch(/Daily digest for IT support[\s\S]*Opened: 2/);
    expect(saidBy(toldTo(desk, cem)[0] ?? { blocks: [] })).toMatch(/Tagesüberblick für IT support[\s\S]*Neu: 2/);
    expect(toldTo(desk, mia)).toEqual([]);
  });

  it('shows a picture after the message, with its words beside it', async () => {
    const desk = await aDigestDesk();

    await runs(desk);
    await desk.digestSender.idle();

    const lies = desk.chat.messages.filter(({ place }) => place === directOf(mia.ref));
    expect(lies).toHaveLength(2);
    expect(lies[1]?.file).toMatchObject({ name: 'morning-2026-03-03.png', mimeType: 'image/png' });
    expect(lies[1]?.file?.alt).toMatch(/^Opened and resolved per day \(tickets\)\. Opened: Tue 24 = 0; .*Mon 2 = /);
    const png = Buffer.from(lies[1]?.file?.content ?? []);
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', 1024]);
  });

  it('comes without its picture when that cannot be shown', async () => {
    const desk = await aDigestDesk();
    desk.chat.faults.order('permanent', ({ method }) => method === 'upload');

    await runs(desk);
    await desk.digestSender.idle();

    expect(toldTo(desk, mia)).toHaveLength(1);
    expect(desk.chat.filesIn(directOf(mia.ref))).toEqual([]);
  });

  it('says in one line that a day was empty, without a picture', async () => {
    const desk = await aDigestDesk({ tickets: [] });

    await runs(desk);
    await desk.digestSender.idle();

    const [card] = toldTo(desk, mia);
    expect(card?.blocks).toHaveLength(1);
    expect(card && saidBy(card)).toMatch(/All quiet since .*: nothing opened, .* 0 tickets open\.$/);
    expect(desk.chat.filesIn(directOf(mia.ref))).toEqual([]);
  });
});

describe('a weekly digest', () => {
  it('compares with the week before, and shows two weeks', async () => {
    const weekly: DigestConfig = { ...morning, id: 'weekly', every: 'week', days: ['tue'] };
    const desk = await aDigestDesk({ digests: [weekly] });

    await runs(desk);
    await desk.digestSender.idle();

    const text = saidBy(toldTo(desk, mia)[0] ?? { blocks: [] });
    expect(text).toContain('Weekly digest, Tue 3 Mar');
    expect(text).toContain('Opened: 5, 5 more than the week before');
    expect(text).toContain('Resolved: 1, 1 more than the week before');
    expect(desk.chat.messages.at(-1)?.file?.alt).toMatch(/^Opened and resolved per day/);
  });
});

describe('sending', () => {
  it('is done once, however often it is looked', async () => {
    const desk = await aDigestDesk();

    for (let second = 0; second < 40; second += 1) {
      await runs(desk);
      desk.clock.advance(seconds(1));
    }

    expect(toldTo(desk, mia)).toHaveLength(1);
  });

  it('is done once by two processes on one database', async () => {
    const chat = new RecordingChat();
    const one = await aDigestDesk();
    const other = await aDesk({ clock: one.clock, config: { digests: [morning] }, database: one.database, chat });
    used.push(other);

    await Promise.all([runs(one), runs(other)]);
    one.clock.advance(minutes(1));
    await Promise.all([runs(one), runs(other)]);

    expect(toldTo(one, mia).length + toldTo(other, mia).length).toBe(1);
  });

  it('is not done before its time, nor later than desk.yaml allows', async () => {
    const early = await aDigestDesk({ at: new Date(due.getTime() - 1) });
    const late = await aDigestDesk({ at: new Date(due.getTime() + 3 * 3_600_000 + 1) });

    await Promise.all([runs(early), runs(late)]);

    expect([...toldTo(early, mia), ...toldTo(late, mia)]).toEqual([]);
  });

  it('makes up for one digest after a stop, not for a week of them', async () => {
    const desk = await aDigestDesk({ at: new Date(due.getTime() - days(7)) });
    await runs(desk);

    desk.clock.advance(days(7) + minutes(90));
    await runs(desk);
    desk.clock.advance(minutes(1));
    await runs(desk);

    expect(toldTo(desk, mia)).toHaveLength(2);
  });

  it('gives one message when the process was killed between its note and the message', async () => {
    const desk = await aDigestDesk();
    const copy = { digest: 'morning', edition: '2026-03-03T08:30', person: mia.id };
    await desk.desk.digests.claim(copy, desk.clock.now(), new Date(desk.clock.now().getTime() + minutes(2)));

    await runs(desk);
    expect(toldTo(desk, mia)).toEqual([]);
    desk.clock.advance(minutes(3));
    await runs(desk);

    expect(toldTo(desk, mia)).toHaveLength(1);
  });

  it.each(['arrives', 'never'] as const)('gives one message when its answer was lost (%s)', async (fault) => {
    const desk = await aDigestDesk();
    desk.chat.faults.order(fault, ({ method }) => method === 'post', 1);
    const first = runs(desk);
    if (fault === 'arrives') await first;
    else await desk.until(() => desk.chat.posted === 1);

    const again = await aDesk({
      clock: desk.clock,
      chat: desk.chat,
      config: { digests: [morning] },
      database: desk.database,
    });
    used.push(again);
    desk.clock.advance(minutes(3));
    await runs(again);
    await again.digestSender.idle();

    expect(toldTo(again, mia)).toHaveLength(1);
    desk.chat.faults.release();
    await first;
  });

  it('is tried again after a while when the platform is busy, and given up when there is no way', async () => {
    const desk = await aDigestDesk({
      digests: [
        { ...morning, to: 'admins' },
        { ...morning, id: 'other' },
      ],
    });
    desk.chat.faults.order('transient', ({ method, at }) => method === 'post' && at === directOf(ada.ref), 1);
    desk.chat.faults.order('permanent', ({ method, at }) => method === 'post' && at === directOf(mia.ref), 1);

    await runs(desk);
    expect([...toldTo(desk, ada), ...toldTo(desk, mia)]).toEqual([]);
    desk.clock.advance(seconds(20));
    await runs(desk);

    expect(toldTo(desk, ada)).toHaveLength(1);
    expect(toldTo(desk, mia)).toEqual([]);
  });

  it('begins with the first digest after the desk was first started: a new desk has missed none', async () => {
    const start = new Date(due.getTime() + minutes(6));
    const desk = await aDesk({ clock: new FakeClock(start), config: { digests: [morning] } });
    used.push(desk);
    await runs(desk);
    expect(toldTo(desk, mia)).toEqual([]);

    desk.clock.advance(days(1) + minutes(30));
    const later = await aDesk({ clock: desk.clock, config: { digests: [morning] }, database: desk.database });
    used.push(later);
    await runs(later);

    expect(toldTo(later, mia)).toHaveLength(1);
  });

  it('goes by another time from the moment that desk.yaml has it', async () => {
    const desk = await aDigestDesk({ at: new Date(due.getTime() + minutes(40)) });
    await runs(desk);
    desk.reconfigure({ digests: [{ ...morning, at: '09:12' }] });

    desk.clock.advance(minutes(1) + seconds(59));
    await runs(desk);
    expect(toldTo(desk, mia)).toHaveLength(1);
    desk.clock.advance(seconds(1));
    await runs(desk);

    expect(toldTo(desk, mia)).toHaveLength(2);
  });
});

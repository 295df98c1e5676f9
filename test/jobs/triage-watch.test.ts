import { describe, expect, it, jest } from '@jest/globals';
import { TriageWatch } from '../../src/jobs/triage-watch.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDesk, type DeskFacts } from '../kit/a-desk.ts';
import { days } from '../kit/fake-clock.ts';
import { ada, ben, dana } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { aBadWeek, aPast, wordsOn } from '../triage/a-history.ts';
import { saidBy } from '../views/shown.ts';

/** Each learns from dozens of tickets. */
jest.setTimeout(60_000);

async function aDeskWith(past: (now: Date) => readonly Ticket[], facts: DeskFacts = {}): Promise<TestDesk> {
  const desk = await aDesk(facts);
  await keep(desk, past(desk.clock.now()));
  await desk.desk.triage.load();
  return desk;
}

async function keep(desk: TestDesk, tickets: readonly Ticket[]): Promise<void> {
  await Promise.all(tickets.map((ticket) => desk.desk.ticketStore.insert(ticket)));
}

const look = (desk: TestDesk) => new TriageWatch(desk.desk).look(desk.clock.now());
const stateOf = (desk: TestDesk) => desk.desk.triage.licence('service', 'learnt').state;
const toldAda = (desk: TestDesk) =>
  desk.chat
    .shownIn(directOf(ada.ref))
    .map(saidBy)
    .filter((text) => text.includes('Triage has fallen silent'));

async function agents(desk: TestDesk, key: string) {
  await desk.settled();
  const cards = desk.chat.messages.flatMap(({ drawings }) => drawings.at(-1) ?? []);
  const card = cards.find(({ mark }) => mark?.ticket === key && mark.card === 'agent');
  return card ? saidBy(card) : '';
}

describe('what was learnt from the desk’s own tickets', () => {
  it('is only suggested until it has proved right on later ones', async () => {
    const desk = await aDeskWith((now) => aPast(45, now));
    expect(stateOf(desk)).toBe('unproven');

    await desk.says(dana, wordsOn('wifi', 900));

    expect(await agents(desk, 'INC-1')).toMatch(/Looks like: Wi-Fi \(\d\d %\)/);
    expect((await desk.ticket('INC-1')).service).toBeUndefined();
  });

  it('sets the field by itself once it has', async () => {
    const desk = await aDeskWith((now) => aPast(66, now));
    await look(desk);
    expect(desk.desk.triage.licence('service', 'learnt')).toMatchObject({ state: 'acting', version: 1 });

    await desk.says(dana, wordsOn('wifi', 900));
    await desk.settled();

    expect(await desk.ticket('INC-1')).toMatchObject({ service: 'wifi', team: 'network' });
    expect((await desk.ticket('INC-1')).triage?.guesses).toContainEqual(
      expect.objectContaining({ field: 'service', value: 'wifi', by: 'learnt', how: 'set' }),
    );
  });

  it('needs as many judged tickets as desk.yaml asks for', async () => {
    const desk = await aDeskWith((now) => aPast(36, now));
    await look(desk);

    expect(stateOf(desk)).toBe('unproven');
  });

  it('falls silent when a week was worse than it said, tells the admins once, and says what it would have done', async () => {
    const desk = await aDeskWith((now) => aPast(66, now));
    await look(desk);
    desk.clock.advance(days(8));
    await keep(desk, aBadWeek(14, desk.clock.now(), 500));

    await look(desk);
    await look(desk);

    expect(stateOf(desk)).toBe('silent');
    expect(toldAda(desk)).toHaveLength(1);
    expect(toldAda(desk).join()).toMatch(/What was learnt about "Service" was right in \d of 1\d tickets last week/);
    await desk.says(dana, wordsOn('vpn', 902));
    expect(await agents(desk, 'INC-1')).toContain('Would have set: VPN');
    expect((await desk.ticket('INC-1')).service).toBeUndefined();
  });

  it('comes back by the same proof', async () => {
    const desk = await aDeskWith((now) => aPast(66, now));
    await look(desk);
    desk.clock.advance(days(8));
    await keep(desk, aBadWeek(14, desk.clock.now(), 500));
    await look(desk);
    expect(stateOf(desk)).toBe('silent');
    desk.clock.advance(days(9));
    await keep(desk, aPast(72, desk.clock.now(), 2000));

    await look(desk);

    expect(stateOf(desk)).toBe('acting');
    expect(toldAda(desk)).toHaveLength(1);
  });

  it('is looked at by several processes, of which one tells', async () => {
    const one = await aDeskWith((now) => aPast(66, now));
    await look(one);
    one.clock.advance(days(8));
    await keep(one, aBadWeek(14, one.clock.now(), 500));
    const other = await aDesk({ database: one.database, chat: one.chat, clock: one.clock });

    await Promise.all([look(one), look(other)]);
    await look(other);

    expect([stateOf(one), stateOf(other)]).toEqual(['silent', 'silent']);
    expect(toldAda(one)).toHaveLength(1);
  });

  it('is told by the next process when one dies before it has told', async () => {
    const one = await aDeskWith((now) => aPast(66, now));
    await look(one);
    one.clock.advance(days(8));
    await keep(one, aBadWeek(14, one.clock.now(), 500));
    const { post } = one.chat;
    one.chat.post = async () => {
      throw new Error('killed');
    };
    await expect(look(one)).rejects.toThrow('killed');
    one.chat.post = post;
    const other = await aDesk({ database: one.database, chat: one.chat, clock: one.clock });
    await look(other);
    expect(toldAda(other)).toEqual([]);

    one.clock.advance(180_000);
    await look(other);

    expect(toldAda(other)).toHaveLength(1);
  });
});

describe('learning from people', () => {
  it('begins with what they resolve and correct while the desk runs, and takes back what they correct again', async () => {
    const desk = await aDeskWith(() => []);
    for (let n = 0; n < 10; n += 1) {
      await desk.says(dana, wordsOn('wifi', 3 * n));
      await desk.submit(
        'ticket.edit',
        `INC-${2 * n + 1}`,
        { title: 'x', kind: 'incident', service: 'email' },
        { by: ben },
      );
      await desk.says(dana, wordsOn('vpn', 3 * n + 2));
      await desk.submit(
        'ticket.edit',
        `INC-${2 * n + 2}`,
        { title: 'x', kind: 'incident', service: 'vpn' },
        { by: ben },
      );
    }
    const { triage } = desk.desk;
    expect(triage.triage(wordsOn('wifi', 903)).service).toMatchObject({ value: 'email', by: 'learnt' });

    for (let n = 0; n < 10; n += 1)
      await desk.submit(
        'ticket.edit',
        `INC-${2 * n + 1}`,
        { title: 'x', kind: 'incident', service: 'wifi' },
        { by: ben },
      );

    expect(triage.triage(wordsOn('wifi', 903)).service).toMatchObject({ value: 'wifi', by: 'learnt' });
    expect(triage.triage(wordsOn('wifi', 903)).team?.value).toBe('network');
  });

  it('reaches other processes, and the next life', async () => {
    const one = await aDeskWith((now) => aPast(30, now));
    const other = await aDesk({ database: one.database, chat: one.chat, clock: one.clock });
    await other.desk.triage.load();
    const examples = one.desk.triage.evidence().length;
    expect(other.desk.triage.evidence()).toHaveLength(examples);

    await one.says(dana, 'the plotter eats paper');
    await one.submit('ticket.edit', 'INC-1', { title: 'x', kind: 'incident', service: 'vpn' }, { by: ben });
    await other.desk.triage.keepUp();
    one.clock.advance(11 * 60_000);
    await other.desk.triage.keepUp();
    const next = await aDesk({ database: one.database, chat: one.chat, clock: one.clock });
    await next.desk.triage.keepUp();

    const said = (desk: TestDesk) => desk.desk.triage.triage('the plotter eats paper').service;
    expect(said(one)).toMatchObject({ value: 'vpn' });
    expect(said(other)).toEqual(said(one));
    expect(said(next)).toMatchObject({ value: 'vpn' });
  });

  it('is not done with confidential, cancelled and merged tickets', async () => {
    const desk = await aDeskWith((now) => aPast(3, now).map((ticket, n) => ({ ...ticket, ...untaught[n] })));

    expect(desk.desk.triage.evidence()).toEqual([]);
    expect(desk.chat.shownIn(itTriage)).toEqual([]);
  });
});

const untaught: readonly Partial<Ticket>[] = [{ confidential: true }, { status: 'cancelled' }, { mergedInto: 'INC-7' }];

import { describe, expect, it } from '@jest/globals';
import { ReportShelves } from '../../src/help/report-shelves.ts';
import type { SolvedText } from '../../src/help/solved-source.ts';
import { SolvedTickets } from '../../src/help/solved-tickets.ts';
import { silentLog } from '../../src/log.ts';
import type { Remark } from '../../src/tickets/conversation.ts';
import { reopen, resolve } from '../../src/tickets/moves/ending.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock, seconds } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';

const tunnel = {
  title: 'VPN tunnel drops',
  description: 'The VPN tunnel drops after a minute and asks for the token.',
};
const asked = {
  key: 'INC-99',
  title: 'VPN tunnel drops again',
  description: 'VPN tunnel drops after a minute, token asked',
};

function solvedTicket(key: string, facts: Partial<Ticket> = {}, note = 'Restart the tunnel service'): Ticket {
  return moved(aTicket({ key, ...tunnel, ...facts }), resolve('fixed', note), ben.id, new Date('2026-03-02T08:30:00Z'));
}

/** A past of these tickets, which may be changed while it is asked. */
function aPast(tickets: Ticket[], remarks: readonly Remark[] = []) {
  const clock = new FakeClock();
  const texts = (): SolvedText[] =>
    tickets.flatMap(({ key, title, description, resolvedAt, confidential }) =>
      resolvedAt && !confidential ? [{ key, title, description, resolvedAt }] : [],
    );
  const solved = new SolvedTickets({
    source: {
      newest: async function* () {
        yield texts();
      },
      since: async (at) => texts().filter(({ resolvedAt }) => resolvedAt >= at),
    },
    find: async (key) => tickets.find((ticket) => ticket.key === key),
    remarks: { of: async () => remarks },
    clock,
    log: silentLog,
  });
  return { solved, clock, keys: async () => (await solved.like(asked)).map(({ ticket }) => ticket.key) };
}

describe('solved tickets', () => {
  it('tell how the same matter was solved, and nothing of another one', async () => {
    const said: Remark = {
      ...{ id: 'm', ticket: 'INC-12', author: ben.id, side: 'agent', visibility: 'public', files: [] },
      ...{ text: 'Please restart it.', at: new Date(), isDescription: false, version: 1, copies: [], owing: false },
    };
    const inside: Remark = { ...said, id: 'n', visibility: 'internal', text: 'Her router again' };
    const printer = { title: 'Printer jams', description: 'The printer on floor 3 jams with every page.' };
    const past = aPast([solvedTicket('INC-12'), solvedTicket('INC-13', printer)], [said, inside]);

    expect(await past.solved.like(asked)).toMatchObject([
      { ticket: { key: 'INC-12' }, note: 'Restart the tunnel service', lastWords: 'Please restart it.' },
    ]);
  });

  it('are never confidential ones, not even when they became so after they were read', async () => {
    const tickets = [solvedTicket('INC-12'), solvedTicket('INC-13', { confidential: true })];
    const past = aPast(tickets);
    expect(await past.keys()).toEqual(['INC-12']);

    tickets[0] = solvedTicket('INC-12', { confidential: true });
    expect(await past.keys()).toEqual([]);
  });

  it('are none while they are open again', async () => {
    const solved = solvedTicket('INC-12');
    const tickets = [solved];
    const past = aPast(tickets);
    expect(await past.keys()).toEqual(['INC-12']);

    tickets[0] = moved(solved, reopen(undefined, 1e12), ben.id, new Date('2026-03-02T08:40:00Z'));
    expect(await past.keys()).toEqual([]);
  });

  it('are known at once when this process resolves them, and soon when another one does', async () => {
    const tickets: Ticket[] = [];
    const past = aPast(tickets);
    expect(await past.keys()).toEqual([]);

    const here = solvedTicket('INC-12', { resolvedAt: past.clock.now() });
    tickets.push({ ...here, resolvedAt: past.clock.now() });
    expect(await past.keys()).toEqual([]);
    past.solved.changed(here);
    expect(await past.keys()).toEqual(['INC-12']);

    tickets.push({ ...solvedTicket('INC-14'), resolvedAt: past.clock.now() });
    expect(await past.keys()).toEqual(['INC-12']);
    past.clock.advance(seconds(11));
    expect(new Set(await past.keys())).toEqual(new Set(['INC-12', 'INC-14']));
  });

  it('are asked for again when they could not be read', async () => {
    let isAway = true;
    const ticket = solvedTicket('INC-12');
    const solved = new SolvedTickets({
      source: {
        newest: async function* () {
          if (isAway) throw new Error('away');
          yield [{ key: ticket.key, ...tunnel, resolvedAt: new Date('2026-03-02T08:30:00Z') }];
        },
        since: async () => [],
      },
      find: async () => ticket,
      remarks: { of: async () => [] },
      clock: new FakeClock(),
      log: silentLog,
    });
    expect(await solved.like(asked)).toEqual([]);
    isAway = false;
    expect(await solved.like(asked)).toHaveLength(1);
  });
});

describe('reports on shelves', () => {
  const report = (at: number) => ({
    id: `R${at}`,
    title: `Matter number${at}`,
    text: `word${at} thing${at} case${at}`,
  });

  it('are all found, wherever they came to lie, and once', () => {
    const shelves = new ReportShelves(1_000, 10);
    shelves.addOlder(Array.from({ length: 10 }, (_, at) => report(at)));
    shelves.addOlder(Array.from({ length: 10 }, (_, at) => report(at + 10)));
    for (let at = 20; at < 60; at += 4) shelves.add(Array.from({ length: 4 }, (_, more) => report(at + more)));
    shelves.add([report(3)]);

    for (const at of [0, 3, 12, 21, 44, 59])
      expect(shelves.like({ ...report(at), id: 'q' }, 5)[0]).toMatchObject({ id: `R${at}` });
    expect(shelves.like({ ...report(3), id: 'q' }, 9).filter(({ id }) => id === 'R3')).toHaveLength(1);
  });

  it('are no more than there is room for', () => {
    const shelves = new ReportShelves(40, 10);
    for (let at = 0; at < 120; at += 4) shelves.add(Array.from({ length: 4 }, (_, more) => report(at + more)));

    expect(shelves.size).toBeLessThanOrEqual(60);
    expect(shelves.like({ ...report(119), id: 'q' }, 1)).toMatchObject([{ id: 'R119' }]);
  });
});

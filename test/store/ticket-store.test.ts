import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoDeliveryStore } from '../../src/store/mongo-delivery-store.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { claim } from '../../src/tickets/moves/assignment.ts';
import { escalateToTeam } from '../../src/tickets/moves/escalation.ts';
import { watch } from '../../src/tickets/moves/relations.ts';
import { resume } from '../../src/tickets/moves/waiting.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import type { Reader } from '../../src/tickets/ticket-store.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ben, dana, max } from '../kit/people.ts';
import { noon, today } from '../tickets/written.ts';

const connections: Connection[] = [];
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
});

async function stores() {
  const connection = await connect(await aDatabase());
  connections.push(connection);
  const models = defineModels(connection);
  await createIndexes(models);
  return { tickets: new MongoTicketStore(models), deliveries: new MongoDeliveryStore(models), connection };
}

const context = { by: ben.id, now: noon, today };
const agent: Reader = { id: ben.id, agentOf: ['it'], seesAll: true };
const done = { slots: [], newSlots: [], doneEffects: [], posted: 0, next: { kind: 'done' } } as const;

describe('the ticket store', () => {
  it('gives a key once, by kind, however many ask', async () => {
    const { tickets } = await stores();

    const keys = await Promise.all(Array.from({ length: 50 }, () => tickets.nextKey('incident')));

    expect(new Set(keys).size).toBe(50);
    expect(await tickets.nextKey('request')).toBe('REQ-1');
  });

  it('gives back what it was given', async () => {
    const { tickets } = await stores();
    const ticket = aTicket({ key: 'INC-1', tags: ['a'], customFields: { asset: 'L-7' } });

    await tickets.insert(ticket);

    expect(await tickets.find('INC-1')).toEqual(ticket);
    expect(await tickets.findBySource(ticket.source.key)).toEqual(ticket);
    expect(await tickets.find('INC-2')).toBeUndefined();
  });

  it('takes one ticket for a source', async () => {
    const { tickets } = await stores();
    const source = aTicket().source;

    const taken = await Promise.all(['INC-1', 'INC-2', 'INC-3'].map((key) => tickets.insert(aTicket({ key, source }))));

    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('writes a change from one version only once', async () => {
    const { tickets } = await stores();
    const ticket = aTicket();
    await tickets.insert(ticket);

    const written = await Promise.all(Array.from({ length: 10 }, () => tickets.write(ticket, claim(ticket, context))));

    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await tickets.find('INC-42')).toMatchObject({ version: 2, status: 'in_progress', owing: true });
    expect((await tickets.find('INC-42'))?.history).toHaveLength(2);
  });

  it('takes a field away that a move takes away', async () => {
    const { tickets } = await stores();
    const held = aTicket({ status: 'on_hold', assignee: ben.id, hold: { reason: 'vendor', since: noon } });
    await tickets.insert(held);

    await tickets.write(held, resume(held, context));

    expect(await tickets.find('INC-42')).not.toHaveProperty('hold');
  });

  it('does not let a move overwrite a card that was noted meanwhile', async () => {
    const { tickets, deliveries } = await stores();
    const ticket = aTicket();
    await tickets.insert(ticket);
    const [, slot] = ticket.cards;
    await deliveries.settle(ticket, { ...done, slots: slot ? [{ ...slot, message: 'slack:m1', drawn: 1 }] : [] });

    expect(await tickets.write(ticket, escalateToTeam('network')(ticket, context))).toBeUndefined();
    const fresh = (await tickets.find('INC-42')) ?? ticket;
    const moved = await tickets.write(fresh, escalateToTeam('network')(fresh, context));
    expect(moved?.cards[1]).toMatchObject({ message: 'slack:m1', state: 'moved' });
  });

  it('lists for each reader what they may see, in pages', async () => {
    const { tickets } = await stores();
    for (let index = 0; index < 12; index += 1) await tickets.insert(aTicket({ key: `INC-${index}` }));
    await tickets.insert(aConfidentialTicket());
    const list = (visibleTo: Reader, page = 0) =>
      tickets.list({ scope: { kind: 'raisedBy', person: dana.id }, visibleTo, page, pageSize: 10 });

    expect(await list(agent)).toMatchObject({ total: 12, lines: { length: 10 } });
    expect(await list(agent, 1)).toMatchObject({ total: 12, lines: { length: 2 } });
    expect(await list({ id: dana.id, agentOf: [], seesAll: false })).toMatchObject({ total: 13 });
    expect(await list({ id: max.id, agentOf: [], seesAll: false })).toMatchObject({ total: 0 });
    expect(await list({ id: max.id, agentOf: ['hr'], seesAll: true })).toMatchObject({ total: 13 });
  });

  it('lists what is due soon by its due time, by its own index', async () => {
    const { tickets, connection } = await stores();
    const due = (key: string, minutes: number, facts: Partial<Ticket> = {}) =>
      aTicket({
        key,
        sla: { next: { target: 'resolve', dueAt: new Date(noon.getTime() + minutes * 60_000) } },
        ...facts,
      });
    for (const ticket of [due('INC-1', 9), due('INC-2', -5), due('INC-3', 10), due('INC-4', 1, { team: 'network' })])
      await tickets.insert(ticket);
    for (const ticket of [
      due('INC-5', 1, { status: 'closed' }),
      due('INC-6', 1, { team: 'hr' }),
      aTicket({ key: 'INC-7' }),
    ])
      await tickets.insert(ticket);
    const before = new Date(noon.getTime() + 10 * 60_000);

    const page = await tickets.list({
      ...{ scope: { kind: 'dueSoon', teams: ['it', 'network'], before }, visibleTo: agent, page: 0, pageSize: 10 },
    });

    expect(page.lines.map(({ key }) => key)).toEqual(['INC-2', 'INC-4', 'INC-1']);
    expect(page.lines[0]?.sla).toEqual({ next: { target: 'resolve', dueAt: new Date(noon.getTime() - 5 * 60_000) } });
    const plan = await connection
      .collection('tickets')
      .find({ team: { $in: ['it', 'network'] }, 'sla.next.dueAt': { $lt: before } })
      .sort({ 'sla.next.dueAt': 1 })
      .explain('executionStats');
    expect(JSON.stringify(plan)).toContain('team_1_sla.next.dueAt_1');
    expect(plan.executionStats).toMatchObject({ nReturned: 4, totalDocsExamined: 4 });
  });

  it('finds by words, the last of which may be unfinished, and takes nothing for a pattern', async () => {
    const { tickets } = await stores();
    await tickets.insert(aTicket({ key: 'INC-7', title: 'Drucker größer', description: 'a+b (c)' }));
    const found = async (text: string) =>
      (await tickets.list({ scope: { kind: 'words', text }, visibleTo: agent, page: 0, pageSize: 10 })).total;

    expect([await found('druck'), await found('größer druck'), await found('INC-7')]).toEqual([1, 1, 1]);
    expect([await found('rucker'), await found('druck größer'), await found('.*'), await found('')]).toEqual([
      0, 0, 0, 0,
    ]);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => expect(await found(text)).toBeLessThanOrEqual(1)),
      { numRuns: 50 },
    );
  });
});

describe('the delivery store', () => {
  it('gives the right to send to one', async () => {
    const { tickets, deliveries } = await stores();
    await tickets.insert(aTicket());
    const until = new Date(noon.getTime() + 60_000);

    const leases = await Promise.all(Array.from({ length: 10 }, () => deliveries.lease('INC-42', noon, until)));

    expect(leases.filter((lease) => lease === 'taken')).toHaveLength(9);
    expect(leases.find((lease) => lease !== 'taken')).toMatchObject({ isTakenOver: false });
    expect(await deliveries.lease('INC-42', until, new Date(until.getTime() + 1))).toMatchObject({ isTakenOver: true });
    expect(await deliveries.lease('INC-404', noon, until)).toBeUndefined();
  });

  it('keeps the right while the ticket has changed, and gives it back when it has not', async () => {
    const { tickets, deliveries } = await stores();
    const ticket = aTicket();
    await tickets.insert(ticket);
    const until = new Date(noon.getTime() + 60_000);
    await deliveries.lease('INC-42', noon, until);
    await tickets.write(ticket, watch(max.id)(ticket, context));

    const changed = await deliveries.settle(ticket, { ...done, posted: 2 });
    expect(changed).toMatchObject({ version: 2, botMessages: 2 });
    expect(await deliveries.lease('INC-42', noon, until)).toBe('taken');
    expect(await deliveries.settle(changed ?? ticket, done)).toBeUndefined();
    expect(await deliveries.lease('INC-42', noon, until)).toBeUndefined();
    expect(await tickets.find('INC-42')).toMatchObject({ owing: false, botMessages: 2 });
  });

  it('lets a change be sent at once that comes while something waits to be tried again', async () => {
    const { tickets, deliveries } = await stores();
    const ticket = aTicket();
    await tickets.insert(ticket);
    const at = new Date(noon.getTime() + 60_000);
    await deliveries.lease('INC-42', noon, at);
    await deliveries.settle(ticket, { ...done, next: { kind: 'later', at, mayHaveArrived: true } });

    expect(await deliveries.owing(noon, 10)).toEqual([]);
    expect(await deliveries.owing(at, 10)).toEqual(['INC-42']);
    expect(await deliveries.lease('INC-42', noon, at)).toMatchObject({ isTakenOver: true });
  });
});

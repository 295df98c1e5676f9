import { afterEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoAbsenceStore } from '../../src/store/mongo-absence-store.ts';
import { MongoTicketStore } from '../../src/store/mongo-ticket-store.ts';
import { MongoTurnStore } from '../../src/store/mongo-turn-store.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, cem, lea } from '../kit/people.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const absence = (from: number, until: number) => ({ person: ben.id, from: at(from), until: at(until) });

/** What the stores of turns and absences do, on whichever engine. */
export function dutyStoreContract(engine: string, database: () => Promise<string>): void {
  const connections: Connection[] = [];
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
  });

  async function stores() {
    const connection = await connect(await database());
    connections.push(connection);
    const models = defineModels(connection);
    await createIndexes(models);
    const [absences, turns] = [new MongoAbsenceStore(models), new MongoTurnStore(models)];
    return { absences, turns, tickets: new MongoTicketStore(models) };
  }

  describe(`absences on ${engine}`, () => {
    it('are under way until their end, and no longer', async () => {
      const { absences } = await stores();
      await absences.begin(absence(9, 12));

      expect(await absences.of(ben.id, at(11))).toEqual(absence(9, 12));
      expect(await absences.running(at(11))).toEqual([absence(9, 12)]);
      expect(await absences.of(ben.id, at(12))).toBeUndefined();
      expect(await absences.running(at(12))).toEqual([]);
      expect(await absences.of(cem.id, at(11))).toBeUndefined();
    });

    it('get another end while they are under way, and begin anew after that', async () => {
      const { absences } = await stores();
      await absences.begin(absence(9, 12));
      await absences.begin(absence(10, 15));
      expect(await absences.of(ben.id, at(11))).toEqual(absence(9, 15));

      await absences.begin(absence(16, 18));
      expect(await absences.of(ben.id, at(17))).toEqual(absence(16, 18));
    });

    it('begin once, however many say so at the same time', async () => {
      const { absences } = await stores();
      await Promise.all(Array.from({ length: 8 }, () => absences.begin(absence(9, 12))));

      expect(await absences.running(at(10))).toHaveLength(1);
    });

    it('end when they are told to, once', async () => {
      const { absences } = await stores();
      await absences.begin(absence(9, 12));

      expect([await absences.end(ben.id, at(10)), await absences.end(ben.id, at(10))]).toEqual([true, false]);
      expect(await absences.of(ben.id, at(10))).toBeUndefined();
      expect(await absences.lease(at(10), at(11))).toBeUndefined();
    });

    it('are told by one at a time; who takes over knows that it may have been told', async () => {
      const { absences } = await stores();
      await absences.begin(absence(9, 12));
      const leases = await Promise.all(Array.from({ length: 4 }, () => absences.lease(at(9), at(10))));
      expect(leases.filter((one) => one !== undefined)).toEqual([
        { absence: absence(9, 12), told: [], mayHaveArrived: false },
      ]);
      await absences.told(absence(9, 12), lea.id);

      const over = await absences.lease(at(10), at(11));
      expect(over).toEqual({ absence: absence(9, 12), told: [lea.id], mayHaveArrived: true });
      await absences.settle(absence(9, 12), { retryAt: at(11), mayHaveArrived: false });
      expect(await absences.lease(at(10), at(11))).toBeUndefined();
      expect(await absences.lease(at(11), at(12))).toMatchObject({ mayHaveArrived: false });
      await absences.settle(absence(9, 12), 'done');
      expect(await absences.lease(at(12), at(13))).toBeUndefined();
    });

    it('are told anew after the next beginning', async () => {
      const { absences } = await stores();
      await absences.begin(absence(9, 12));
      await absences.settle(absence(9, 12), 'done');
      await absences.begin(absence(10, 13));
      expect(await absences.lease(at(10), at(11))).toBeUndefined();

      await absences.begin(absence(14, 16));
      expect(await absences.lease(at(14), at(15))).toMatchObject({ told: [], mayHaveArrived: false });
    });
  });

  describe(`turns on ${engine}`, () => {
    const given = (version: number, person: string) => ({
      ...{ team: 'it', version, given: [{ person, turn: version }] },
      claims: [{ ticket: 'INC-1', person }],
    });

    it('are written by whoever has seen the last version, from the first one on', async () => {
      const { turns } = await stores();
      const empty = await turns.book('it');
      expect(empty).toEqual({ team: 'it', version: 0, given: [], claims: [] });

      const people = [ben.id, cem.id, lea.id];
      const first = await Promise.all(people.map((person) => turns.write(empty, given(1, person))));
      expect(first.filter((isWritten) => isWritten)).toHaveLength(1);
      const book = await turns.book('it');
      expect(book).toEqual(given(1, people[first.indexOf(true)] ?? ''));

      expect(await turns.write(book, given(2, cem.id))).toBe(true);
      expect(await turns.write(book, given(2, lea.id))).toBe(false);
      expect(await turns.book('it')).toEqual(given(2, cem.id));
      expect(await turns.book('hr')).toMatchObject({ version: 0 });
    });

    it('know who has what', async () => {
      const { turns, tickets } = await stores();
      const mine = { assignee: ben.id, status: 'in_progress' } as const;
      await tickets.insert(aTicket({ key: 'INC-1', ...mine }));
      await tickets.insert(aTicket({ key: 'INC-2', ...mine, status: 'on_hold' }));
      await tickets.insert(aTicket({ key: 'INC-3', ...mine, status: 'resolved' }));
      await tickets.insert(aTicket({ key: 'INC-4' }));

      expect([...(await turns.loads([ben.id, cem.id]))]).toEqual([[ben.id, 2]]);
      expect((await turns.heldBy([ben.id], 10)).map(({ key }) => key).sort()).toEqual(['INC-1', 'INC-2']);
      expect(await turns.heldBy([], 10)).toEqual([]);
      expect(Object.fromEntries(await turns.holdings(['INC-1', 'INC-4', 'INC-9']))).toEqual({
        'INC-1': { team: 'it', ...mine },
        'INC-4': { team: 'it', status: 'new' },
      });
    });

    it('are asked again for the new tickets of a team that wait', async () => {
      const { turns, tickets } = await stores();
      await tickets.insert(aTicket({ key: 'INC-1', nextAlarmAt: at(12) }));
      await tickets.insert(aTicket({ key: 'INC-2', nextAlarmAt: at(8) }));
      await tickets.insert(aTicket({ key: 'INC-3', nextAlarmAt: at(12), status: 'on_hold' }));
      await tickets.insert(aTicket({ key: 'INC-4', nextAlarmAt: at(12), team: 'network' }));
      await turns.askAgain(['it'], at(9));

      const hours = await Promise.all(
        [1, 2, 3, 4].map(async (one) => (await tickets.find(`INC-${one}`))?.nextAlarmAt?.getUTCHours()),
      );
      expect(hours).toEqual([9, 8, 12, 12]);
    });
  });
}

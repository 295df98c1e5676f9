import { afterEach, describe, expect, it } from '@jest/globals';
import type { Chat } from '../../src/chat/chat.ts';
import { PeopleService } from '../../src/people/people-service.ts';
import { type Connection, connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoPersonStore } from '../../src/store/mongo-person-store.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, dana, somebody } from '../kit/people.ts';

describe('people', () => {
  it('are one person on two accounts with one e-mail', async () => {
    const desk = await aDesk();
    desk.chat.people.set('slack:T2/dana', { ...dana, ref: 'slack:T2/dana', email: 'DANA@example.com' });

    const first = await desk.desk.people.byRef(dana.ref);
    const second = await desk.desk.people.byRef('slack:T2/dana');

    expect(second).toMatchObject({ id: dana.id, refs: [dana.ref, 'slack:T2/dana'] });
    expect(first.id).toBe(second.id);
    expect(await desk.desk.people.byRef(dana.ref)).toEqual(second);
  });

  it('are reached first where they last did something, also by another process', async () => {
    const desk = await aDesk();
    desk.chat.people.set('slack:T2/dana', { ...dana, ref: 'slack:T2/dana' });
    await desk.desk.people.byRef(dana.ref);
    await desk.desk.people.byRef('slack:T2/dana');

    expect((await desk.desk.people.acting('slack:T2/dana')).refs).toEqual(['slack:T2/dana', dana.ref]);
    const fresh = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);
    expect((await fresh.byRef(dana.ref)).refs[0]).toBe('slack:T2/dana');
  });

  it('stay one person when both accounts are met in the same instant', async () => {
    const desk = await aDesk();
    desk.chat.people.set('slack:T2/dana', { ...dana, ref: 'slack:T2/dana' });

    await Promise.all([desk.desk.people.byRef(dana.ref), desk.desk.people.byRef('slack:T2/dana')]);

    const fresh = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);
    expect((await fresh.byRef(dana.ref)).id).toBe(dana.id);
    expect((await fresh.byRef('slack:T2/dana')).id).toBe(dana.id);
  });

  it('are known by their account where no e-mail is told', async () => {
    const desk = await aDesk();
    const { email, id, ...guest } = somebody('Gus Guest');
    desk.chat.people.set(guest.ref, guest);

    expect(await desk.desk.people.byRef(guest.ref)).toMatchObject({ id: guest.ref, name: 'Gus Guest' });
  });

  it('are asked for once, and again when a day has passed', async () => {
    const desk = await aDesk();
    await desk.desk.people.byRef(dana.ref);
    desk.chat.people.set(dana.ref, { ...dana, name: 'Dana Lee-Park' });

    const fresh = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);
    expect((await fresh.byRef(dana.ref)).name).toBe('Dana Lee');
    desk.clock.advance(days(1) + 1);
    const later = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);
    expect((await later.byRef(dana.ref)).name).toBe('Dana Lee-Park');
  });

  it('are taken from the store when the platform cannot be asked', async () => {
    const desk = await aDesk();
    await desk.desk.people.byRef(dana.ref);
    desk.clock.advance(days(2));
    desk.chat.faults.order('transient', ({ method }) => method === 'profile');
    const fresh = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);

    expect((await fresh.byRef(dana.ref)).name).toBe('Dana Lee');
    await expect(fresh.byRef(ben.ref)).rejects.toThrow('Wait a little');
  });

  it('may do nothing any more once they are deactivated', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });
    desk.chat.people.set(ben.ref, { ...ben, isActive: false });
    const fresh = await aSecondProcess(desk.database, desk.desk.chat, desk.clock);
    desk.clock.advance(days(2));

    const person = await fresh.byRef(ben.ref);

    expect(fresh.actor(person)).toEqual({ id: ben.id, agentOf: [], leadOf: [], isManager: false, isAdmin: false });
  });
});

const others: Connection[] = [];
afterEach(async () => {
  await Promise.all(others.splice(0).map((connection) => connection.close()));
});

/** What another process, or this one after a restart, knows of people. */
async function aSecondProcess(database: string, chat: Chat, clock: { now(): Date }): Promise<PeopleService> {
  const connection = await connect(database);
  others.push(connection);
  const models = defineModels(connection);
  await createIndexes(models);
  return new PeopleService({ store: new MongoPersonStore(models), chat, clock, config: () => aConfig() });
}

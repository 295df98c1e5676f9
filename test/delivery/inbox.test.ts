import { describe, expect, it } from '@jest/globals';
import type { ChatEvent, MessageEvent } from '../../src/chat/event.ts';
import { Inbox, NotYet } from '../../src/delivery/inbox.ts';
import type { InboxStore } from '../../src/delivery/inbox-store.ts';
import { silentLog } from '../../src/log.ts';
import { connect } from '../../src/store/connection.ts';
import { createIndexes, defineModels } from '../../src/store/models.ts';
import { MongoInboxStore } from '../../src/store/mongo-inbox-store.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { FakeClock, minutes, seconds } from '../kit/fake-clock.ts';
import { dana } from '../kit/people.ts';

function anEvent(id: string, thread = 'slack:T1/C1/1'): MessageEvent {
  const where = { place: 'slack:T1/C1', setting: 'channel', thread, message: `slack:T1/C1/${id}` } as const;
  const what = { kind: 'message', change: 'new', isReply: true, mentionsDesk: false, text: id, files: [] } as const;
  return { id, person: dana.ref, at: new Date('2026-03-02T09:00:00Z'), ...where, ...what };
}

/** An inbox on its own database; `handle` may be changed on the way. */
async function anInbox(handle: (event: ChatEvent, attempt: number) => Promise<void>) {
  const connection = await connect(await aDatabase());
  const models = defineModels(connection);
  await createIndexes(models);
  const [store, clock] = [new MongoInboxStore(models), new FakeClock()];
  const inbox = new Inbox({ store, clock, log: silentLog, handle });
  const again = () => new Inbox({ store, clock, log: silentLog, handle });
  const end = async () => {
    await inbox.stop();
    await connection.close();
  };
  return { inbox, again, store, clock, end, close: () => connection.close() };
}

describe('the inbox', () => {
  it('keeps an event before it is handled, and handles it once however often it comes', async () => {
    const handled: string[] = [];
    const { inbox, store, end } = await anInbox(async ({ id }) => void handled.push(id));

    await Promise.all([inbox.take(anEvent('a')), inbox.take(anEvent('a')), inbox.take(anEvent('a'))]);
    await inbox.idle();
    await inbox.take(anEvent('a'));
    await inbox.idle();

    expect(handled).toEqual(['a']);
    expect(await store.pending()).toBe(0);
    await end();
  });

  it('acknowledges before it handles', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { inbox, store, end } = await anInbox(() => held);

    await inbox.take(anEvent('a'));

    expect(await store.pending()).toBe(1);
    goOn();
    await inbox.idle();
    expect(await store.pending()).toBe(0);
    await end();
  });

  it('is not acknowledged when the store cannot keep it', async () => {
    const { inbox, end } = await anInbox(async () => {});
    await end();

    await expect(inbox.take(anEvent('a'))).rejects.toThrow();
  });

  it('handles a thread in order and threads side by side', async () => {
    const handled: string[] = [];
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { inbox, end } = await anInbox(async ({ id }) => {
      if (id === 'a1') await slow;
      handled.push(id);
      if (id === 'b1') release();
    });

    for (const [id, thread] of [
      ['a1', 'slack:a'],
      ['a2', 'slack:a'],
      ['b1', 'slack:b'],
    ] as const)
      await inbox.take(anEvent(id, thread));
    await inbox.idle();

    expect(handled).toEqual(['b1', 'a1', 'a2']);
    await end();
  });

  it('handles again what failed, later and later, and lets nothing wait for it', async () => {
    const attempts: string[] = [];
    const { inbox, store, clock, end } = await anInbox(async ({ id }, attempt) => {
      attempts.push(`${id}${attempt}`);
      if (id === 'bad' && attempt < 3) throw new Error('the store is away');
    });
    await inbox.take(anEvent('bad'));
    await inbox.take(anEvent('good'));
    await inbox.idle();
    expect([attempts, await store.pending()]).toEqual([['bad1', 'good1'], 1]);

    await inbox.sweep();
    await inbox.idle();
    expect(attempts).toHaveLength(2);
    for (const wait of [seconds(1), seconds(30)]) {
      clock.advance(wait);
      await inbox.sweep();
      await inbox.idle();
    }

    expect(attempts).toEqual(['bad1', 'good1', 'bad2', 'bad3']);
    expect(await store.pending()).toBe(0);
    await end();
  });

  it('waits a little for what an event needs, then lets it go', async () => {
    const { inbox, store, clock, end } = await anInbox(async () => {
      throw new NotYet('the message before it');
    });
    await inbox.take(anEvent('early'));
    await inbox.idle();

    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await store.pending()).toBe(1);
      clock.advance(seconds(40));
      await inbox.sweep();
      await inbox.idle();
    }

    expect(await store.pending()).toBe(0);
    await end();
  });

  it('hands over what a dead process had in hand after a minute, and not before', async () => {
    const handled: string[] = [];
    let isDead = true;
    const { inbox, again, store, clock, close } = await anInbox(async ({ id }) => {
      if (isDead) return new Promise(() => {});
      handled.push(id);
    });
    void inbox.take(anEvent('a'));
    const second = again();
    while ((await store.pending()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    isDead = false;

    await second.sweep();
    await second.idle();
    expect(handled).toEqual([]);
    clock.advance(minutes(1));
    await second.sweep();
    await second.idle();

    expect(handled).toEqual(['a']);
    await second.stop();
    await close();
  });
});

/** The store works, but the answer of one method is lost once. */
function losesOneAnswer(store: InboxStore, method: 'put' | 'done' | 'postpone', isDone: boolean): void {
  const real = store[method].bind(store) as (...args: unknown[]) => Promise<unknown>;
  const lossy = async (...args: unknown[]) => {
    Object.assign(store, { [method]: real });
    if (isDone) await real(...args);
    throw new Error('the connection was reset');
  };
  Object.assign(store, { [method]: lossy });
}

describe('an inbox that does not hear what its store has done', () => {
  it('handles an event at once when it is brought again, although it was kept before', async () => {
    const handled: string[] = [];
    const { inbox, store, end } = await anInbox(async ({ id }) => void handled.push(id));
    losesOneAnswer(store, 'put', true);

    await expect(inbox.take(anEvent('a'))).rejects.toThrow();
    await inbox.take(anEvent('a'));
    await inbox.take(anEvent('a'));
    await inbox.idle();

    expect([handled, await store.pending()]).toEqual([['a'], 0]);
    await end();
  });

  it('notes later that an event is done, without handling it again', async () => {
    const handled: string[] = [];
    const { inbox, store, end } = await anInbox(async ({ id }) => void handled.push(id));
    losesOneAnswer(store, 'done', false);

    await inbox.take(anEvent('a'));
    await until(async () => (await store.pending()) === 0);

    expect(handled).toEqual(['a']);
    await end();
  });

  it('tries again by itself what it could not put off in the store', async () => {
    const attempts: number[] = [];
    const { inbox, store, end } = await anInbox(async (_event, attempt) => {
      attempts.push(attempt);
      if (attempt === 1) throw new NotYet('the message before it');
    });
    losesOneAnswer(store, 'postpone', false);

    await inbox.take(anEvent('a'));
    await until(async () => (await store.pending()) === 0);

    expect(attempts).toEqual([1, 2]);
    await end();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('an event whose handling meets a store that is away', () => {
  it('stays in the inbox and is handled when it is back; after the third time the person is told', async () => {
    const desk = await aDesk();
    const { insert } = desk.desk.ticketStore;
    let failures = 3;
    desk.desk.ticketStore.insert = async function (ticket) {
      failures -= 1;
      if (failures >= 0) throw new Error('the connection was reset');
      return insert.call(this, ticket);
    };

    await desk.says(dana, 'VPN is down');
    expect(await desk.stores.inbox.pending()).toBe(1);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      desk.clock.advance(minutes(1));
      await desk.router.inbox.sweep();
      await desk.router.inbox.idle();
    }

    expect(await desk.tickets()).toHaveLength(1);
    expect(await desk.stores.inbox.pending()).toBe(0);
    expect(desk.chat.turns.map(({ text }) => /Something went wrong/.test(text))).toEqual([false, false, true, false]);
  });
});

import { afterEach } from '@jest/globals';
import { aDatabase } from './a-database.ts';
import { aDesk, type DeskFacts } from './a-desk.ts';
import { FakeClock, minutes } from './fake-clock.ts';
import { RecordingChat } from './recording-chat.ts';
import { aStoreProxy, type StoreProxy } from './store-proxy.ts';
import type { TestDesk } from './test-desk.ts';

const proxies: StoreProxy[] = [];
afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.stop()));
});

/** A process that lives until the given step of its store, and the one that is started after it. */
export async function aLife(
  at: number,
  moment: 'before' | 'after',
  story: (desk: TestDesk) => Promise<void>,
  facts: DeskFacts = {},
) {
  const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
  const proxy = await aStoreProxy(database);
  proxies.push(proxy);
  const first = await aDesk({ ...facts, chat, clock, database: proxy.uri });
  proxy.arm(at, moment);
  const told = story(first).then(
    () => true,
    () => false,
  );
  await first.until(async () => proxy.silent() || (await Promise.race([told, later()])));
  const hasEnded = !proxy.silent();
  await first.crash();

  clock.advance(minutes(2));
  const second = await aDesk({ ...(facts.config ? { config: facts.config } : {}), chat, clock, database });
  await second.stores.deliveries.disown();
  await second.router.inbox.sweep();
  await second.router.inbox.idle();
  await second.desk.courier.sweep();
  return { chat, second, hasEnded };
}

const later = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 5));

import { afterEach } from '@jest/globals';
import { Router } from '../../flows/router.ts';
import { buildDesk } from '../../src/build-desk.ts';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { OpenaiEnvironment } from '../../src/config/environment.ts';
import { RedrawPace } from '../../src/delivery/redraw-pace.ts';
import { Journal } from '../../src/journal.ts';
import { silentLog } from '../../src/log.ts';
import { connect } from '../../src/store/connection.ts';
import type { Consideration } from '../../src/tickets/consideration.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import type { Assistant } from '../../src/triage/assistant.ts';
import { aConfig } from './a-config.ts';
import { aDatabase } from './a-database.ts';
import { FakeClock } from './fake-clock.ts';
import { RecordingChat } from './recording-chat.ts';
import { TestDesk } from './test-desk.ts';

export interface DeskFacts {
  /** They lie in the store, with their cards drawn. */
  readonly tickets?: readonly Ticket[];
  readonly config?: Partial<DeskConfig>;
  /** How often the platform delivers every event. */
  readonly deliveries?: number;
  readonly chat?: RecordingChat;
  readonly clock?: FakeClock;
  /** When cards are drawn anew; at once when left out. */
  readonly pace?: RedrawPace;
  /** A model's server; there is none when left out. */
  readonly openai?: OpenaiEnvironment;
  /** How long a test waits for a server that does not answer. */
  readonly modelDeadlineMs?: number;
  /** In place of the desk's own. */
  readonly assistant?: Assistant;
  /** What else is thought about new tickets. */
  readonly considerations?: readonly Consideration[];
  /** Where browsers reach the desk; nowhere when left out. */
  readonly publicUrl?: string;
  /** A database that another desk has left. */
  readonly database?: string;
}

/** The real desk with its router, on the embedded store and a recording platform. It stops after the test. */
export async function aDesk(facts: DeskFacts = {}): Promise<TestDesk> {
  const { chat = new RecordingChat(), clock = new FakeClock(), deliveries = 1 } = facts;
  const database = facts.database ?? (await aDatabase());
  const connection = await connect(database);
  let config = aConfig(facts.config);
  const parts = {
    connection,
    adapters: [chat],
    config: () => config,
    clock,
    journal: new Journal(),
    log: silentLog,
    pace: facts.pace ?? quickly(),
    publicUrl: () => facts.publicUrl,
    considerations: facts.considerations ?? [],
    ...(facts.assistant ? { assistant: facts.assistant } : {}),
    ...{ openai: facts.openai, modelDeadlineMs: facts.modelDeadlineMs },
  };
  const built = await buildDesk(parts);
  const router = new Router(built.desk, built.stores.inbox);
  const desk = new TestDesk({ built, router, chat, clock, deliveries, database, connection });
  desk.reconfigure = (next) => {
    config = { ...config, ...next };
  };
  running.push(desk);
  for (const ticket of facts.tickets ?? []) await built.desk.ticketStore.insert(ticket);
  if (facts.tickets) await built.desk.courier.sweep();
  return desk;
}

/** A test does not wait for the next change of a card that it does not make. */
const quickly = () => new RedrawPace(undefined, { firstAfterMs: 2, quietMs: 5, longestMs: 50 });

const running: TestDesk[] = [];

afterEach(async () => {
  for (const { router, desk, connection, chat } of running.splice(0)) {
    chat.faults.release();
    await router.inbox.stop();
    await desk.courier.stop();
    await connection.close();
  }
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDesk } from '../src/build-desk.ts';
import { parseDeskFile } from '../src/config/read-desk-file.ts';
import { Journal } from '../src/journal.ts';
import { silentLog } from '../src/log.ts';
import { connect } from '../src/store/connection.ts';
import { startEmbedded } from '../src/store/embedded/start-embedded.ts';
import { collectionOf, createIndexes, defineModels } from '../src/store/models.ts';
import type { TicketDocument } from '../src/store/ticket-document.ts';
import { openTicket } from './alarms/open-tickets.ts';
import { QuietPlatform } from './alarms/quiet-platform.ts';

/**
 * What alarms cost. A store with many open tickets, each with its next alarm (BENCH_TICKETS, a million when left out):
 * first a sweep that finds nothing, then 10,000 that are due in the same instant, in five rounds, each from the read to
 * the acknowledged write of every one. BENCH_MONGODB_URI names another database than the embedded store.
 */
const open = Number(process.env.BENCH_TICKETS ?? 1_000_000);
const dueAtOnce = 10_000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const hourMs = 3_600_000;

const parsed = parseDeskFile(`
people: { managers: [mia@example.com] }
teams:
  - { id: it, agents: [ben@example.com], leads: [lea@example.com], triage: { slack: "#it-triage" } }
  - { id: network, agents: [nia@example.com], leads: [lea@example.com], triage: { slack: "#network-triage" } }
services: [{ id: vpn, team: it }]
serviceLevels: [{ id: standard, resolve: 4000h }]
reminders: [{ at: 50%, tell: [assignee] }]
nudges: off
`);
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
const { config } = parsed;

const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-alarms-'));
const uri = process.env.BENCH_MONGODB_URI;
const embedded = uri ? undefined : await startEmbedded({ dataDir });
const connection = await connect(uri ?? embedded?.uri ?? '');
const models = defineModels(connection);
await createIndexes(models);
const tickets = collectionOf<TicketDocument>(models.tickets);

/** Rounds ring at these instants; the many ring long after. */
const start = Date.UTC(2026, 2, 2, 9);
let nowMs = start;
const platform = new QuietPlatform();
const { desk, ringer } = await buildDesk({
  ...{ connection, models, adapters: [platform], journal: new Journal(), log: silentLog },
  config: () => config,
  clock: { now: () => new Date(nowMs) },
});

try {
  await fill();
  await idle();
  for (let round = 1; round <= rounds; round += 1) await ringAll(round);
} finally {
  await desk.courier.stop();
  if (!embedded) await connection.dropDatabase();
  await connection.close();
  await embedded?.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function fill(): Promise<void> {
  const began = performance.now();
  await insert(open, (number) => openTicket(number, new Date(start + 10_000 * hourMs + number), config));
  console.log(`${open} open tickets stored in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function insert(count: number, ticket: (number: number) => TicketDocument, from = 0): Promise<void> {
  for (let at = from; at < from + count; at += 500) {
    const size = Math.min(500, from + count - at);
    await tickets.insertMany(Array.from({ length: size }, (_, index) => ticket(at + index)));
  }
}

async function idle(): Promise<void> {
  const sweeps = 2_000;
  const began = performance.now();
  for (let count = 0; count < sweeps; count += 1) await ringer.sweep();
  const ms = (performance.now() - began) / sweeps;
  const plan = await tickets
    .find({ nextAlarmAt: { $lte: new Date(nowMs) } })
    .sort({ nextAlarmAt: 1 })
    .limit(500)
    .explain('executionStats')
    .catch(() => undefined);
  const stats = plan?.executionStats;
  console.log(
    `idle sweep: ${ms.toFixed(2)} ms; ${stats?.totalKeysExamined} keys and ${stats?.totalDocsExamined} documents examined`,
  );
}

/** All of one round were opened in the same instant, so that half of their time to resolve is over in the same one. */
async function ringAll(round: number): Promise<void> {
  const openedAt = new Date(start + round * 100 * hourMs);
  await insert(dueAtOnce, (number) => openTicket(number, openedAt, config), open + round * dueAtOnce);
  nowMs = openedAt.getTime() + 2000 * hourMs;
  const used = process.cpuUsage();
  const began = performance.now();
  await ringer.sweep();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  await desk.courier.idle();
  const sentSeconds = (performance.now() - began) / 1000;
  const rung = await tickets.countDocuments({ _id: { $in: keysOf(round) }, 'history.move': 'remind' });
  if ((await tickets.countDocuments({ 'history.move': 'remind' })) !== round * dueAtOnce)
    throw new Error('other tickets have rung, too');
  console.log(
    `round ${round}: ${rung} rang in ${seconds.toFixed(2)} s, ${(rung / seconds).toFixed(0)} a second, ${((user + system) / rung).toFixed(0)} µs of processor each; all told after ${sentSeconds.toFixed(1)} s`,
  );
}

function keysOf(round: number): string[] {
  return Array.from({ length: dueAtOnce }, (_, index) => `INC-${open + round * dueAtOnce + index}`);
}

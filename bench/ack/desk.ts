import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackAdapter } from '../../adapters/slack/adapter.ts';
import { createApp } from '../../src/app.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';
import { silentLog } from '../../src/log.ts';
import type { Draft } from '../../src/tickets/draft.ts';
import { type Card, signingSecret, team } from './load.ts';

/**
 * The whole desk on the embedded store. New cards are posted as fast as it can, redraws as fast as Slack lets it. Thousands
 * of nearly the same tickets are no outage here.
 */
const read = parseDeskFile(`
teams:
  - { id: it, name: IT, agents: [ben@example.com], triage: { slack: "#it-triage" } }
outages: off
recurring: off
`);
if (!('config' in read)) throw new Error(JSON.stringify(read.faults));
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-bench-'));
const options = {
  botToken: 'xoxb-bench',
  signingSecret,
  apiUrl: process.argv[2] ?? '',
  messagesPerSecond: 10_000,
  log: silentLog,
};
const app = await createApp({
  host: '127.0.0.1',
  port: 0,
  dataDir,
  config: read.config,
  log: silentLog,
  adapters: (ports) => [slackAdapter({ ...options, ...ports })],
});
await app.start();
process.send?.({ url: app.url });

process.on('message', async (message: { prepare?: number; handled?: boolean; stop?: boolean }) => {
  if (message.prepare) process.send?.({ cards: await prepare(message.prepare) });
  if (message.handled) {
    await app.router.inbox.idle();
    process.send?.({});
  }
  if (message.stop) {
    await rm(dataDir, { recursive: true, force: true });
    process.exit(0);
  }
});

let prepared = 0;

/** Opens tickets and waits until both their cards lie where they belong, as they do when somebody claims. */
async function prepare(count: number): Promise<readonly Card[]> {
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) {
    prepared += 1;
    const { ticket } = await app.desk.tickets.open(aDraft(prepared), `bench:${prepared}`);
    keys.push(ticket.key);
  }
  return Promise.all(keys.map(async (key) => ({ key, ts: await cardTs(key) })));
}

/** Redraws of earlier claims still wait for Slack, so the courier is not idle before the card lies there. */
async function cardTs(key: string): Promise<string> {
  const ticket = await app.desk.ticketStore.find(key);
  const message = ticket?.owing ? undefined : ticket?.cards.find(({ card }) => card === 'agent')?.message;
  if (message) return message.split('/').at(-1) ?? '';
  await new Promise((resolve) => setTimeout(resolve, 50));
  return cardTs(key);
}

function aDraft(number: number): Draft {
  const person = String(number % 200).padStart(8, '0');
  const requester = `u${person}@example.com`;
  return {
    kind: 'incident',
    title: `Printer ${number} prints blank pages`,
    description: 'Since this morning it prints nothing but blank pages.',
    ...{ requester, raisedBy: requester, team: 'it', impact: 3, urgency: 2, confidential: false },
    source: { via: 'direct', key: `bench:${number}`, files: [] },
    thread: `slack:${team}/D${person}/1600000000.${number}`,
  };
}

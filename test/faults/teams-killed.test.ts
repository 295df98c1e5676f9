import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TeamsTenant } from '../../playground/teams/teams-tenant.ts';
import { cardsOn, counted, postsOn, ticketsOf } from './kit/cards-on-teams.ts';
import { randomFrom } from './kit/chance.ts';
import { type DeskProcess, freePort } from './kit/desk-process.ts';
import { aTenantOfFaults } from './kit/teams-crowd.ts';
import { answersHeard, startTeamsDesk } from './kit/teams-process.ts';

const kills = 10;
const messages = 100;
/** The desk keeps so many connections to the connector, and each carries one call at a time. */
const mostOnTheWire = 32;

let teams: TeamsTenant;
let dataDir: string;
let start: () => Promise<DeskProcess>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'deskhand-teams-killed-'));
  const port = await freePort();
  // Teams repeats what was not taken. Here it does so for as long as the desk may be away, only faster.
  teams = await aTenantOfFaults({ retryDelaysMs: Array.from({ length: 1000 }, () => 250) }, { moreAskers: 8 });
  await teams.connect({ messagesUrl: `http://127.0.0.1:${port}/api/messages` });
  start = () => startTeamsDesk(teams, { dataDir, port });
});

afterEach(async () => {
  await teams.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the message of that number says, which no other does. */
const words = (at: number) => `My ${at % 2 === 0 ? 'VPN' : 'wifi'} fails, case ${at}.`;
const allWords = (count: number) => Array.from({ length: count }, (_, at) => words(at));

/** Somebody asks in the channel; nobody waits for the answer. */
function ask(at: number): void {
  void teams.says(`asker${(at % 8) + 1}`, '#help-it', words(at));
}

/** Or until it is clear that they never will be: the assertions say what is missing. */
async function untilAllAreThere(count: number): Promise<void> {
  const areThere = () => counted(teams).tickets >= count && counted(teams).missing.length === 0;
  await teams.until(areThere, { timeoutMs: 90_000 }).catch(() => undefined);
}

/** The cards whose answer no process ever heard: only those may lie twice, for a bot cannot ask Teams what lies there. */
async function unheard(): Promise<ReadonlyMap<string, string>> {
  const heard = await answersHeard(dataDir);
  const cards = cardsOn(teams).filter(({ message }) => !heard.has(message.id));
  return new Map(cards.map(({ key, card, message }) => [message.id, `${key} ${card}`]));
}

async function kill(random: () => number, which: number): Promise<void> {
  const desk = await start();
  const killed = pause(random() * 2500).then(() => desk.kill());
  const each = messages / kills;
  for (let at = which * each; at < (which + 1) * each; at += 1) {
    ask(at);
    await pause(random() * 30);
  }
  await killed;
}

describe('a desk in Teams that is killed ten times at random while a hundred messages arrive', () => {
  it('has a hundred tickets in the end; none of their cards is lost, and none lies twice but one whose answer was on the wire at a kill', async () => {
    const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);
    const random = randomFrom(seed);
    const lost = new Map<string, string>();
    for (let which = 0; which < kills; which += 1) {
      const before = lost.size;
      await kill(random, which);
      for (const [id, card] of await unheard()) lost.set(id, card);
      expect(lost.size - before).toBeLessThanOrEqual(mostOnTheWire);
    }
    const desk = await start();
    await untilAllAreThere(messages);
    const { code } = await desk.terminate();

    const { tickets, missing, doubled } = counted(teams);
    expect({ seed, tickets, missing }).toEqual({ seed, tickets: messages, missing: [] });
    expect({ seed, lost: await unheard() }).toEqual({ seed, lost });
    expect(doubled.map(withoutCount).sort()).toEqual([...new Set(lost.values())].sort());
    expect(ticketsOf(teams, allWords(messages))).toEqual(allWords(messages).map((each) => [each, 1]));
    expect(postsOn(teams)).toHaveLength(2 * messages + lost.size);
    expect(code).toBe(0);
  }, 600_000);
});

const withoutCount = (card: string): string => card.replace(/ × \d+$/, '');

describe('a desk in Teams that is told to stop in the middle of sixty events', () => {
  it('ends in good order within 25 seconds, and nothing is lost or doubled after the next start', async () => {
    const first = await start();
    for (let at = 0; at < 30; at += 1) ask(at);
    await teams.until(() => counted(teams).tickets > 0, { timeoutMs: 30_000 });
    const stopping = first.terminate();
    const atSignal = ticketsOf(teams, allWords(30)).filter(([, count]) => count === 1).length;
    for (let at = 30; at < 60; at += 1) {
      ask(at);
      await pause(20);
    }
    const { code, ms } = await stopping;
    const next = await start();
    await untilAllAreThere(60);
    await next.terminate();

    expect(atSignal).toBeLessThan(30);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(25_000);
    expect(counted(teams)).toEqual({ tickets: 60, missing: [], doubled: [] });
    expect(ticketsOf(teams, allWords(60))).toEqual(allWords(60).map((each) => [each, 1]));
    expect(postsOn(teams)).toHaveLength(120);
  }, 300_000);
});

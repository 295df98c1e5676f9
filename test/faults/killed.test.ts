import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SlackWorkspace } from '../../playground/slack/slack-workspace.ts';
import { aSlackWorkspace } from '../../playground/slack/workspace.ts';
import { seeds } from '../scenarios/kit/slack-seeds.ts';
import { counted, messagesOf } from './kit/cards-on-slack.ts';
import { randomFrom } from './kit/chance.ts';
import { type DeskProcess, freePort, startDesk } from './kit/desk-process.ts';

const kills = 20;
const messages = 200;

let slack: SlackWorkspace;
let dataDir: string;
let start: () => Promise<DeskProcess>;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'deskhand-killed-'));
  const port = await freePort();
  // Slack repeats an event over minutes. Here it does so for as long as the desk may be away, only faster.
  slack = await aSlackWorkspace({ ...seeds(), retryDelaysMs: Array.from({ length: 1000 }, () => 250) });
  await slack.connect({ eventsUrl: `http://127.0.0.1:${port}/slack/events` });
  start = () => startDesk({ slack, dataDir, port });
});

afterEach(async () => {
  await slack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Somebody asks, directly or in the channel; nobody waits for the answer. */
function ask(at: number): void {
  const isDirect = at % 2 === 0;
  void slack.says(isDirect ? 'dana' : 'eve', isDirect ? slack.dmOf('dana') : '#help-it', `My VPN fails, case ${at}`);
}

/** Or until it is clear that they never will be: the assertions say what is missing. */
async function untilAllAreThere(count: number): Promise<void> {
  const areThere = () => counted(slack).tickets >= count && counted(slack).wrong.length === 0;
  await slack.until(areThere, { timeoutMs: 60_000 }).catch(() => undefined);
}

describe('a desk that is killed twenty times at random while two hundred messages arrive', () => {
  it('has two hundred tickets in the end, each with one card for its requester and one for the agents', async () => {
    const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);
    const random = randomFrom(seed);
    for (let kill = 0; kill < kills; kill += 1) {
      const desk = await start();
      const killed = pause(random() * 500).then(() => desk.kill());
      for (let at = 0; at < messages / kills; at += 1) {
        ask((kill * messages) / kills + at);
        await pause(random() * 30);
      }
      await killed;
    }
    const desk = await start();
    await untilAllAreThere(messages);
    const stopped = await desk.terminate();

    expect({ seed, ...counted(slack) }).toEqual({ seed, tickets: messages, wrong: [] });
    expect(messagesOf(slack)).toHaveLength(2 * messages);
    expect(stopped.code).toBe(0);
  }, 600_000);
});

describe('a desk that is told to stop in the middle of a hundred events', () => {
  it('ends in good order within 25 seconds, and nothing is lost after the next start', async () => {
    const first = await start();
    for (let at = 0; at < 50; at += 1) ask(at);
    await slack.until(() => counted(slack).tickets > 0, { timeoutMs: 30_000 });
    const stopping = first.terminate();
    const atSignal = counted(slack).tickets;
    for (let at = 50; at < 100; at += 1) {
      ask(at);
      await pause(20);
    }
    const { code, ms } = await stopping;
    const next = await start();
    await untilAllAreThere(100);
    await next.terminate();

    expect(atSignal).toBeLessThan(50);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(25_000);
    expect(counted(slack)).toEqual({ tickets: 100, wrong: [] });
    expect(messagesOf(slack)).toHaveLength(200);
  }, 300_000);
});

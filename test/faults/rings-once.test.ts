import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SlackWorkspace } from '../../playground/slack/slack-workspace.ts';
import { aSlackWorkspace } from '../../playground/slack/workspace.ts';
import { scenarioDeskFile } from '../scenarios/kit/scenario-desk.ts';
import { seeds } from '../scenarios/kit/slack-seeds.ts';
import { aStoreThatCanGoAway, type Store } from './kit/a-store.ts';
import { counted, messagesOf } from './kit/cards-on-slack.ts';
import { randomFrom } from './kit/chance.ts';
import { type DeskProcess, freePort, startDeskOn } from './kit/desk-process.ts';

const tickets = 24;

let slack: SlackWorkspace;
let store: Store;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-rings-'));
  slack = await aSlackWorkspace(seeds());
  store = await aStoreThatCanGoAway();
});

afterEach(async () => {
  await Promise.all([slack.stop(), store.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** The desk of the scenarios with other service levels. */
async function deskFile(resolve: string): Promise<string> {
  const text = await readFile(scenarioDeskFile, 'utf8');
  const levels = `serviceLevels:
  - { id: quick, when: {}, calendar: always, resolve: ${resolve} }
reminders: [{ at: 100%, tell: [lead], escalate: up }]
nudges: off
`;
  const file = join(folder, 'desk.yaml');
  await writeFile(file, text.replace(/serviceLevels:\n.*\n/, levels));
  return file;
}

/** Another process of the same desk: on the same store and the same Slack. */
async function aProcess(file: string): Promise<DeskProcess & { readonly port: number }> {
  const port = await freePort();
  const platform = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_MESSAGES_PER_SECOND: '50',
    MONGODB_URI: store.uri,
  };
  return { ...(await startDeskOn({ platform, deskFile: file, dataDir: join(folder, String(port)), port })), port };
}

/** Of which tickets the lead was told, each as often as it was. */
function told(): readonly string[] {
  const texts = messagesOf(slack).map((message) => JSON.stringify(message));
  return texts.filter((text) => text.includes('is overdue')).flatMap((text) => /INC-\d+ is overdue/.exec(text) ?? []);
}

describe('two processes on one store that ring the same alarms, one of them killed again and again', () => {
  it('tell of each target once between them', async () => {
    const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);
    const random = randomFrom(seed);
    const file = await deskFile('25s');
    const steady = await aProcess(file);
    await slack.connect({ eventsUrl: `http://127.0.0.1:${steady.port}/slack/events` });
    for (let at = 0; at < tickets; at += 1) await slack.says('dana', slack.dmOf('dana'), `My VPN fails, case ${at}`);
    await slack.until(() => counted(slack).tickets === tickets && counted(slack).wrong.length === 0, {
      timeoutMs: 60_000,
    });

    for (let kill = 0; kill < 30 && told().length < tickets; kill += 1) {
      const frail = await aProcess(file);
      await pause(random() * 1_500);
      await frail.kill();
    }
    const last = await aProcess(file);
    await slack.until(() => new Set(told()).size === tickets, { timeoutMs: 90_000 }).catch(() => undefined);
    await Promise.all([steady.terminate(), last.terminate()]);

    expect({ seed, told: told().length, different: new Set(told()).size }).toEqual({
      ...{ seed, told: tickets, different: tickets },
    });
  }, 300_000);
});

describe('a process that is killed between a ring and its message', () => {
  it('has left a message that the next one sends, once', async () => {
    const file = await deskFile('8s');
    const first = await aProcess(file);
    await slack.connect({ eventsUrl: `http://127.0.0.1:${first.port}/slack/events` });
    await slack.says('dana', slack.dmOf('dana'), 'My VPN fails');
    await slack.until(() => counted(slack).tickets === 1 && counted(slack).wrong.length === 0, { timeoutMs: 30_000 });
    // The message arrives at Slack, and its answer does not arrive at the desk.
    slack.faults.set({ method: 'chat.postMessage', kind: 'reset-after', next: 1 });
    await slack.until(() => told().length === 1, { timeoutMs: 30_000 });
    await first.kill();
    slack.faults.clear();

    const next = await aProcess(file);
    await slack.connect({ eventsUrl: `http://127.0.0.1:${next.port}/slack/events` });
    await slack.says('dana', slack.dmOf('dana'), 'My printer fails, too');
    await slack.until(() => new Set(told()).size === 2, { timeoutMs: 60_000 });
    await pause(1_000);
    await next.terminate();

    expect(told()).toHaveLength(2);
  }, 180_000);
});

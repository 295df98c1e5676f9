import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { aSlackStage, type SlackStage } from '../scenarios/kit/slack-stage.ts';
import type { Sight } from '../scenarios/kit/stage.ts';
import { counted } from './kit/cards-on-slack.ts';
import { randomFrom } from './kit/chance.ts';

/** The whole story is a minute of it: `TEST_FAULT_SECONDS=60`. */
const seconds = Number(process.env.TEST_FAULT_SECONDS ?? 15);
const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);
const talks = 8;

/** One requester's thread, the agents' card of it, and what was said so far. */
interface Talk {
  readonly root: Sight;
  readonly card: Sight;
  readonly said: string[];
}

describe(`Slack answering 429 and 500 and cutting connections at random for ${seconds} seconds`, () => {
  it(
    'gets everything in the end, once, and in order within each thread',
    async () => {
      const stage = await aSlackStage({ slack: { faultSeed: seed }, isEachApart: true });
      try {
        const begun = await begin(stage);
        for (const fault of [
          { kind: '429', rate: 0.06, retryAfterSeconds: 1 },
          { kind: '500', rate: 0.1 },
          { kind: 'reset-before', rate: 0.06 },
          { kind: 'reset-after', rate: 0.1 },
          { kind: 'slow', rate: 0.05, ms: 300 },
        ] as const) {
          stage.slack.faults.set(fault);
        }
        await chat(stage, begun);
        const raised = await raiseMore(stage);
        const failed = stage.slack.calls.filter(({ status }) => status !== 200).length;
        stage.slack.faults.clear();
        await stage.slack.until(() => hasAll(stage, begun) && counted(stage.slack).tickets === talks + raised, {
          timeoutMs: 120_000,
        });
        await stage.settled();

        expect({ seed, ...counted(stage.slack) }).toEqual({ seed, tickets: talks + raised, wrong: [] });
        for (const { card, said } of begun) expect([seed, copies(stage, card.id)]).toEqual([seed, said]);
        expect(failed).toBeGreaterThan(10);
      } finally {
        await stage.close();
      }
    },
    240_000 + seconds * 1000,
  );
});

async function begin({ eve, ben }: SlackStage): Promise<readonly Talk[]> {
  const begun: Talk[] = [];
  for (let at = 0; at < talks; at += 1) {
    const root = await eve.says(`The VPN is slow, case ${at}.`, { in: '#help-it' });
    const card = await ben.sees(`case ${at}.`, { in: '#it-triage' });
    begun.push({ root, card, said: [] });
  }
  return begun;
}

/** Requester and agent write in the requester's threads, now here, now there, as long as the trouble is to last. */
async function chat({ eve, ben }: SlackStage, begun: readonly Talk[]): Promise<void> {
  const random = randomFrom(seed);
  const endsAt = performance.now() + seconds * 1000;
  for (let at = 0; performance.now() < endsAt; at += 1) {
    const talk = begun[Math.floor(random() * begun.length)];
    if (!talk) return;
    talk.said.push(`word ${at};`);
    await (at % 2 === 0 ? eve : ben).says(`word ${at};`, { under: talk.root });
    await pause(random() * 120);
  }
}

async function raiseMore({ dana }: SlackStage): Promise<number> {
  const count = 10;
  await Promise.all(Array.from({ length: count }, (_, at) => dana.says(`My tunnel leaks, drop ${at}`)));
  return count;
}

/** What the desk carried into a thread, in the order in which it lies there. */
function copies(stage: SlackStage, threadId: string): readonly string[] {
  const inThread = stage.posted().filter(({ under }) => under === threadId);
  return inThread.flatMap(({ text }) => text.match(/word \d+;/g) ?? []);
}

function hasAll(stage: SlackStage, begun: readonly Talk[]): boolean {
  return begun.every(({ card, said }) => copies(stage, card.id).length >= said.length);
}

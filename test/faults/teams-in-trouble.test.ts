import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../playground/teams/faults.ts';
import type { TeamsMessage } from '../../playground/teams/model.ts';
import { aTeamsDesk, type TeamsDesk } from './kit/a-teams-desk.ts';
import { cardsOn, counted, postsOn, ticketsOf, unheardOn } from './kit/cards-on-teams.ts';
import { randomFrom } from './kit/chance.ts';

/** The whole story is a minute of it: `TEST_FAULT_SECONDS=60`. */
const seconds = Number(process.env.TEST_FAULT_SECONDS ?? 8);
const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);
const talks = 6;
const more = 12;

/** Of the connector and the login; what Teams brings is not touched. */
const operation = /^(?:createConversation|sendToConversation|updateActivity|getConversation.*|token)$/;
const faults: readonly FaultRule[] = [
  { operation, kind: '412', rate: 0.05 },
  { operation, kind: '429', rate: 0.04, retryAfterSeconds: 1 },
  { operation, kind: '429', rate: 0.04, retryAfterSeconds: 'none' },
  { operation, kind: '500', rate: 0.05 },
  { operation, kind: '502', rate: 0.05 },
  { operation, kind: '504', rate: 0.05 },
  { operation, kind: 'reset-before', rate: 0.05 },
  { operation, kind: 'reset-after', rate: 0.08 },
  { operation, kind: 'slow', rate: 0.05, ms: 300 },
];

/** One requester's thread, the agents' card of it, and what was said so far. */
interface Talk {
  readonly root: TeamsMessage;
  readonly card: TeamsMessage;
  readonly words: string;
  readonly said: string[];
}

describe(`Teams answering 412, 429, 500, 502 and 504 and cutting connections at random for ${seconds} seconds`, () => {
  it(
    'gets everything in the end, in order within each thread, and once but for what it took without an answer',
    async () => {
      const stage = await aTeamsDesk({
        teams: { faultSeed: seed },
        adapter: { retry: { firstMs: 100, longestMs: 2000 } },
      });
      try {
        const begun = await begin(stage);
        for (const fault of faults) stage.teams.faults.set(fault);
        await chat(stage, begun);
        const raised = await raiseMore(stage);
        const failed = stage.teams.calls.filter(({ status }) => status === 'reset' || status >= 400).length;
        stage.teams.faults.clear();
        await untilAllIsThere(stage, begun);
        await stage.settled();

        expect(failed).toBeGreaterThan(10);
        expect({ seed, ...counted(stage.teams, unheardOn(stage.teams)) }).toEqual({
          ...{ seed, tickets: talks + more, missing: [], doubled: [] },
        });
        const words = [...begun.map((talk) => talk.words), ...raised];
        expect(ticketsOf(stage.teams, words)).toEqual(words.map((each) => [each, 1]));
        for (const { card, said } of begun) expect([seed, copies(stage, card.id)]).toEqual([seed, said]);
        await expectCardsToBeRight(stage, begun);
      } finally {
        await stage.close();
      }
    },
    240_000 + seconds * 1000,
  );
});

async function begin({ teams, shown }: TeamsDesk): Promise<readonly Talk[]> {
  const begun: Talk[] = [];
  for (let at = 0; at < talks; at += 1) {
    const words = `The VPN is slow, case ${at}.`;
    const { message } = await teams.says('eve', '#help-it', words);
    begun.push({ root: message, card: await shown('#it-triage', words), words, said: [] });
  }
  return begun;
}

/** Requester and agent write in the requester's threads, now here, now there, and each ticket is claimed on the way. */
async function chat({ teams }: TeamsDesk, begun: readonly Talk[]): Promise<void> {
  const random = randomFrom(seed);
  const endsAt = performance.now() + seconds * 1000;
  const unclaimed = [...begun];
  for (let at = 0; performance.now() < endsAt || unclaimed.length > 0; at += 1) {
    const talk = begun[Math.floor(random() * begun.length)];
    if (!talk) return;
    talk.said.push(`word ${at};`);
    await teams.says(at % 2 === 0 ? 'eve' : 'ben', '#help-it', `word ${at};`, { threadId: talk.root.id });
    const claimed = at % 5 === 4 ? unclaimed.pop() : undefined;
    if (claimed) void teams.clicks('ben', claimed.card, 'Claim');
    await pause(random() * 120);
  }
}

async function raiseMore({ teams }: TeamsDesk): Promise<readonly string[]> {
  const words = Array.from({ length: more }, (_, at) => `My tunnel leaks, drop ${at}.`);
  await Promise.all(words.map((each) => teams.says('dana', '#help-it', each)));
  return words;
}

/** What the desk carried into a thread, in the order in which it lies there, without what it never heard to have arrived. */
function copies({ teams }: TeamsDesk, threadId: string): readonly string[] {
  const unheard = unheardOn(teams);
  const inThread = postsOn(teams).filter((message) => message.threadId === threadId && !unheard.has(message.id));
  return inThread.flatMap((message) => teams.words(message).match(/word \d+;/g) ?? []);
}

async function untilAllIsThere(stage: TeamsDesk, begun: readonly Talk[]): Promise<void> {
  const isThere = () =>
    begun.every(({ card, said }) => copies(stage, card.id).length >= said.length) &&
    counted(stage.teams).tickets === talks + more &&
    cardsOn(stage.teams).filter(({ text }) => text.includes('State in progress')).length >= 2 * talks;
  // Or until it is clear that it never will be: the assertions say what is missing.
  await stage.teams.until(isThere, { timeoutMs: 120_000 }).catch(() => undefined);
}

/** Each says what its ticket is now, whatever failed on the way. */
async function expectCardsToBeRight({ teams, desk }: TeamsDesk, begun: readonly Talk[]): Promise<void> {
  const unheard = unheardOn(teams);
  const cards = cardsOn(teams).filter(({ message }) => !unheard.has(message.id));
  const claimed = new Set(cards.filter(({ message }) => begun.some(({ card }) => card.id === message.id)).map(keyOf));
  for (const { key, card, text } of cards) {
    const [status, words] = claimed.has(key) ? ['in_progress', 'State in progress'] : ['new', 'State new'];
    expect([seed, key, (await desk.ticketStore.find(key))?.status]).toEqual([seed, key, status]);
    expect([seed, key, card, /^State .*$/m.exec(text)?.[0]]).toEqual([seed, key, card, words]);
  }
}

const keyOf = ({ key }: { readonly key: string }): string => key;

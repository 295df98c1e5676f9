import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSlackStage, type SlackStage } from '../scenarios/kit/slack-stage.ts';
import { cardsOn, counted } from './kit/cards-on-slack.ts';
import { randomFrom, thrice } from './kit/chance.ts';

/** How many orders are tried; more for a long run. */
const runs = Number(process.env.TEST_FAULT_RUNS ?? 3);

/** What people do is held back, and brought three times in a random order. */
type Act = (doings: () => Promise<unknown>) => Promise<void>;

function acting(stage: SlackStage, seed: number): Act {
  const random = randomFrom(seed);
  return async (doings) => {
    stage.roads.hold();
    await doings();
    await stage.roads.release((held) => thrice(held, random));
    await stage.settled();
  };
}

/** Issues by every way in, with words after them that may arrive before them. */
async function raiseInEveryWay({ dana, eve, dieter, cem, ben }: SlackStage, act: Act): Promise<void> {
  const quoted = await eve.says('The tunnel is closed', { in: '#general' });
  const other = await eve.says('The tunnel is dark', { in: '#general' });
  await act(async () => {
    const words = await dana.says('The VPN is slow');
    await dana.edits(words, 'The VPN is slow today');
    const asked = await eve.says('The wifi is gone', { in: '#help-it' });
    await eve.says('On all floors', { under: asked });
    await dana.says('the beamer hums', { in: '#general', toDesk: true });
    await ben.marksAsIssue(quoted);
    await cem.raises(other);
    await dieter.commands('my screen is dark', '#general');
  });
}

/** One ticket's work, every step of it brought three times. */
async function workOn(stage: SlackStage, act: Act): Promise<void> {
  const { ben, cem, dana } = stage;
  const card = await ben.sees('The VPN is slow today', { in: '#it-triage' });
  const about = card.text.split(' ')[0] ?? '';
  const own = await dana.sees(about, { in: 'direct' });
  await act(() => Promise.all([ben.clicksOn(card, 'Claim'), cem.clicksOn(card, 'Watch')]));
  await act(() => Promise.all([ben.clicksOn(card, 'Reply'), cem.clicksOn(card, 'Note')]));
  await act(() => Promise.all([ben.fills({ Reply: 'Try the other one' }), cem.fills({ Note: 'Her third this week' })]));
  await act(async () => {
    const root = dana.all({ in: 'direct', by: 'dana' })[0];
    if (!root) throw new Error('dana has written nothing');
    const said = await dana.says('Just as slo', { under: root });
    await dana.edits(said, 'Just as slow');
    await dana.takesBack(await dana.says('Sorry, wrong window', { under: root }));
    await ben.says('Let us swap it', { under: card });
  });
  const offer = await ben.seesButton('Send to Dana', { isPrivate: true });
  await act(() => ben.clicksOn(offer, 'Send to Dana'));
  await act(() => ben.clicks('Resolve', { about }));
  await act(() => ben.fills({ Note: 'Swapped' }));
  const asked = await dana.seesButton("It's fixed", { in: 'direct' });
  await act(() => dana.clicksOn(asked, "It's fixed"));
  await dana.seesBecome(own, 'State: closed');
}

describe('everything that Slack brings, three times and in any order', () => {
  it(
    `doubles no ticket, card, message or step of a history (${runs} random orders)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
          const stage = await aSlackStage({ isEachApart: true });
          try {
            const act = acting(stage, seed);
            await raiseInEveryWay(stage, act);
            expect(counted(stage.slack)).toEqual({ tickets: 6, wrong: [] });
            await workOn(stage, act);
            await expectNothingTwice(stage);
          } finally {
            await stage.close();
          }
        }),
        { numRuns: runs, endOnFailure: true },
      );
    },
    120_000 + runs * 60_000,
  );
});

async function expectNothingTwice(stage: SlackStage): Promise<void> {
  expect(counted(stage.slack)).toEqual({ tickets: 6, wrong: [] });
  const keys = [...new Set(cardsOn(stage.slack).map((card) => card.split(' ')[0] ?? ''))];
  const tickets = await Promise.all(keys.map((key) => stage.desk.ticketStore.find(key)));
  for (const ticket of tickets) {
    const events = ticket?.history.map(({ event }) => event) ?? [];
    expect(new Set(events).size).toBe(events.length);
  }
  const worked = tickets.find((ticket) => ticket?.status === 'closed');
  const moves =
    worked?.history.map(({ move }) => move).filter((move) => move !== 'redescribe' && move !== 'hear') ?? [];
  expect(moves.sort()).toEqual(['claim', 'close', 'open', 'reply', 'reply', 'resolve', 'watch']);
  expect(tickets.reduce((sum, ticket) => sum + (ticket?.botMessages ?? 0), 0)).toBe(stage.posted().length);
  for (const words of ['Try the other one', 'Her third this week', 'Just as slow', 'Let us swap it', 'On all floors']) {
    expect([words, timesCopied(stage, words)]).toEqual([words, words === 'Try the other one' ? 2 : 1]);
  }
  expect(timesCopied(stage, 'wrong window')).toBe(0);
  const attempts = stage.slack.deliveries.filter(({ attempts }) => attempts.length >= 3);
  expect(attempts.length).toBeGreaterThan(20);
  expect(stage.slack.deliveries.filter(({ isTaken }) => !isTaken)).toEqual([]);
}

/** How many messages of the desk hold these words. */
function timesCopied(stage: SlackStage, words: string): number {
  return stage.posted().filter(({ text }) => text.includes(words)).length;
}

import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../playground/teams/delivery/delivery.ts';
import type { TeamsMessage } from '../../playground/teams/model.ts';
import { aTeamsDesk, type TeamsDesk } from './kit/a-teams-desk.ts';
import { cardsOn, counted, postsOn } from './kit/cards-on-teams.ts';
import { randomFrom, shuffled } from './kit/chance.ts';

const seed = Number(process.env.TEST_FAULT_SEED ?? Date.now() % 100_000);

/** What people do is brought three times at once; and all of it once more at the end, out of order. */
class Road {
  readonly stage: TeamsDesk;
  #brought = 0;

  constructor(stage: TeamsDesk) {
    this.stage = stage;
  }

  async thrice<T>(doings: () => Promise<T>): Promise<T> {
    const { teams, settled } = this.stage;
    const done = await doings();
    const fresh = teams.deliveries.slice(this.#brought);
    await Promise.all(fresh.map((delivery) => teams.deliversThrice(delivery)));
    await settled();
    this.#brought = teams.deliveries.length;
    return done;
  }

  async onceMore(): Promise<readonly Delivery[]> {
    const { teams, settled } = this.stage;
    const all = teams.deliveries;
    for (const delivery of shuffled(all, randomFrom(seed))) await teams.redeliver(delivery);
    await settled();
    return all;
  }
}

describe('everything that Teams brings, three times at once and once more later in any order', () => {
  it('doubles no ticket, card, message or step of a history', async () => {
    const stage = await aTeamsDesk();
    const { teams } = stage;
    try {
      const road = new Road(stage);
      await raiseInEveryWay(road);
      await workOn(road, await stage.shown('#it-triage', 'The VPN is slow today'));
      const once = await whatIs(stage);
      const all = await road.onceMore();

      expect({ seed, ...counted(teams) }).toEqual({ seed, tickets: 3, missing: [], doubled: [] });
      expect(await whatIs(stage)).toEqual(once);
      // Two things were heard, of which one was taken back.
      const steps = ['claim', 'close', 'hear', 'hear', 'open', 'reply', 'resolve'];
      expect(once.moves.get('The VPN is slow today')).toEqual(steps);
      const names = new Set(all.map(({ name, activity }) => String(activity.type === 'message' ? 'message' : name)));
      expect([...everyKind].filter((kind) => !names.has(kind))).toEqual([]);
      expect(all.filter(({ attempts }) => attempts.length < 4)).toEqual([]);
      expect(all.filter(({ isTaken }) => !isTaken)).toEqual([]);
      // The reply lies in the requester's thread and in the agents'.
      expect([times(stage, 'Try the other one'), times(stage, 'Just as slow')]).toEqual([2, 1]);
      expect(times(stage, 'wrong window')).toBe(0);
    } finally {
      await stage.close();
    }
  }, 180_000);
});

const everyKind = [
  ...['message', 'messageUpdate', 'messageDelete', 'messageReaction', 'installationUpdate', 'conversationUpdate'],
  ...['adaptiveCard/action', 'task/fetch', 'task/submit'],
  ...['composeExtension/fetchTask', 'composeExtension/submitAction', 'composeExtension/query'],
];

/** A listened channel, a reaction, and the message extension; somebody gets the app besides. */
async function raiseInEveryWay(road: Road): Promise<void> {
  const { teams } = road.stage;
  await road.thrice(() => teams.installs('eve'));
  const { message } = await road.thrice(() => teams.says('dana', '#help-it', 'The VPN is slow'));
  await road.thrice(() => teams.edits('dana', '#help-it', message, 'The VPN is slow today'));
  const other = await road.thrice(() => teams.says('eve', '#general', 'The tunnel is dark'));
  await road.thrice(() => teams.reacts('ben', '#general', other.message, '🎫'));
  await road.thrice(() => teams.runs('cem', '#general', 'new_issue'));
  await road.thrice(() => teams.submits('cem', { 'What is the matter?': 'The wifi is gone' }));
  await road.thrice(() =>
    teams.searches('cem', '#general', { commandId: 'search_tickets', parameter: 'query', text: 'vpn' }),
  );
}

/** One ticket's life. */
async function workOn(road: Road, card: TeamsMessage): Promise<void> {
  const { teams, shown } = road.stage;
  const root = teams.messages('#help-it')[0];
  if (!root) throw new Error('nobody has asked');
  const now = () => teams.message('#it-triage', card.id) ?? card;
  await road.thrice(() => teams.clicks('ben', now(), 'Claim'));
  await road.thrice(() => teams.clicks('ben', now(), 'Reply'));
  await road.thrice(() => teams.submits('ben', { Reply: 'Try the other one' }));
  await road.thrice(() => teams.says('dana', '#help-it', 'Just as slow', { threadId: root.id }));
  const wrong = await road.thrice(() => teams.says('dana', '#help-it', 'wrong window', { threadId: root.id }));
  await road.thrice(() => teams.deletes('dana', '#help-it', wrong.message));
  await road.thrice(() => teams.clicks('ben', now(), 'Resolve'));
  await road.thrice(() => teams.submits('ben', { Note: 'Swapped' }));
  const own = await shown('#help-it', 'State resolved');
  await road.thrice(() => teams.clicks('dana', own, "It's fixed"));
  await shown('#help-it', 'State closed');
}

/** All that must be the same however often it was brought. */
async function whatIs({ teams, desk }: TeamsDesk) {
  const agents = cardsOn(teams).filter(({ card }) => card === 'agent');
  const moves = new Map<string, readonly string[]>();
  for (const { key } of agents) {
    const ticket = await desk.ticketStore.find(key);
    const events = ticket?.history.map(({ event }) => event) ?? [];
    expect([key, new Set(events).size]).toEqual([key, events.length]);
    const steps = ticket?.history.map(({ move }) => move).filter((move) => move !== 'redescribe') ?? [];
    moves.set(ticket?.description ?? '', [...steps].sort());
  }
  return { moves, posts: postsOn(teams).map((message) => [message.id, teams.words(message)]) };
}

/** How many copies of these words the desk has carried somewhere. */
function times({ teams }: TeamsDesk, words: string): number {
  return postsOn(teams).filter((message) => teams.words(message).includes(words)).length;
}

import { LRUCache } from 'lru-cache';
import type { ChatEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import { Inbox } from '../src/delivery/inbox.ts';
import type { InboxStore } from '../src/delivery/inbox-store.ts';
import type { Desk } from '../src/desk.ts';
import { obeyCommand } from './commands.ts';
import { guarded } from './guarding.ts';
import { hearMessage } from './hear-message.ts';
import { joinPlace } from './join-place.ts';
import { raiseByReaction } from './raise-by-reaction.ts';
import { runFlow } from './run-flow.ts';
import { searchTickets } from './search-tickets.ts';
import { showHome } from './show-home.ts';
import { actions, forms } from './table.ts';
import { tellOfSecret } from './tell-of-secret.ts';
import { whisper } from './whispering.ts';

/** Finds the flow for an event: what must not be lost is kept first and handled after, the rest is handled at once. */
export class Router {
  readonly inbox: Inbox;
  readonly #desk: Desk;
  /** What a platform repeats within a short time is one thing that a person did once. */
  readonly #recent = new LRUCache<string, Promise<void>>({ max: 20_000, ttl: 10 * 60_000 });
  /** Events whose author was told of a secret. */
  readonly #told = new LRUCache<string, true>({ max: 20_000 });

  constructor(desk: Desk, store: InboxStore) {
    this.#desk = desk;
    const { clock, log } = desk;
    this.inbox = new Inbox({
      store,
      clock,
      log,
      handle: (event, attempt) => this.#run(desk.chat.at(event.person).turn(tried(event, attempt)), attempt),
    });
  }

  /** Comes back when the platform may be answered. Secrets are taken out before anything is kept. */
  async deliver(delivered: Turn): Promise<void> {
    const turn = guarded(delivered, this.#desk);
    if (isKept(turn.event)) return this.inbox.take(identified(turn.event));
    const earlier = this.#recent.get(turn.event.id);
    if (earlier) return earlier;
    const run = this.#run(turn);
    this.#recent.set(turn.event.id, run);
    await run;
  }

  #run(turn: Turn, attempt?: number): Promise<void> {
    const { name, flow } = route(turn, this.#desk);
    return this.#desk.journal.under(turn.event.id, async () => {
      const told = this.#tellOnce(turn);
      await runFlow({ turn, desk: this.#desk, name, flow, ...(attempt === undefined ? {} : { attempt }) });
      await told;
    });
  }

  /** An event that is handled again tells no second time. Never throws: the words themselves matter more. */
  async #tellOnce(turn: Turn): Promise<void> {
    const { id, hidden, hiddenOfOthers } = turn.event;
    if (!(hidden || hiddenOfOthers) || this.#told.has(id)) return;
    this.#told.set(id, true);
    await tellOfSecret(turn, this.#desk).catch((error: unknown) => {
      this.#desk.log.warn({ err: error, event: id }, 'who wrote a secret could not be told');
    });
  }
}

/** Whether losing it would lose somebody's words. Everything else a person can simply do again. */
function isKept(event: ChatEvent): boolean {
  switch (event.kind) {
    case 'message':
    case 'reaction':
    case 'joined':
      return true;
    case 'command':
      return event.text !== '';
    case 'action':
      return event.action === 'issue.raise';
    case 'form':
    case 'homeOpened':
    case 'search':
      return false;
  }
}

/** A platform may tell of one message by several events (Slack: `message` and `app_mention`): it is still one message. */
function identified(event: ChatEvent): ChatEvent {
  return event.kind === 'message' && event.change === 'new' ? { ...event, id: `${event.message}:new` } : event;
}

/** A flow that waits for what was there before has to know when it has waited long enough. */
function tried(event: ChatEvent, attempt: number): ChatEvent {
  return event.kind === 'message' && attempt > 1 ? { ...event, attempt } : event;
}

function route(turn: Turn, desk: Desk): { readonly name: string; readonly flow: () => Promise<void> } {
  const { event } = turn;
  const named = <T extends ChatEvent>(flow: (turn: Turn<T>, desk: Desk) => Promise<void>, at: Turn<T>) => ({
    name: flow.name,
    flow: () => flow(at, desk),
  });
  switch (event.kind) {
    case 'message':
      return named(hearMessage, { ...on(turn, desk), event });
    case 'command':
      return named(obeyCommand, { ...on(turn, desk), event });
    case 'action':
      return { name: event.action, flow: () => actions[event.action]({ ...on(turn, desk), event }, desk) };
    case 'form':
      return { name: event.form, flow: () => forms[event.form].flow({ ...on(turn, desk), event }, desk) };
    case 'reaction':
      return named(raiseByReaction, { ...on(turn, desk), event });
    case 'joined':
      return named(joinPlace, { ...on(turn, desk), event });
    case 'homeOpened':
      return named(showHome, turn);
    case 'search':
      return named(searchTickets, { ...on(turn, desk), event });
  }
}

/** The ways to answer, apart from the event, whose kind is known by now. */
function on(turn: Turn, desk: Desk): Omit<Turn, 'event'> {
  return {
    reply: (card) => turn.reply(card),
    replace: (card) => turn.replace(card),
    whisper: async (card) => {
      await whisper(turn, desk, card);
      return true;
    },
    openForm: (form) => turn.openForm(form),
    formProblem: (field, text) => turn.formProblem(field, text),
    showHome: (card) => turn.showHome(card),
  };
}

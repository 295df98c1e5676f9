import type { Router } from '../../flows/router.ts';
import type { BuiltDesk } from '../../src/build-desk.ts';
import type { ActionId, FormId } from '../../src/chat/actions.ts';
import type { ActionEvent, Attachment, ChatEvent } from '../../src/chat/event.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { MessageRef, Place } from '../../src/chat/refs.ts';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { Desk } from '../../src/desk.ts';
import type { Connection } from '../../src/store/connection.ts';
import type { Remark } from '../../src/tickets/conversation.ts';
import type { CardSlot, Ticket } from '../../src/tickets/ticket.ts';
import type { FakeClock } from './fake-clock.ts';
import type { Somebody } from './people.ts';
import { directOf, type RecordingChat } from './recording-chat.ts';
import { RecordingTurn } from './recording-turn.ts';

interface Parts {
  readonly built: BuiltDesk;
  readonly router: Router;
  readonly chat: RecordingChat;
  readonly clock: FakeClock;
  readonly deliveries: number;
  readonly database: string;
  readonly connection: Connection;
}

export interface Saying {
  /** The conversation; the direct one when left out. */
  readonly in?: Place;
  readonly thread?: Place;
  readonly mention?: boolean;
  readonly files?: readonly Attachment[];
  /** The message that it answers, in a chat. */
  readonly quoted?: { readonly message: MessageRef; readonly text: string };
}

export interface Clicking {
  readonly by: Somebody;
  readonly on?: ActionEvent['clickedIn'];
  readonly value?: string;
}

/** A desk as its people use it: every method is something that a person does. */
export class TestDesk {
  readonly desk: Desk;
  readonly stores: BuiltDesk['stores'];
  readonly ringer: BuiltDesk['ringer'];
  readonly handovers: BuiltDesk['handovers'];
  readonly modelIdle: BuiltDesk['modelIdle'];
  readonly forecaster: BuiltDesk['forecaster'];
  readonly answerTeller: BuiltDesk['answerTeller'];
  readonly morning: BuiltDesk['morning'];
  readonly digestSender: BuiltDesk['digestSender'];
  readonly router: Router;
  readonly chat: RecordingChat;
  readonly clock: FakeClock;
  readonly database: string;
  readonly connection: Connection;
  reconfigure: (config: Partial<DeskConfig>) => void = () => {};
  readonly #deliveries: number;

  constructor({ built, router, chat, clock, deliveries, database, connection }: Parts) {
    this.desk = built.desk;
    this.stores = built.stores;
    this.router = router;
    this.chat = chat;
    this.clock = clock;
    this.database = database;
    this.connection = connection;
    this.#deliveries = deliveries;
    this.ringer = built.ringer;
    this.handovers = built.handovers;
    this.modelIdle = built.modelIdle;
    this.forecaster = built.forecaster;
    this.answerTeller = built.answerTeller;
    this.morning = built.morning;
    this.digestSender = built.digestSender;
  }

  /** Time passes, and what is due by then rings and is sent. */
  async passes(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.rings();
  }

  /** What is due rings and is sent. */
  async rings(): Promise<void> {
    await this.ringer.sweep();
    await this.morning.sweep();
    await this.desk.courier.idle();
  }

  /** Somebody writes; comes back when the desk has heard it. */
  async says(by: Somebody, text: string, how: Saying = {}): Promise<RecordingTurn & { readonly message: MessageRef }> {
    const place = how.in ?? (how.thread ? this.chat.conversationOf(how.thread) : directOf(by.ref));
    const message = this.chat.type(how.thread ?? place, by.ref, text, how.files);
    const turn = await this.deliver({
      ...this.#base(by, place),
      ...{ kind: 'message', change: 'new', message, text, files: how.files ?? [] },
      setting: place.includes('/D-') ? 'direct' : 'channel',
      thread: how.thread ?? message,
      isReply: how.thread !== undefined,
      mentionsDesk: how.mention ?? false,
      permalink: `https://chat.example/${message}`,
      ...(how.quoted ? { quoted: how.quoted } : {}),
    });
    return Object.assign(turn, { message });
  }

  /** The author changes a message, or takes it back when there is no text. */
  edits(by: Somebody, message: MessageRef, text?: string): Promise<RecordingTurn> {
    const lies = this.chat.messages.find(({ ref }) => ref === message);
    const place = this.chat.conversationOf(message);
    return this.deliver({
      ...this.#base(by, place),
      ...{ kind: 'message', change: text === undefined ? 'deleted' : 'edited', message, text: text ?? '', files: [] },
      setting: place.includes('/D-') ? 'direct' : 'channel',
      thread: lies && lies.place !== place ? lies.place : message,
      isReply: lies?.place !== place,
      mentionsDesk: false,
    });
  }

  deletes(by: Somebody, message: MessageRef): Promise<RecordingTurn> {
    return this.edits(by, message);
  }

  reacts(by: Somebody, emoji: string, message: MessageRef): Promise<RecordingTurn> {
    return this.deliver({ ...this.#base(by, this.chat.conversationOf(message)), kind: 'reaction', emoji, message });
  }

  /** A button on one of the ticket's cards: the requester's for the requester, else the agents'. */
  async click(action: ActionId, key: string, { by, on = 'message', value = key }: Clicking): Promise<RecordingTurn> {
    const slot = on === 'message' ? await this.#cardFor(key, by) : undefined;
    const place = slot?.message ? this.chat.conversationOf(slot.message) : directOf(by.ref);
    const ticket = slot ? await this.desk.ticketStore.find(key) : undefined;
    const thread = slot?.card === 'requester' ? ticket?.thread : slot?.thread;
    return this.deliver({
      ...this.#base(by, place),
      ...{ kind: 'action', action, value, clickedIn: on, trigger: 'trigger', answerTo: 'answer' },
      ...(slot?.message ? { card: slot.message } : {}),
      ...(thread ? { thread } : {}),
    });
  }

  /** A form that was opened from a card comes back. */
  async submit(form: FormId, key: string, values: FormValues, { by }: { by: Somebody }): Promise<RecordingTurn> {
    const slot = key.includes('-') ? await this.#cardFor(key, by) : undefined;
    const ticket = slot ? await this.desk.ticketStore.find(key) : undefined;
    const thread = slot?.card === 'requester' ? ticket?.thread : slot?.thread;
    const place = slot?.message ? this.chat.conversationOf(slot.message) : directOf(by.ref);
    return this.deliver({
      ...{ ...this.#base(by, place), kind: 'form', form, value: key, values },
      ...(thread ? { thread } : {}),
    });
  }

  /** "Raise as issue" in a message's menu. */
  async shortcut(by: Somebody, message: MessageRef): Promise<RecordingTurn> {
    const target = await this.chat.message(message);
    const base = this.#base(by, this.chat.conversationOf(message));
    const what = {
      kind: 'action',
      action: 'issue.raise',
      value: '',
      clickedIn: 'shortcut',
      trigger: 'trigger',
    } as const;
    return this.deliver({ ...base, ...what, ...(target ? { target } : {}) });
  }

  command(by: Somebody, text: string, place: Place = directOf(by.ref)): Promise<RecordingTurn> {
    return this.deliver({ ...this.#base(by, place), kind: 'command', text, answerTo: 'answer', trigger: 'trigger' });
  }

  opensHome(by: Somebody): Promise<RecordingTurn> {
    return this.deliver({ ...this.#base(by, directOf(by.ref)), kind: 'homeOpened' });
  }

  /** The platform hands an event over, as often as the test said; comes back when it is handled. */
  async deliver(event: ChatEvent): Promise<RecordingTurn> {
    const before = this.chat.turns.length;
    const turns = Array.from({ length: this.#deliveries }, () => new RecordingTurn(event, async () => event.place));
    for (const turn of turns) await this.router.deliver(turn);
    await this.router.inbox.idle();
    // A kept event is answered through a turn that the adapter makes anew.
    const later = this.chat.turns.slice(before).filter(({ event: one }) => isSame(one, event));
    const all = new RecordingTurn(event, async () => event.place);
    all.said.push(...turns.flatMap(({ said }) => said), ...later.flatMap(({ said }) => said));
    return all;
  }

  /** Resolves when all is handled and sent; redraws of a burst take about a second. */
  async settled(): Promise<void> {
    await this.router.inbox.idle();
    await this.desk.courier.idle();
  }

  /** Looks again and again until it is so. */
  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const end = performance.now() + 10_000; performance.now() < end; ) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`it never came to pass: ${isSo}`);
  }

  async ticket(key: string): Promise<Ticket> {
    const ticket = await this.desk.ticketStore.find(key);
    if (!ticket) throw new Error(`there is no ticket ${key}`);
    return ticket;
  }

  /** All tickets, the oldest first. */
  async tickets(): Promise<readonly Ticket[]> {
    const ids = await this.connection
      .collection<{ _id: string }>('tickets')
      .find()
      .sort({ openedAt: 1, _id: 1 })
      .toArray();
    return Promise.all(ids.map(({ _id }) => this.ticket(_id)));
  }

  /** The one ticket that there is. */
  async only(): Promise<Ticket> {
    const [ticket, ...others] = await this.tickets();
    if (!ticket || others.length > 0) throw new Error(`there are ${others.length + (ticket ? 1 : 0)} tickets`);
    return ticket;
  }

  remarks(key: string): Promise<readonly Remark[]> {
    return this.desk.remarks.of(key, 100);
  }

  /** As `kill -9`: nothing that this desk still has in hand is ever written. */
  crash(): Promise<void> {
    return this.connection.close(true);
  }

  async #cardFor(key: string, by: Somebody): Promise<CardSlot | undefined> {
    const ticket = await this.desk.ticketStore.find(key);
    const isRequester = ticket?.requester === by.id;
    const live = ticket?.cards.filter(({ state, message }) => state === 'live' && message) ?? [];
    const own = live.find(({ person }) => person === by.id);
    return own ?? live.findLast(({ card }) => card === (isRequester ? 'requester' : 'agent'));
  }

  #base(by: Somebody, place: Place) {
    eventCount += 1;
    return { id: `event${eventCount}`, person: by.ref, place, at: this.clock.now() };
  }
}

let eventCount = 0;

/** A message is known by itself, for its event may be told in several ways. */
function isSame(one: ChatEvent, other: ChatEvent): boolean {
  if (one.kind !== 'message' || other.kind !== 'message') return one.id === other.id;
  return one.message === other.message && one.change === other.change;
}

import { setMaxListeners } from 'node:events';
import type { ChatAdapter, OutgoingFile, PostOptions, Route } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Attachment, ChatEvent, QuotedMessage } from '../../src/chat/event.ts';
import { word } from '../../src/chat/payload.ts';
import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { DeliveryError } from '../../src/errors.ts';
import { notFound } from './history.ts';
import { listener } from './listener.ts';
import type { SlackOptions } from './options.ts';
import { quotedMessage } from './parse-message.ts';
import { addressOf, conversationOf, personRef, placeRef, userOf } from './places.ts';
import type { Self } from './reading.ts';
import { SlackTurn } from './turn.ts';
import { whoAmI } from './who-am-i.ts';
import { type Wiring, wire } from './wiring.ts';

/** The desk in a Slack workspace. */
export function slackAdapter(options: SlackOptions): ChatAdapter {
  return new SlackAdapter(options);
}

class SlackAdapter implements ChatAdapter {
  readonly platform = 'slack';
  readonly command = '/desk';
  readonly routes: readonly Route[];
  readonly #desk: Wiring;
  #self: Self | undefined;

  constructor(options: SlackOptions) {
    this.#desk = wire(options);
    const { http } = this.#desk;
    this.routes = http
      ? [{ method: 'post', path: '/slack/events', handle: (request, response) => void http.handle(request, response) }]
      : [];
  }

  async start(deliver: (turn: Turn) => Promise<void>): Promise<void> {
    const { transport, intake, socket, log } = this.#desk;
    const self = await whoAmI(transport, log);
    this.#self = self;
    intake.open(listener({ ...this.#desk, reading: this.#desk.readingFor(self) }, deliver));
    await socket?.start();
  }

  async stop(): Promise<void> {
    const { intake, socket, queues, transport, policy } = this.#desk;
    await within(policy.stopMs, intake.close());
    await socket?.stop();
    const halt = new AbortController();
    setMaxListeners(0, halt.signal); // every channel's queue listens
    const timer = setTimeout(() => {
      halt.abort();
      transport.halt();
    }, policy.stopMs);
    await queues.drain(halt.signal);
    clearTimeout(timer);
    transport.halt();
    await transport.client.close();
  }

  turn(event: ChatEvent): Turn {
    return new SlackTurn(event, this.#desk.answers);
  }

  post(place: Place, card: Card, options?: PostOptions): Promise<MessageRef> {
    return this.#desk.posting.post(place, card, options);
  }

  update(message: MessageRef, card: Card): Promise<void> {
    return this.#desk.posting.update(message, card);
  }

  async direct(person: PersonRef): Promise<Place> {
    const { team } = addressOf(person);
    return placeRef(team, await this.#desk.directs.channelOf(userOf(person)));
  }

  showHome(person: PersonRef, card: Card): Promise<void> {
    return this.#desk.answers.showHome(person, card);
  }

  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef | undefined> {
    return this.#desk.files.upload(place, file, id);
  }

  download(file: Attachment, maxBytes: number): Promise<Uint8Array> {
    return this.#desk.files.download(file, maxBytes);
  }

  profile(person: PersonRef) {
    return this.#desk.profiles.profile(person);
  }

  async lookup(emailOrId: string): Promise<PersonRef | undefined> {
    const self = await this.#known();
    const id = /^slack:(?:[^/]+\/)?([UW][A-Z0-9]+)$/.exec(emailOrId)?.[1];
    if (id) return personRef(self.team, id);
    return emailOrId.includes('@') ? this.#desk.profiles.lookup(emailOrId, self) : undefined;
  }

  async find(nameOrId: string): Promise<Place | undefined> {
    return this.#desk.conversations.find(nameOrId, await this.#known());
  }

  about(place: Place) {
    return this.#desk.conversations.about(place);
  }

  async members(place: Place): Promise<readonly PersonRef[]> {
    return this.#desk.conversations.members(place, await this.#known());
  }

  async message(ref: MessageRef): Promise<QuotedMessage | undefined> {
    const { team, channel: written, ts } = addressOf(ref);
    if (ts === undefined) return undefined;
    const self = await this.#known();
    const channel = await this.#desk.directs.channelOf(written);
    const found = await ifThere(this.#desk.history.message(channel, ts));
    return found && quotedMessage(team, channel, found, this.#desk.readingFor(self));
  }

  threadOf(message: MessageRef): Place {
    return message;
  }

  rootOf(thread: Place): MessageRef | undefined {
    return addressOf(thread).ts === undefined ? undefined : thread;
  }

  conversationOf(ref: Place | MessageRef): Place {
    return conversationOf(ref);
  }

  async permalink(message: MessageRef): Promise<string | undefined> {
    const { channel, ts } = addressOf(message);
    if (ts === undefined) return undefined;
    const asked = { channel: await this.#desk.directs.channelOf(channel), message_ts: ts };
    const answer = await ifThere(this.#desk.transport.call('chat.getPermalink', asked, { expects: notFound }));
    return answer && word(answer, 'permalink');
  }

  /** Who the desk is, also for a caller that comes before `start` is through. */
  async #known(): Promise<Self> {
    this.#self ??= await whoAmI(this.#desk.transport, this.#desk.log);
    return this.#self;
  }
}

/** Nothing for what is not there; other failures stay failures. */
async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DeliveryError && notFound.includes(error.platformCode)) return undefined;
    throw error;
  }
}

/** Waits for work to end, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]).finally(() => clearTimeout(timer));
}

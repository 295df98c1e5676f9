import { setMaxListeners } from 'node:events';
import type { ChatAdapter, OutgoingFile, PostOptions, Route } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Attachment, ChatEvent, QuotedMessage } from '../../src/chat/event.ts';
import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { deliveryError } from './errors.ts';
import { listener } from './listener.ts';
import type { TeamsOptions } from './options.ts';
import { permalinkTo } from './permalink.ts';
import { addressOf, conversationOf, isObjectId, personRef, placeRef, rootOf, threadOf } from './place-id.ts';
import { TeamsTurn } from './turn.ts';
import { type Wiring, wire } from './wiring.ts';

/**
 * The desk in a Teams tenant.
 * @throws RangeError when nobody could check who speaks to it
 */
export function teamsAdapter(options: TeamsOptions): ChatAdapter {
  return new TeamsAdapter(options);
}

class TeamsAdapter implements ChatAdapter {
  readonly platform = 'teams';
  readonly command = '@Deskhand';
  readonly routes: readonly Route[];
  readonly #desk: Wiring;
  #loading: NodeJS.Timeout | undefined;

  constructor(options: TeamsOptions) {
    this.#desk = wire(options);
    const { door, links } = this.#desk;
    this.routes = [
      { method: 'post', path: '/api/messages', handle: (request, response) => void door.handle(request, response) },
      ...(links ? [links.route] : []),
    ];
  }

  /** @throws DeliveryError when the credentials can never work, with what to do */
  async start(deliver: (turn: Turn) => Promise<void>): Promise<void> {
    const { intake, transport, log, bot } = this.#desk;
    const granted = await transport.tokens.get();
    if (granted.is === 'refused') throw deliveryError(granted.code, 'signing in');
    if (granted.is !== 'done')
      log.warn(
        { code: granted.is === 'lost' ? granted.code : 'Throttled' },
        'the login of Teams does not answer, the desk keeps asking',
      );
    intake.open(listener(this.#desk, deliver));
    this.#loading = setTimeout(() => void bot?.load().catch(() => undefined), loadAfterMs).unref();
  }

  async stop(): Promise<void> {
    const { intake, queues, transport, typing, policy } = this.#desk;
    typing.stop();
    clearTimeout(this.#loading);
    await within(policy.stopMs, intake.close());
    const halt = new AbortController();
    setMaxListeners(0, halt.signal); // every conversation's queue listens
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
    this.#desk.typing.expect(event);
    return new TeamsTurn(event, this.#desk.answers);
  }

  post(place: Place, card: Card, options?: PostOptions): Promise<MessageRef> {
    return this.#desk.posting.post(place, card, options);
  }

  update(message: MessageRef, card: Card): Promise<void> {
    return this.#desk.posting.update(message, card);
  }

  async direct(person: PersonRef): Promise<Place> {
    const { tenant, conversation } = addressOf(person);
    return placeRef(tenant, await this.#desk.directs.conversationOf(tenant, conversation));
  }

  /** A bot in Teams has no home page to draw. */
  async showHome(): Promise<void> {}

  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef | undefined> {
    return this.#desk.files.upload(place, file, id);
  }

  download(file: Attachment, maxBytes: number): Promise<Uint8Array> {
    return this.#desk.files.download(file, maxBytes);
  }

  profile(person: PersonRef) {
    return this.#desk.people.profile(person, this.#desk.channels.known);
  }

  async lookup(emailOrId: string): Promise<PersonRef | undefined> {
    const id = /^teams:(?:[^/]+\/)?([^/]+)$/.exec(emailOrId)?.[1];
    if (id) return isObjectId(id) ? personRef(this.#tenant, id) : undefined;
    if (!emailOrId.includes('@')) return undefined;
    return this.#desk.people.lookup(emailOrId, this.#desk.channels.known);
  }

  find(nameOrId: string): Promise<Place | undefined> {
    return this.#desk.channels.find(nameOrId, this.#tenant);
  }

  about(place: Place) {
    return this.#desk.channels.about(place);
  }

  async members(place: Place): Promise<readonly PersonRef[]> {
    const { tenant, conversation } = await this.#desk.posting.where(place);
    return this.#desk.people.members({ tenant, conversation });
  }

  /** What the desk has heard since it started: a bot cannot ask Teams for a message. */
  async message(ref: MessageRef): Promise<QuotedMessage | undefined> {
    return this.#desk.seen.get(ref);
  }

  threadOf(message: MessageRef): Place {
    return threadOf(message);
  }

  rootOf(thread: Place): MessageRef | undefined {
    return rootOf(thread);
  }

  conversationOf(ref: Place | MessageRef): Place {
    return conversationOf(ref);
  }

  /** Where a local test client brings its own, the one it brought. */
  get #tenant(): string {
    const { tenantId, reading, urls } = this.#desk;
    return tenantId ?? urls.tenant ?? reading.tenant;
  }

  async permalink(message: MessageRef): Promise<string | undefined> {
    return permalinkTo(addressOf(message));
  }
}

/** Soon after the start, or with the first activity if that comes sooner. */
const loadAfterMs = 1000;

/** Waits for work to end, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]).finally(() => clearTimeout(timer));
}

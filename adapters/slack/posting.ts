import { randomUUID } from 'node:crypto';
import type { PostOptions } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import { type Payload, word } from '../../src/chat/payload.ts';
import type { MessageRef, PersonRef, Place } from '../../src/chat/refs.ts';
import { DeliveryError } from '../../src/errors.ts';
import type { Directs } from './directs.ts';
import { deliveryError } from './errors.ts';
import type { History } from './history.ts';
import { addressOf, messageRef, placeRef, userOf } from './places.ts';
import type { Queues } from './queues.ts';
import { metadataOf, renderCard } from './render-card.ts';
import type { CallOptions, Transport } from './transport.ts';
import type { Arguments } from './web-client.ts';

/** Says things in Slack: in order, at its pace, and once. */
export class Posting {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws DeliveryError */
  async post(place: Place, card: Card, { mayHaveArrived, urgency }: PostOptions = {}): Promise<MessageRef> {
    const { team, channel, ts: thread } = await this.#open(place);
    const mark = card.mark ?? { id: randomUUID() };
    const message = { channel, thread_ts: thread, ...drawn(card), metadata: metadataOf(mark), mrkdwn: false, ...quiet };
    const lookFor = () => this.#lookFor(channel, thread, mark.id);
    const answer = await this.#parts.queues.of(channel).add({
      isPrompt: urgency === 'prompt',
      key: thread ?? `posts ${urgency ?? 'normal'}`,
      isPost: true,
      run: async () => {
        const found = mayHaveArrived ? await lookFor() : undefined;
        return found ?? this.#call('chat.postMessage', message, { place: channel, lookFor });
      },
    });
    return messageRef(team, word(answer, 'channel') ?? channel, word(answer, 'ts') ?? '');
  }

  /** @throws DeliveryError */
  async update(ref: MessageRef, card: Card): Promise<void> {
    const { channel, ts } = await this.#open(ref);
    const metadata = card.mark && metadataOf(card.mark);
    await this.#parts.queues.redrawsOf(channel).add({
      isPrompt: true,
      key: `update ${ts}`,
      isPost: false,
      run: () =>
        this.#call('chat.update', { channel, ts, ...drawn(card), metadata, parse: 'none' }, { place: channel }),
    });
  }

  /**
   * Says something to one person among others.
   * @throws DeliveryError
   */
  async whisper(place: Place, person: PersonRef, card: Card): Promise<void> {
    const { channel, ts: thread } = await this.#open(place);
    const message = { channel, user: userOf(person), thread_ts: thread, ...drawn(card) };
    await this.#parts.queues.of(channel).add({
      isPrompt: true,
      key: `whisper ${userOf(person)}`,
      isPost: true,
      run: () => this.#call('chat.postEphemeral', message, { place: channel, expects: notThere }),
    });
  }

  /**
   * Says something in another way, a file for example, in the channel's order.
   * @throws DeliveryError
   */
  say(method: string, args: Arguments, { channel, key, lookFor }: Saying): Promise<Payload> {
    const run = () => this.#call(method, args, { place: channel, lookFor });
    return this.#parts.queues.of(channel).add({ isPrompt: false, key, isPost: true, run });
  }

  async #open(ref: Place | MessageRef): Promise<{ team: string; channel: string; ts?: string }> {
    const address = addressOf(ref);
    return { ...address, channel: await this.#parts.directs.channelOf(address.channel) };
  }

  /** Joins a public channel when that is all that is missing. */
  async #call(method: string, args: Arguments, options: CallOptions & { place: string }): Promise<Payload> {
    const { transport } = this.#parts;
    const { place, expects = [] } = options;
    try {
      return await transport.call(method, args, { ...options, expects: [...expects, 'not_in_channel'] });
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.platformCode !== 'not_in_channel') throw error;
      const isIn = await transport.call('conversations.join', { channel: place }, { place, expects: cannotJoin }).then(
        () => true,
        () => false,
      );
      if (isIn) return transport.call(method, args, options);
      transport.trouble('not_in_channel', method, place);
      throw error;
    }
  }

  /** A post that may have arrived: its own answer as far as it matters, or nothing. */
  async #lookFor(channel: string, thread: string | undefined, id: string): Promise<Payload | undefined> {
    try {
      const ts = await this.#parts.history.findMarked(channel, thread, id);
      return ts === undefined ? undefined : { channel, ts };
    } catch (cause) {
      const code = cause instanceof DeliveryError ? cause.platformCode : 'no_answer';
      const what = `looking in ${placeRef('…', channel)} for a message that may have arrived`;
      throw new DeliveryError(code, deliveryError(code, what).message, {
        isPermanent: false,
        mayHaveArrived: true,
        cause,
      });
    }
  }
}

interface Saying {
  readonly channel: string;
  readonly key: string;
  readonly lookFor: () => Promise<Payload | undefined>;
}

interface Parts {
  readonly transport: Transport;
  readonly queues: Queues;
  readonly directs: Directs;
  readonly history: History;
}

/** A link in a message is never opened by Slack on the desk's behalf. */
const quiet = { unfurl_links: false, unfurl_media: false };

const notThere = [
  'user_not_in_channel',
  'channel_not_found',
  'is_archived',
  'no_permission',
  'cannot_reply_to_message',
];

const cannotJoin = ['method_not_supported_for_channel_type', 'channel_not_found', 'is_archived', 'missing_scope'];

function drawn(card: Card): { text: string; blocks: unknown } {
  return { ...renderCard(card) };
}

import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import type { Transport } from './transport.ts';

/** Reads what stands in a conversation. */
export class History {
  readonly #transport: Transport;
  readonly #now: () => Date;

  constructor(transport: Transport, now: () => Date) {
    this.#transport = transport;
    this.#now = now;
  }

  /**
   * Looks for a message of the desk by what its metadata calls it, back to yesterday.
   * @returns its timestamp
   * @throws DeliveryError
   */
  async findMarked(channel: string, thread: string | undefined, id: string): Promise<string | undefined> {
    const found = await this.#find(channel, thread, (message) => markOf(message) === id);
    return found && word(found, 'ts');
  }

  /**
   * Looks for the message that shows a file.
   * @returns its timestamp
   * @throws DeliveryError
   */
  async findFile(channel: string, thread: string | undefined, file: string): Promise<string | undefined> {
    const shows = (message: Payload) => parts(message, 'files').some((each) => each.id === file);
    const found = await this.#find(channel, thread, shows);
    return found && word(found, 'ts');
  }

  /**
   * One message, in the channel or in a thread of it.
   * @throws DeliveryError
   */
  async message(channel: string, ts: string): Promise<Payload | undefined> {
    const exactly = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 };
    const options = { place: channel, expects: notFound };
    const isIt = (message: Payload): boolean => message.ts === ts;
    const inChannel = await this.#transport.call('conversations.history', exactly, options);
    const found = parts(inChannel, 'messages').find(isIt);
    if (found !== undefined) return found;
    const inThread = await this.#transport.call('conversations.replies', { ...exactly, ts, limit: 10 }, options);
    return parts(inThread, 'messages').find(isIt);
  }

  async #find(
    channel: string,
    thread: string | undefined,
    isIt: (message: Payload) => boolean,
  ): Promise<Payload | undefined> {
    const oldest = String(Math.floor(this.#now().getTime() / 1000) - lookBackSeconds);
    const asked = {
      channel,
      oldest,
      inclusive: true,
      limit: 200,
      include_all_metadata: true,
      ...(thread && { ts: thread }),
    };
    const method = thread ? 'conversations.replies' : 'conversations.history';
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await this.#transport.call(method, { ...asked, cursor }, { place: channel });
      const found = parts(answer, 'messages').find(isIt);
      cursor = word(part(answer, 'response_metadata'), 'next_cursor');
      if (found !== undefined || cursor === undefined) return found;
    }
    return undefined;
  }
}

/** Refusals that mean that there is no such message. */
export const notFound = ['channel_not_found', 'thread_not_found', 'message_not_found', 'not_in_channel'];

const lookBackSeconds = 86_400;
const mostPages = 10;

function markOf(message: Payload): string | undefined {
  const metadata = part(message, 'metadata');
  const isOurs = metadata.event_type === 'deskhand_card' || metadata.event_type === 'deskhand_message';
  return isOurs ? word(part(metadata, 'event_payload'), 'id') : undefined;
}

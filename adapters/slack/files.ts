import { LRUCache } from 'lru-cache';
import type { OutgoingFile } from '../../src/chat/adapter.ts';
import type { Attachment } from '../../src/chat/event.ts';
import { type Payload, part, parts, word } from '../../src/chat/payload.ts';
import type { MessageRef, Place } from '../../src/chat/refs.ts';
import type { Directs } from './directs.ts';
import { deliveryError } from './errors.ts';
import { fetchFile } from './fetch-file.ts';
import type { History } from './history.ts';
import { addressOf, messageRef } from './places.ts';
import type { Posting } from './posting.ts';
import { renderCard } from './render-card.ts';
import type { Transport } from './transport.ts';

/** Files that go into Slack and come out of it. */
export class Files {
  readonly #to: FilesParts;
  readonly #sent = new LRUCache<string, Promise<MessageRef | undefined>>({ max: 1000 });

  constructor(to: FilesParts) {
    this.#to = to;
  }

  /**
   * Uploads in Slack's three steps; the same id again gives what came of the first time, as long as this process lives.
   * Source: https://docs.slack.dev/messaging/working-with-files#uploading_files
   * @throws DeliveryError
   */
  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef | undefined> {
    const known = this.#sent.get(id);
    if (known !== undefined) return known;
    const sent = this.#upload(place, file);
    this.#sent.set(id, sent);
    sent.catch(() => this.#sent.delete(id));
    return sent;
  }

  /**
   * @param maxBytes more is refused, also when Slack had said that it is less
   * @throws DeliveryError
   */
  async download(file: Attachment, maxBytes: number): Promise<Uint8Array> {
    const known = await this.#info(addressOf(file.ref).channel);
    const url = word(known, 'url_private_download') ?? word(known, 'url_private');
    if (url === undefined) throw deliveryError('file_not_found', 'fetching a file');
    if (Number(known.size) > maxBytes) throw deliveryError('file_too_large', 'fetching a file');
    const { client } = this.#to.transport;
    const { token, apiUrl } = this.#to;
    let content: Uint8Array = new Uint8Array();
    const attempt = async () => {
      const fetched = await fetchFile(url, { token, apiUrl, maxBytes, dispatcher: client.agent });
      if (fetched.is === 'done') content = fetched.content;
      return fetched.is === 'done' ? ({ is: 'done', answer: {} } as const) : fetched;
    };
    await this.#to.transport.repeat('file', attempt);
    return content;
  }

  async #upload(place: Place, file: OutgoingFile): Promise<MessageRef | undefined> {
    const { team, channel: written, ts: thread } = addressOf(place);
    const channel = await this.#to.directs.channelOf(written);
    const { transport, posting } = this.#to;
    const wanted = { filename: file.name || 'file', length: file.content.byteLength, alt_txt: file.alt };
    const ticket = await transport.call('files.getUploadURLExternal', wanted, { place: channel });
    const id = word(ticket, 'file_id') ?? '';
    const url = word(ticket, 'upload_url') ?? '';
    await transport.repeat('upload', () => transport.client.send(url, file.content), { place: channel, limit: url });
    const done = {
      files: [{ id, title: file.name || 'file' }],
      channel_id: channel,
      thread_ts: thread,
      blocks: file.comment && comment(file.comment),
    };
    await posting.say('files.completeUploadExternal', done, {
      channel,
      key: thread ?? 'posts normal',
      lookFor: async () => ((await this.#shareOf(id, channel, thread)) ? {} : undefined),
    });
    const ts = await this.#shareOf(id, channel, thread);
    return ts ? messageRef(team, channel, ts) : undefined;
  }

  /** The message that shows a file; Slack notes it at the file a little later than in the conversation. */
  async #shareOf(id: string, channel: string, thread: string | undefined): Promise<string | undefined> {
    const shares = part(await this.#info(id), 'shares');
    const [share] = [...parts(part(shares, 'public'), channel), ...parts(part(shares, 'private'), channel)];
    return share ? word(share, 'ts') : this.#to.history.findFile(channel, thread, id);
  }

  async #info(file: string): Promise<Payload> {
    return part(await this.#to.transport.call('files.info', { file }), 'file');
  }
}

interface FilesParts {
  readonly transport: Transport;
  readonly posting: Posting;
  readonly directs: Directs;
  readonly history: History;
  readonly token: string;
  readonly apiUrl: string;
}

/** Only rich text may stand beside a file. */
function comment(card: NonNullable<OutgoingFile['comment']>): unknown {
  const blocks = renderCard({ ...card, buttons: [], more: [] }).blocks.filter((block) => block.type === 'rich_text');
  return blocks.length > 0 ? blocks : undefined;
}

import { LRUCache } from 'lru-cache';
import { request } from 'undici';
import type { OutgoingFile } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Attachment } from '../../src/chat/event.ts';
import type { MessageRef, Place } from '../../src/chat/refs.ts';
import { bold, link } from '../../src/chat/text.ts';
import { fileAddress } from './attachments.ts';
import type { Connector } from './connector.ts';
import { deliveryError } from './errors.ts';
import type { FileLinks } from './file-links.ts';
import type { Posting } from './posting.ts';
import { renderCard, summaryOf } from './render-card.ts';
import { cardType } from './render-form.ts';
import { isSafeUrl, type ServiceUrls } from './service-urls.ts';
import type { Transport } from './transport.ts';

/** Files that go into Teams and come out of it. */
export class Files {
  readonly #to: FilesParts;
  readonly #sent = new LRUCache<string, Promise<MessageRef>>({ max: 1000 });

  constructor(to: FilesParts) {
    this.#to = to;
  }

  /**
   * Pictures stand in the message. A bot can put no other file into a channel; it is named with its size and, where the desk
   * can be reached by browsers, with a link. The same id again gives what came of the first time, as long as this process lives.
   * @throws DeliveryError
   */
  upload(place: Place, file: OutgoingFile, id: string): Promise<MessageRef> {
    const known = this.#sent.get(id);
    if (known !== undefined) return known;
    const sent = isPicture(file) ? this.#show(place, file) : this.#name(place, file, id);
    this.#sent.set(id, sent);
    sent.catch(() => this.#sent.delete(id));
    return sent;
  }

  /**
   * @param maxBytes more is refused
   * @throws DeliveryError
   */
  async download(file: Attachment, maxBytes: number): Promise<Uint8Array> {
    const { url } = fileAddress(file.ref);
    if (!isSafeUrl(url)) throw deliveryError('unsafe_file_address', 'fetching a file');
    const granted = this.#to.urls.isTrusted(url) ? await this.#to.transport.tokens.get() : undefined;
    const token = granted?.is === 'done' ? granted.token : undefined;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of await this.#fetch(url, token)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw deliveryError('file_too_large', 'fetching a file');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** The token goes to the connector alone, and no redirect is followed with it. */
  async #fetch(url: string, token: string | undefined): Promise<AsyncIterable<Buffer>> {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const dispatcher = this.#to.transport.client.agent;
    try {
      const { statusCode, body } = await request(url, {
        dispatcher,
        headers,
        headersTimeout: 30_000,
        bodyTimeout: 30_000,
      });
      if (statusCode === 200) return body;
      body.destroy();
      throw deliveryError(
        statusCode >= 500 || statusCode === 429 ? `http_${statusCode}` : 'file_not_found',
        'fetching a file',
      );
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'DeliveryError') throw cause;
      throw deliveryError('no_answer', 'fetching a file', { cause });
    }
  }

  async #name(place: Place, file: OutgoingFile, id: string): Promise<MessageRef> {
    return this.#to.posting.post(place, named(file, id, await this.#to.links?.keep(file)));
  }

  async #show(place: Place, file: OutgoingFile): Promise<MessageRef> {
    const where = await this.#to.posting.where(place);
    const contentUrl = `data:${file.mimeType};base64,${Buffer.from(file.content).toString('base64')}`;
    const picture = { contentType: file.mimeType, contentUrl, name: file.name || 'picture' };
    const { comment } = file;
    const words = comment
      ? [{ contentType: cardType, content: renderCard({ ...comment, buttons: [], more: [] }, () => false) }]
      : [];
    const activity = {
      type: 'message',
      summary: comment ? summaryOf(comment) : picture.name,
      attachments: [...words, picture],
    };
    return this.#to.posting.say(where, false, 'posts normal', () => this.#to.connector.send(where, activity));
  }
}

interface FilesParts {
  readonly connector: Connector;
  readonly transport: Transport;
  readonly posting: Posting;
  readonly urls: ServiceUrls;
  readonly links?: FileLinks | undefined;
}

/** Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#send-inline-images-using-the-bot-framework (1 MB) */
const mostOfPicture = 1024 * 1024;

function isPicture({ mimeType, content }: OutgoingFile): boolean {
  return /^image\/(?:png|jpeg|gif)$/.test(mimeType) && content.byteLength <= mostOfPicture;
}

function named({ name, content, comment }: OutgoingFile, id: string, address?: string): Card {
  const size = content.byteLength < 1024 ? `${content.byteLength} B` : `${Math.ceil(content.byteLength / 1024)} KB`;
  const shown = name || 'file';
  const line = { kind: 'text', text: ['📎 ', address ? link(shown, address) : bold(shown), ` (${size})`] } as const;
  return { ...comment, blocks: [...(comment?.blocks ?? []), line], buttons: [], more: [], mark: { id } };
}

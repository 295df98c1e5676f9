import { createHash } from 'node:crypto';
import { cut } from '../chat/plain-text.ts';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Language } from './languages.ts';
import type { SavedReply } from './saved-reply.ts';

/** A reply that an agent saved. */
export interface KeptReply extends SavedReply {
  readonly by: string;
  readonly at: Date;
}

export interface ReplyStore {
  /** The newest first, no more than 500. */
  all(): Promise<readonly KeptReply[]>;
  /** Nothing when there is one with this id. */
  add(reply: KeptReply): Promise<void>;
}

export interface SavedRepliesParts {
  readonly store: ReplyStore;
  readonly config: () => Pick<DeskConfig, 'replies'>;
  readonly clock: Clock;
}

/** The replies of desk.yaml and those that agents have saved. */
export class SavedReplies {
  readonly #parts: SavedRepliesParts;

  constructor(parts: SavedRepliesParts) {
    this.#parts = parts;
  }

  /** Those that fit a ticket: of its service or of all, in its requester's language first. */
  async for({ service }: Pick<Ticket, 'service'>, language: Language | undefined): Promise<readonly SavedReply[]> {
    const all: readonly SavedReply[] = [...this.#parts.config().replies, ...(await this.#parts.store.all())];
    const fitting = all.filter((reply) => reply.service === undefined || reply.service === service);
    const isTheirs = (reply: SavedReply) => reply.language === undefined || reply.language === language;
    return [...fitting.filter(isTheirs), ...fitting.filter((reply) => !isTheirs(reply))];
  }

  /** Keeps words under the first of them; the same words are kept once. */
  async save(text: string, by: string): Promise<SavedReply> {
    const id = `saved-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const title = cut(text.replace(/\s+/g, ' ').trim(), longestTitle);
    await this.#parts.store.add({ id, title, text, by, at: this.#parts.clock.now() });
    return { id, title, text };
  }
}

const longestTitle = 60;

import PQueue from 'p-queue';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Log } from '../log.ts';
import type { Person } from '../people/person.ts';
import { type Remark, type Translation, textMark, translationOf } from '../tickets/conversation.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Assistant } from '../triage/assistant.ts';
import { languageIn, type TicketLanguages } from './ticket-languages.ts';
import type { TranslationStore } from './translation-store.ts';

export interface TranslatorParts {
  readonly assistant: Assistant;
  /** Whether there is a model at all. */
  readonly hasModel: boolean;
  readonly store: TranslationStore;
  readonly remarks: Pick<RemarkStore, 'change'>;
  readonly find: (key: string) => Promise<Ticket | undefined>;
  readonly person: (id: string) => Promise<Person | undefined>;
  readonly languages: TicketLanguages;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
  /** The copies of what was said about this ticket are to be drawn anew. */
  readonly onTranslated: (key: string) => Promise<void>;
}

/** So long nobody else tries; then whoever tried has died over it. */
const leaseMs = 2 * 60_000;
const atOnce = 4;
const sweepBatch = 50;
/** A longer text is a log that was pasted in. UTF-16 units. */
const longestText = 5_000;

/**
 * Translates between requester and agents. What was said is carried at once; its translation follows when it is there. That it
 * is to come is noted with the remark, so that a crash loses none and two processes make one.
 */
export class Translator {
  readonly #parts: TranslatorParts;
  readonly #queue = new PQueue({ concurrency: atOnce });
  #isStopping = false;

  constructor(parts: TranslatorParts) {
    this.#parts = parts;
  }

  /** Whether anything is translated: there is a model, and desk.yaml lets it. */
  get isOn(): boolean {
    const { isEnabled, uses } = this.#parts.config().assistant;
    return this.#parts.hasModel && isEnabled && uses.translation;
  }

  /** Notes that a remark, which has just been carried, waits. */
  async owe(remark: Remark): Promise<void> {
    if (this.#isWanted(remark)) await this.#parts.store.owe(remark.id, this.#parts.clock.now());
  }

  /** Begins with it; comes back at once. */
  begin({ id }: Pick<Remark, 'id'>): void {
    if (this.isOn && !this.#isStopping) this.later(() => this.#translateForAgents(id));
  }

  /** Does something that takes as long as a translation takes, and that nobody waits for. */
  later(work: () => Promise<void>): void {
    void this.#queue.add(async () => {
      try {
        await work();
      } catch (error) {
        if (!this.#isStopping) this.#parts.log.warn({ err: error }, 'a translation failed');
      }
    });
  }

  /** Goes on with what a crash left. Safe to repeat. */
  async sweep(): Promise<void> {
    if (!this.isOn) return;
    const { store, clock } = this.#parts;
    for (const id of await store.waiting(clock.now(), sweepBatch)) this.begin({ id });
  }

  /** Begins nothing more; what waits goes on in the next life. */
  stop(): void {
    this.#isStopping = true;
    this.#queue.clear();
  }

  /** How many are under way or wait for their turn. */
  get pending(): number {
    return this.#queue.size + this.#queue.pending;
  }

  /**
   * Words in another language.
   * @param asker whose budget it counts to
   * @returns undefined when they are in it already, or nobody can say it
   */
  async translate(
    text: string,
    ticket: Ticket,
    { asker, to, fallback }: { readonly asker: string; readonly to: string; readonly fallback: string },
  ): Promise<Translation | undefined> {
    if (!this.isOn || text.length > longestText || !/\p{L}/u.test(text)) return undefined;
    const { assistant, languages } = this.#parts;
    const from = await languages.of(text, fallback);
    if (from === to) return undefined;
    const { confidential: isConfidential, service, key } = ticket;
    const words = await assistant.translate(text, to, { person: asker, isConfidential, service, ticket: key });
    const said = words.text?.trim();
    if (words.by === 'local' || !said || said === text.trim()) return undefined;
    return { to, from, text: said, of: textMark(text) };
  }

  /** What agents say is offered to be translated when they say it. */
  #isWanted(remark: Remark): boolean {
    const { side, visibility, deletedAt, text } = remark;
    if (!this.isOn || side !== 'requester' || visibility !== 'public' || deletedAt) return false;
    return text.trim() !== '' && !translationOf(remark);
  }

  async #translateForAgents(id: string): Promise<void> {
    const { store, clock, remarks, onTranslated, find } = this.#parts;
    const now = clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const remark = await store.take(id, now, until);
    if (!remark) return;
    const ticket = await find(remark.ticket);
    if (ticket && this.#isWanted(remark)) {
      const translation = await this.#forAgents(remark, ticket);
      if (translation) {
        await remarks.change(id, { translation });
        await onTranslated(remark.ticket);
      }
    }
    await store.settle(id, until);
  }

  /** Into the language of who works on it, else of the desk. */
  async #forAgents(remark: Remark, ticket: Ticket): Promise<Translation | undefined> {
    const { person, languages, config } = this.#parts;
    const { locale } = config().desk;
    const [assignee, requester] = await Promise.all([
      ticket.assignee ? person(ticket.assignee) : undefined,
      person(ticket.requester),
    ]);
    const to = languageIn(assignee?.locale ?? locale);
    const fallback = await languages.ofRequester(ticket, requester?.locale ?? locale);
    return this.translate(remark.text, ticket, { asker: remark.author, to, fallback });
  }
}

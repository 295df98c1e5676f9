import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { type Report, sameMatter } from '../knowledge/similar.ts';
import type { Log } from '../log.ts';
import type { Remark } from '../tickets/conversation.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { ReportShelves, reportsOnShelf } from './report-shelves.ts';
import type { SolvedSource, SolvedText } from './solved-source.ts';

export interface SolvedTicketsParts {
  readonly source: SolvedSource;
  readonly find: (key: string) => Promise<Ticket | undefined>;
  readonly remarks: Pick<RemarkStore, 'of'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long somebody is kept waiting while the past is being read for the first time. Default 2,000. */
  readonly patienceMs?: number;
}

/** A ticket of the past, and how it was solved. All of it is words of others: shown, never obeyed. */
export interface SolvedTicket {
  readonly ticket: Ticket;
  /** 0 to 1; from `sameMatter` on. */
  readonly score: number;
  /** What was noted when it was solved. */
  readonly note: string;
  /** The last words that an agent said to the requester. */
  readonly lastWords?: string;
}

const mostTickets = 20_000;
/** A longer text is a log or a mail that was pasted in. */
const longestText = 1_000;
/** Other processes resolve tickets, too; clocks of two machines and slow writes are no further apart than `overlapMs`. */
const askAgainAfterMs = 10_000;
const overlapMs = 5 * 60_000;
const mostAtOnce = 1_000;
const remarksRead = 40;

/**
 * The words of the newest 20,000 solved tickets, in memory, read when they are first asked for. Confidential tickets are never
 * among them. What is found is looked up anew, so that a ticket that was reopened, or has become confidential, is not shown.
 */
export class SolvedTickets {
  readonly #parts: SolvedTicketsParts;
  readonly #shelves = new ReportShelves(mostTickets);
  /** By key: when it was resolved as it lies on the shelves. */
  readonly #known = new LRUCache<string, number>({ max: 2 * mostTickets });
  #reading: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;
  /** All that was resolved by then is on the shelves. */
  #readTo = new Date(0);
  #askedAt = new Date(0);

  constructor(parts: SolvedTicketsParts) {
    this.#parts = parts;
  }

  /** A ticket was changed in this process: when it was resolved, the next question knows it. */
  changed({ status }: Pick<Ticket, 'status'>): void {
    if (status === 'resolved') this.#askedAt = new Date(0);
  }

  /** Solved tickets of the same matter, the most like it first. */
  async like(matter: Pick<Ticket, 'key' | 'title' | 'description'>, most = 3): Promise<readonly SolvedTicket[]> {
    await this.#upToDate();
    const report = { id: matter.key, title: matter.title, text: matter.description.slice(0, longestText) };
    const alike = this.#shelves
      .like(report, most + sparePlaces)
      .filter(({ id, score }) => id !== matter.key && score >= sameMatter);
    const found: SolvedTicket[] = [];
    for (const { id, score } of alike) {
      const solved = await this.#lookUp(id, score);
      if (solved) found.push(solved);
      if (found.length === most) break;
    }
    return found;
  }

  async #lookUp(key: string, score: number): Promise<SolvedTicket | undefined> {
    const ticket = await this.#parts.find(key);
    if (!ticket?.resolution || ticket.confidential || !isSolved(ticket)) return undefined;
    const lastWords = lastPublicWords(await this.#parts.remarks.of(key, remarksRead));
    return { ticket, score, note: ticket.resolution.note.trim(), ...(lastWords ? { lastWords } : {}) };
  }

  async #upToDate(): Promise<void> {
    const { clock, log, patienceMs = 2_000 } = this.#parts;
    this.#reading ??= this.#read().catch((error: unknown) => {
      log.warn({ err: error }, 'the solved tickets could not be read');
      this.#reading = undefined; // the next question tries again
    });
    await within(patienceMs, this.#reading);
    if (clock.now().getTime() - this.#askedAt.getTime() < askAgainAfterMs) return;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  async #read(): Promise<void> {
    this.#askedAt = this.#parts.clock.now();
    this.#readTo = this.#askedAt;
    for await (const batch of this.#parts.source.newest(mostTickets, reportsOnShelf)) {
      this.#shelves.addOlder(batch.filter((text) => this.#isNew(text)).map(toReport));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #refresh(): Promise<void> {
    const now = this.#parts.clock.now();
    const since = new Date(Math.max(0, this.#readTo.getTime() - overlapMs));
    const texts = await this.#parts.source.since(since, mostAtOnce);
    this.#shelves.add(texts.filter((text) => this.#isNew(text)).map(toReport));
    const isAll = texts.length < mostAtOnce;
    this.#readTo = isAll ? now : (texts.at(-1)?.resolvedAt ?? now);
    if (isAll) this.#askedAt = now;
  }

  /** Notes it. One that was reopened and solved once more is new again. */
  #isNew({ key, resolvedAt }: SolvedText): boolean {
    if (this.#known.get(key) === resolvedAt.getTime()) return false;
    this.#known.set(key, resolvedAt.getTime());
    return true;
  }
}

/** Some that are found may be open again. */
const sparePlaces = 5;

function toReport({ key, title, description }: SolvedText): Report {
  return { id: key, title, text: description.slice(0, longestText) };
}

function isSolved({ status }: Ticket): boolean {
  return status === 'resolved' || status === 'closed';
}

function lastPublicWords(remarks: readonly Remark[]): string | undefined {
  const said = remarks.findLast((one) => one.side === 'agent' && one.visibility === 'public' && !one.deletedAt);
  return said?.text.trim();
}

async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

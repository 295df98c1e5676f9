import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { AlarmRules } from './alarms/alarm-rules.ts';
import { type Reckoning, reckon, reckonAgain } from './alarms/reckon.ts';
import { type Change, changed, type Move } from './change.ts';
import { type Draft, ticketFrom } from './draft.ts';
import { type Actor, maySee, type PermittedAction, requirePermission } from './permissions.ts';
import type { Matrix } from './priority.ts';
import { Refusal } from './refusal.ts';
import type { Ticket } from './ticket.ts';
import type { Reader, TicketPage, TicketScope, TicketStore } from './ticket-store.ts';

/** Who does it, and the delivery by which they do it. */
export interface Doer {
  readonly actor: Actor;
  /** The same delivery changes a ticket once. */
  readonly event: string;
}

export interface TicketMove {
  readonly ticket: Ticket;
  readonly move: Move;
  /** What the ticket came to before the move, where that is known. */
  readonly reckoned?: Reckoning;
}

export interface ChangedTickets {
  readonly written: readonly Ticket[];
  readonly failed: readonly { readonly ticket: Ticket; readonly error: unknown }[];
}

export interface TicketServiceParts {
  readonly store: TicketStore;
  readonly clock: Clock;
  /** Read at each use, for desk.yaml may change while the desk runs. */
  readonly rules: () => AlarmRules & { readonly priorities: { readonly matrix: Matrix } };
  /** Told after every write, with the delivery that caused it: the courier begins to deliver. */
  readonly onChange: (ticket: Ticket, event: string) => void;
}

/** Opens tickets and moves them through their life: permission, lifecycle, one atomic write. */
export class TicketService {
  readonly #parts: TicketServiceParts;
  /**
   * Tickets as they were last seen. A change that is made from one is written only if the ticket is still so, which saves
   * a question to the store for nearly every click.
   */
  readonly #seen = new LRUCache<string, Ticket>({ max: rememberedTickets });

  constructor(parts: TicketServiceParts) {
    this.#parts = parts;
  }

  /** Opens a ticket, or gives the one that the same source has opened before. */
  async open(draft: Draft, event: string): Promise<{ readonly ticket: Ticket; readonly isNew: boolean }> {
    const { store, rules, onChange } = this.#parts;
    const { now, today } = this.#time();
    const { matrix } = rules().priorities;
    const opened = ticketFrom(draft, await store.nextKey(draft.kind), matrix, now, today, event);
    const { sla, nextAlarmAt } = this.#foretold(opened, now);
    const owes = [{ kind: 'consider', id: '1:consider', at: now }] as const;
    const ticket = { ...opened, owes, sla, ...(nextAlarmAt ? { nextAlarmAt } : {}) };
    if (await store.insert(ticket)) {
      this.#seen.set(ticket.key, ticket);
      onChange(ticket, event);
      return { ticket, isNew: true };
    }
    const first = await store.findBySource(draft.source.key);
    if (!first) throw new Error(`a ticket with the source of ${ticket.key} is there and cannot be found`);
    return { ticket: first, isNew: false };
  }

  /** For the desk itself, which may know of every ticket. */
  find(key: string): Promise<Ticket | undefined> {
    return this.#parts.store.find(key);
  }

  /** @throws Refusal `notFound`, also for a ticket that this person may not know of */
  async get(key: string, actor: Actor): Promise<Ticket> {
    const ticket = await this.#load(key);
    if (!maySee(actor, ticket)) throw new Refusal({ kind: 'notFound', key });
    return ticket;
  }

  /**
   * One move by a person. Made again from the newest state when somebody was quicker, so that a refusal always
   * speaks of what is true now.
   */
  change(key: string, doer: Doer, action: PermittedAction, move: Move): Promise<Ticket> {
    return this.#change(key, doer.actor.id, doer.event, (ticket, context) => {
      requirePermission(doer.actor, action, ticket);
      return move(ticket, context);
    });
  }

  /** One move that follows from something else: the requester spoke, a merged ticket goes on here. */
  changeByDesk(key: string, by: string, event: string, move: Move): Promise<Ticket> {
    return this.#change(key, by, event, move);
  }

  list(scope: TicketScope, actor: Actor, page: number, pageSize: number): Promise<TicketPage> {
    return this.#parts.store.list({ scope, visibleTo: readerOf(actor), page, pageSize });
  }

  /**
   * Moves that the desk makes by itself, each from the ticket as it was read, in one write. Nobody is told of it: what the
   * moves owe is for the caller to begin.
   * @param event the same for all of them and new each time
   * @returns the tickets, as they were, whose move was written (the others had changed meanwhile), and those whose move threw
   */
  async changeAll(moves: readonly TicketMove[], event: string): Promise<ChangedTickets> {
    const context = { by: 'desk', ...this.#time() };
    const failed: { ticket: Ticket; error: unknown }[] = [];
    const changes = moves.flatMap(({ ticket, move, reckoned }) => {
      try {
        return [{ ticket, change: this.#timed(ticket, caused(move(ticket, context), event), reckoned) }];
      } catch (error) {
        failed.push({ ticket, error });
        return [];
      }
    });
    const keys = await this.#parts.store.writeAll(changes, event);
    for (const key of keys) this.#seen.delete(key);
    return { written: changes.flatMap(({ ticket }) => (keys.has(ticket.key) ? [ticket] : [])), failed };
  }

  async #change(key: string, by: string, event: string, move: Move): Promise<Ticket> {
    const remembered = this.#seen.get(key);
    if (remembered) {
      const quick = await this.#attempt(remembered, by, event, move).catch(onlyRefusals);
      if (quick) return quick;
    }
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const written = await this.#attempt(await this.#load(key), by, event, move);
      if (written) return written;
    }
    throw new Refusal({ kind: 'changedMeanwhile', key });
  }

  /** @returns undefined when the ticket is not what it was any more */
  async #attempt(ticket: Ticket, by: string, event: string, move: Move): Promise<Ticket | undefined> {
    if (ticket.history.some((entry) => entry.event === event)) return ticket;
    const change = this.#timed(ticket, caused(move(ticket, { by, ...this.#time() }), event));
    const written = await this.#parts.store.write(ticket, change);
    if (!written) return undefined;
    this.#seen.set(ticket.key, written);
    this.#parts.onChange(written, event);
    return written;
  }

  /** With every change a ticket's clocks are read anew, and when it rings next. */
  #timed(ticket: Ticket, change: Change, reckoned?: Reckoning): Change {
    const next = changed(ticket, change);
    if (!reckoned || !isUnheard(change))
      return { ...change, set: { ...change.set, ...this.#foretold(next, change.entry.at) } };
    const { alarms } = reckonAgain(reckoned, next, this.#parts.rules());
    return { ...change, set: { ...change.set, nextAlarmAt: alarms[0]?.at } };
  }

  #foretold(ticket: Ticket, now: Date) {
    const { sla, alarms } = reckon(ticket, this.#parts.rules(), now);
    return { sla, nextAlarmAt: alarms[0]?.at };
  }

  async #load(key: string): Promise<Ticket> {
    const ticket = await this.#parts.store.find(key);
    if (!ticket) throw new Refusal({ kind: 'notFound', key });
    return ticket;
  }

  #time(): { readonly now: Date; readonly today: string } {
    const now = this.#parts.clock.now();
    return { now, today: dayIn(this.#parts.rules().desk.timeZone, now) };
  }
}

const rememberedTickets = 2_000;

/** A refusal that comes from memory may be out of date; the store has the last word. */
function onlyRefusals(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

/** Every lost race means that somebody else's write went through; so many in a row are no race any more. */
const maxAttempts = 200;

/** Whether no clock looks at it: somebody was reminded, and all else stays as it was. */
function isUnheard({ entry, set }: Change): boolean {
  return entry.move === 'remind' && Object.keys(set).length === 0;
}

function caused(change: Change, event: string): Change {
  return { ...change, entry: { ...change.entry, event } };
}

/** Whose eyes a list is for. */
export function readerOf(actor: Actor): Reader {
  const seesAll = actor.agentOf.length > 0 || actor.isManager || actor.isAdmin;
  return { id: actor.id, agentOf: actor.agentOf, seesAll };
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD` of an instant in an IANA zone. */
export function dayIn(timeZone: string, at: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

import type { Collection, Db, Filter, UpdateFilter } from 'mongodb';
import { type Change, changed } from '../tickets/change.ts';
import { openStatuses, type Ticket, type TicketKind } from '../tickets/ticket.ts';
import type { Reader, TicketLine, TicketPage, TicketQuery, TicketScope, TicketStore } from '../tickets/ticket-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, databaseOf, type Models } from './models.ts';
import { derived, type TicketDocument, toDocument, toTicket, wordsIn } from './ticket-document.ts';

/** Tickets in MongoDB or the embedded server. */
export class MongoTicketStore implements TicketStore {
  readonly #database: Db;
  readonly #tickets: Collection<TicketDocument>;
  readonly #counters: Collection<{ _id: string; next: number }>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
    this.#database = databaseOf(models.tickets);
    this.#counters = models.counters.collection as unknown as Collection<{ _id: string; next: number }>;
  }

  async nextKey(kind: TicketKind): Promise<string> {
    const counter = await this.#counters.findOneAndUpdate(
      { _id: kind },
      { $inc: { next: 1 } },
      { upsert: true, returnDocument: 'after' },
    );
    return `${prefixes[kind]}-${counter?.next}`;
  }

  async insert(ticket: Ticket): Promise<boolean> {
    try {
      await this.#tickets.insertOne(toDocument(ticket));
      return true;
    } catch (error) {
      if (isDuplicateKey(error, 'source.key')) return false;
      throw error;
    }
  }

  async find(key: string): Promise<Ticket | undefined> {
    const document = await this.#tickets.findOne({ _id: key });
    return document ? toTicket(document) : undefined;
  }

  async findBySource(sourceKey: string): Promise<Ticket | undefined> {
    const document = await this.#tickets.findOne({ 'source.key': sourceKey });
    return document ? toTicket(document) : undefined;
  }

  async inThread(thread: string): Promise<readonly Ticket[]> {
    const documents = await this.#tickets.find({ threads: thread }).sort({ openedAt: -1 }).limit(10).toArray();
    return documents.map(toTicket);
  }

  async waitingFor(requester: string, thread: string): Promise<Ticket | undefined> {
    const [waiting] = await this.#tickets
      .find({ threads: thread, requester, status: 'on_hold', 'hold.reason': 'requester' })
      .sort({ 'hold.since': -1 })
      .limit(1)
      .toArray();
    return waiting ? toTicket(waiting) : undefined;
  }

  async write(ticket: Ticket, change: Change): Promise<Ticket | undefined> {
    const noted = await this.#tickets.findOneAndUpdate(
      asItWas(ticket, change),
      updateOf(ticket, change),
      // The version in the query says what else is there now: the whole document would be much of a click's work.
      { returnDocument: 'after', projection: courierFields },
    );
    return noted ? { ...changed(ticket, change), ...withoutId(noted) } : undefined;
  }

  async writeAll(
    changes: readonly { readonly ticket: Ticket; readonly change: Change }[],
    event: string,
  ): Promise<ReadonlySet<string>> {
    if (changes.length === 0) return new Set();
    // The command itself: the driver's bulk measures every operation before it writes it.
    const { n } = await this.#database.command({
      update: this.#tickets.collectionName,
      updates: changes.map(({ ticket, change }) => ({ q: asItWas(ticket, change), u: updateOf(ticket, change) })),
      ordered: false,
    });
    const keys = changes.map(({ ticket }) => ticket.key);
    if (n === changes.length) return new Set(keys);
    const written = await this.#tickets
      .find({ _id: { $in: keys }, 'history.event': event })
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return new Set(written.map(({ _id }) => _id));
  }

  async list({ scope, visibleTo, page, pageSize }: TicketQuery): Promise<TicketPage> {
    const filter: Filter<TicketDocument> = { $and: [scopeFilter(scope), readerFilter(visibleTo)] };
    const [documents, total] = await Promise.all([
      this.#tickets
        .find(filter)
        .sort(scope.kind === 'dueSoon' ? { 'sla.next.dueAt': 1 } : { openedAt: -1 })
        .skip(page * pageSize)
        .limit(pageSize)
        .project<Omit<TicketLine, 'key'> & { _id: string }>(lineFields)
        .toArray(),
      this.#tickets.countDocuments(filter),
    ]);
    return { lines: documents.map(({ _id, ...line }) => ({ key: _id, ...line })), total, page, pageSize };
  }
}

/** What keys begin with. */
export const prefixes: Record<TicketKind, string> = { incident: 'INC', request: 'REQ', problem: 'PRB', change: 'CHG' };

/** The courier notes cards without a new version, so a move that replaces them must have seen its last note. */
function asItWas({ key, version, deliveries }: Ticket, { set }: Change): Filter<TicketDocument> {
  return { _id: key, version, ...(set.cards ? { deliveries } : {}) };
}

function updateOf(ticket: Ticket, { set, entry, owes }: Change): UpdateFilter<TicketDocument> {
  const fields = Object.entries({ ...set, ...derived(ticket, set) });
  const unset = fields.filter(([, value]) => value === undefined);
  return {
    $set: { ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)), owing: true },
    ...(unset.length > 0 ? { $unset: Object.fromEntries(unset.map(([field]) => [field, ''])) } : {}),
    $push: { history: entry, ...(owes.length > 0 ? { owes: { $each: [...owes] } } : {}) },
    $inc: { version: 1 },
  } as UpdateFilter<TicketDocument>;
}

/** What the courier notes without a new version. */
const courierFields = { cards: 1, owes: 1, owing: 1, deliveries: 1, botMessages: 1 } as const;

function withoutId({ _id, ...fields }: TicketDocument): Partial<Ticket> {
  return fields;
}

const lineFields = {
  title: 1,
  status: 1,
  priority: 1,
  requester: 1,
  assignee: 1,
  team: 1,
  service: 1,
  openedAt: 1,
  confidential: 1,
  'sla.next': 1,
} as const;

function scopeFilter(scope: TicketScope): Filter<TicketDocument> {
  switch (scope.kind) {
    case 'raisedBy':
      return { requester: scope.person };
    case 'assignedTo':
      return { assignee: scope.person, status: { $in: ['in_progress', 'on_hold'] } };
    case 'unclaimed':
      return { team: { $in: [...scope.teams] }, status: 'new' };
    case 'openOf':
      return { requester: scope.person, status: { $in: [...openStatuses] } };
    case 'dueSoon':
      return {
        team: { $in: [...scope.teams] },
        status: { $in: [...openStatuses] },
        'sla.next.dueAt': { $lt: scope.before },
      };
    case 'words':
      return wordsFilter(wordsIn(scope.text));
  }
}

function wordsFilter(words: readonly string[]): Filter<TicketDocument> {
  if (words.length === 0) return { _id: { $in: [] } };
  return { $and: words.map((word, index) => wordFilter(word, index === words.length - 1)) };
}

/** The last word may be unfinished: a range of the index holds all that begin with it. */
function wordFilter(word: string, isLast: boolean): Filter<TicketDocument> {
  return isLast ? { terms: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } } : { terms: word };
}

function readerFilter(reader: Reader): Filter<TicketDocument> {
  const own = [{ requester: reader.id }, { watchers: reader.id }, { assignee: reader.id }];
  if (!reader.seesAll) return { $or: own };
  return { $or: [{ confidential: false }, ...own, { team: { $in: [...reader.agentOf] } }] };
}

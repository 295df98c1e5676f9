import { isDeepStrictEqual } from 'node:util';
import type { ImportedRow } from '../import/imported-row.ts';
import { type ImportContext, importedTicket, sourceKeyOf } from '../import/imported-ticket.ts';
import type { Connection } from '../store/connection.ts';
import { isDuplicateKey } from '../store/duplicate-key.ts';
import { collectionOf, createIndexes, defineModels, type Models } from '../store/models.ts';
import { prefixes } from '../store/mongo-ticket-store.ts';
import { type TicketDocument, toDocument, toTicket, wordsIn } from '../store/ticket-document.ts';
import { importEvent } from '../tickets/still.ts';
import type { Ticket, TicketKind } from '../tickets/ticket.ts';
import { guardedRow } from './guarded-row.ts';

/** What became of some rows. */
export interface BatchOutcome {
  readonly added: readonly Ticket[];
  /** They went on in the other desk, or have come to life. */
  readonly changed: number;
  /** Known already; nothing new, or somebody works on them here. */
  readonly here: number;
}

/** Writes imported tickets, many at once. */
export class ImportStore {
  readonly #models: Models | undefined;

  private constructor(models: Models | undefined) {
    this.#models = models;
  }

  static async on(connection: Connection): Promise<ImportStore> {
    const models = defineModels(connection);
    await createIndexes(models);
    return new ImportStore(models);
  }

  /** For saying what would be where no desk is yet. */
  static nowhere(): ImportStore {
    return new ImportStore(undefined);
  }

  /** Adds what is new and renews what nobody has touched here. @param isDry says what would be, and writes nothing */
  async take(read: readonly ImportedRow[], context: ImportContext, isDry: boolean): Promise<BatchOutcome> {
    const rows = read.map((row) => guardedRow(row, context.desk.desk.locale));
    const known = await this.#known(rows.map(({ id }) => sourceKeyOf(context.name, id)));
    const documentOf = ({ id }: ImportedRow) => known.get(sourceKeyOf(context.name, id));
    const fresh = rows.filter((row) => !documentOf(row));
    const keys = isDry ? fresh.map(({ id }) => id) : await this.#keys(fresh);
    const added = fresh.map((row, at) => importedTicket(row, keys[at] ?? '', context));
    const renewed = rows.flatMap((row) => {
      const stored = documentOf(row);
      return (stored && renewal(row, stored, context)) ?? [];
    });
    if (isDry) return { added, changed: renewed.length, here: rows.length - added.length - renewed.length };
    const isIn = await this.#insert(added.map((ticket, at) => found(ticket, fresh[at]?.id ?? '')));
    const changed = await this.#renew(renewed);
    const inserted = added.filter(({ key }) => isIn(key));
    return { added: inserted, changed, here: rows.length - inserted.length - changed };
  }

  async #known(keys: readonly string[]): Promise<ReadonlyMap<string, TicketDocument>> {
    if (!this.#models) return new Map();
    const documents = await this.#tickets()
      .find({ 'source.key': { $in: [...keys] } })
      .toArray();
    return new Map(documents.map((document) => [document.source.key, document]));
  }

  /** Keys from the counters, a block for each kind. */
  async #keys(rows: readonly ImportedRow[]): Promise<readonly string[]> {
    const next = new Map<TicketKind, number>();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const count = rows.filter((row) => row.kind === kind).length;
      next.set(kind, (await this.#reserve(kind, count)) - count);
    }
    return rows.map(({ kind }) => {
      const number = (next.get(kind) ?? 0) + 1;
      next.set(kind, number);
      return `${prefixes[kind]}-${number}`;
    });
  }

  /** @returns the last number of the block */
  async #reserve(kind: TicketKind, count: number): Promise<number> {
    const counter = await collectionOf<{ _id: string; next: number }>(this.#collections().counters).findOneAndUpdate(
      { _id: kind },
      { $inc: { next: count } },
      { upsert: true, returnDocument: 'after' },
    );
    return counter?.next ?? count;
  }

  /** @returns which keys are in; another import at the same time may have been quicker */
  async #insert(documents: readonly TicketDocument[]): Promise<(key: string) => boolean> {
    if (documents.length === 0) return () => false;
    try {
      await this.#tickets().insertMany([...documents], { ordered: false });
      return () => true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const ids = { _id: { $in: documents.map(({ _id }) => _id) } };
      const written = await this.#tickets().find(ids).project<{ _id: string }>({ _id: 1 }).toArray();
      const keys = new Set(written.map(({ _id }) => _id));
      return (key) => keys.has(key);
    }
  }

  /** Only what is still as it was read. */
  async #renew(renewals: readonly Renewal[]): Promise<number> {
    if (renewals.length === 0) return 0;
    const { matchedCount } = await this.#tickets().bulkWrite(
      renewals.map(({ stored: { _id, version, deliveries }, next }) => {
        const { _id: key, ...replacement } = next;
        return { replaceOne: { filter: { _id, version, deliveries }, replacement } };
      }),
      { ordered: false },
    );
    return matchedCount;
  }

  #tickets() {
    return collectionOf<TicketDocument>(this.#collections().tickets);
  }

  #collections(): Models {
    if (!this.#models) throw new Error('nothing can be written where there is no desk');
    return this.#models;
  }
}

interface Renewal {
  readonly stored: TicketDocument;
  readonly next: TicketDocument;
}

/** The search finds it by the other desk's number, too. */
function found(ticket: Ticket, id: string): TicketDocument {
  const document = toDocument(ticket);
  return { ...document, terms: [...new Set([...document.terms, ...wordsIn(id)])] };
}

/** What an import makes of a ticket that is here already; undefined when nothing has come, or somebody works on it here. */
function renewal(row: ImportedRow, stored: TicketDocument, context: ImportContext): Renewal | undefined {
  const before = toTicket(stored);
  const [still, live] = [false, true].map((isLive) => importEvent(before.source.key, isLive));
  if (before.history.some(({ event }) => event !== still && event !== live)) return undefined;
  const wasLive = before.history.some(({ event }) => event === live);
  const ticket = importedTicket(row, before.key, { ...context, isLive: context.isLive || wasLive });
  if (isDeepStrictEqual(told(before), told(ticket))) return undefined;
  const next = { ...ticket, version: before.version + 1 };
  if (!wasLive) return { stored, next: found(next, row.id) };
  const { cards, thread, alsoIn, owes, botMessages, deliveries } = before;
  const kept = { cards, ...(thread ? { thread } : {}), alsoIn, owes, botMessages, deliveries, owing: true };
  return { stored, next: found({ ...next, ...kept }, row.id) };
}

/** What a row says of a ticket. */
function told(ticket: Ticket) {
  const { sla, nextAlarmAt, version, cards, thread, alsoIn, owes, owing, botMessages, deliveries, ...rest } = ticket;
  const { groups, estimate, ...row } = rest;
  return row;
}

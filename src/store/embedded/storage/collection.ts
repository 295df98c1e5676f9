import { decodeBson } from '../values/decode-bson.ts';
import type { Document } from '../values/document.ts';
import type { Catalog, CollectionEntry } from './catalog.ts';
import { duplicateKey } from './duplicate-key.ts';
import { changedFields, looksAtAny, topFieldsOf } from './fields-looked-at.ts';
import { type IndexKeys, indexKeysOf } from './index-keys.ts';
import type { IndexSpec } from './index-spec.ts';
import { entryKey, entryRange, entryRangeBetween, recordKey, recordOfKey, recordRange } from './key-space.ts';
import type { KnownRecords } from './known-records.ts';
import type { KeyRange, LmdbStore } from './lmdb-store.ts';

/** Tells whether a document belongs into a partial index; compiled from the index's filter. */
export type PartialTest = (filter: Document) => (document: Document) => boolean;

const nothing = Buffer.alloc(0);
const pageOfKeys = 128;
/** So many documents are filed in a new index before other commands get their turn. */
const filedPerPart = 1000;

export interface CollectionParts {
  readonly store: LmdbStore;
  readonly catalog: Catalog;
  readonly inPartial: PartialTest;
  readonly known: KnownRecords;
}

/** One collection: its documents by record number, and its indexes, always changed together. */
export class Collection {
  readonly #store: LmdbStore;
  readonly #catalog: Catalog;
  readonly #inPartial: PartialTest;
  readonly #known: KnownRecords;
  readonly #found: CollectionEntry;

  constructor({ store, catalog, inPartial, known }: CollectionParts, entry: CollectionEntry) {
    this.#store = store;
    this.#catalog = catalog;
    this.#found = entry;
    this.#inPartial = inPartial;
    this.#known = known;
  }

  get namespace(): string {
    return this.#found.namespace;
  }

  get #entry(): CollectionEntry {
    return this.#catalog.current(this.#found);
  }

  get #id(): number {
    return this.#found.id;
  }

  get indexes(): readonly IndexSpec[] {
    return this.#entry.indexes;
  }

  read(record: number): Buffer | undefined {
    return this.#store.get(recordKey(this.#id, record));
  }

  /**
   * Stores a new document with its index entries.
   * @throws CommandError 11000 when a unique index holds its key already; nothing is changed then
   */
  insert(document: Document, bytes: Buffer): number {
    const record = this.#entry.nextRecord;
    const filings = this.indexes.map((index) => this.#filingOf(index, document, record));
    this.#entry.nextRecord += 1;
    for (const filing of filings) this.#file(filing, filing.keys, record);
    this.#store.put(recordKey(this.#id, record), bytes);
    this.seen(document._id, record);
    return record;
  }

  /** A document was seen in a record. */
  seen(id: unknown, record: number): void {
    this.#known.note(this.#id, id, record);
  }

  /** In which record a document was seen last; another one, or none, may be there now. */
  lastSeen(id: string): number | undefined {
    return this.#known.recordOf(this.#id, id);
  }

  /**
   * Replaces a document and the index entries that differ.
   * @throws CommandError 11000 when a unique index holds the new key already; nothing is changed then
   */
  replace(record: number, before: Document, after: Document, bytes: Buffer): void {
    const changed = changedFields(before, after);
    const moves = this.indexes.filter(looksAtAny(changed)).map((index) => {
      const [old, filing] = [this.#keysIn(index, before).keys, this.#keysIn(index, after)];
      return { index, filing, added: without(filing.keys, old), removed: without(old, filing.keys) };
    });
    for (const { index, added } of moves) this.#rejectTaken(index, added, record, after);
    for (const { index, filing, added, removed } of moves) {
      this.#file({ index, ...filing }, added, record);
      for (const key of removed) this.#store.remove(entryKey(index.id, key, record));
    }
    this.#store.put(recordKey(this.#id, record), bytes);
  }

  /**
   * What has to be known of a document to replace it when only these top-level fields may change: themselves, and all
   * fields of the indexes that look at one of them; undefined when that cannot be told.
   */
  fieldsWith(touched: ReadonlySet<string>): ReadonlySet<string> | undefined {
    const needed = new Set(['_id', ...touched]);
    for (const index of this.indexes.filter(looksAtAny([...touched]))) {
      const fields = topFieldsOf(index);
      if (!fields) return undefined;
      for (const field of fields) needed.add(field);
    }
    return needed;
  }

  /** Whether a document's place in an index depends on this top-level field. */
  isIndexed(field: string): boolean {
    return this.indexes.some(looksAtAny([field]));
  }

  remove(record: number, document: Document): void {
    for (const index of this.indexes) {
      for (const key of this.#keysIn(index, document).keys) this.#store.remove(entryKey(index.id, key, record));
    }
    this.#store.remove(recordKey(this.#id, record));
  }

  /** All record numbers in the order of insertion, read page by page so that the collection may change meanwhile. */
  *records(reverse = false): Generator<number> {
    for (const key of this.#walk(recordRange(this.#id), reverse)) yield recordOfKey(key);
  }

  /** The record numbers of an index's entries between two keys, in the index's order. */
  *recordsInIndex(index: IndexSpec, from: Buffer, to: Buffer, reverse = false): Generator<number> {
    for (const key of this.#walk(entryRangeBetween(index.id, from, to), reverse)) yield recordOfKey(key);
  }

  count(): number {
    return this.#store.count(recordRange(this.#id));
  }

  /** Removes every document and index entry; the collection itself stays. */
  clear(): void {
    for (const key of this.#walk(recordRange(this.#id))) this.#store.remove(key);
    for (const index of this.#entry.indexes) this.clearIndex(index);
  }

  clearIndex(index: IndexSpec): void {
    for (const key of this.#walk(entryRange(index.id))) this.#store.remove(key);
  }

  /**
   * Adds an index and files every document in it, with a pause after each part; it is used when all are filed.
   * @throws CommandError 11000 when two documents have the same key in a unique index
   */
  *buildIndex(index: IndexSpec): Generator<void, void, void> {
    this.#catalog.putIndex(this.#entry, { ...index, isReady: false });
    let filed = 0;
    for (const record of this.records()) {
      // Somebody may have dropped the index during a pause.
      if (!this.#isKnown(index)) return;
      const bytes = this.read(record);
      if (!bytes) continue;
      const filing = this.#filingOf(index, decodeBson(bytes), record);
      this.#file(filing, filing.keys, record);
      filed += 1;
      if (filed % filedPerPart === 0) yield;
    }
    const built = this.indexes.find(({ id }) => id === index.id);
    if (built) this.#catalog.putIndex(this.#entry, { ...built, isReady: true });
  }

  dropIndex(index: IndexSpec): void {
    this.clearIndex(index);
    this.#catalog.removeIndex(this.#entry, index.id);
  }

  *#walk(range: KeyRange, reverse = false): Generator<Buffer> {
    let { from, to } = range;
    while (true) {
      const page = this.#store.keys({ from, to }, pageOfKeys, reverse);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < pageOfKeys) return;
      if (reverse) to = Buffer.from(last);
      else from = Buffer.concat([last, Buffer.from([0])]);
    }
  }

  #keysIn(index: IndexSpec, document: Document): IndexKeys {
    const isOutside = index.partialFilter !== undefined && !this.#inPartial(index.partialFilter)(document);
    return isOutside ? noKeys : indexKeysOf(index, document);
  }

  /** Where a document belongs in an index, after making sure that a unique one does not refuse it. */
  #filingOf(index: IndexSpec, document: Document, record: number): Filing {
    const filing = { index, ...this.#keysIn(index, document) };
    this.#rejectTaken(index, filing.keys, record, document);
    return filing;
  }

  #rejectTaken(index: IndexSpec, keys: readonly Buffer[], record: number, document: Document): void {
    const isTaken = index.isUnique && keys.some((key) => this.#isTakenByOther(index, key, record));
    if (isTaken) throw duplicateKey(this.namespace, index, document);
  }

  #file({ index, isMultikey, isCut }: Filing, keys: readonly Buffer[], record: number): void {
    this.#noteTraits(index.id, isMultikey, isCut);
    for (const key of keys) this.#store.put(entryKey(index.id, key, record), nothing);
  }

  #isTakenByOther(index: IndexSpec, key: Buffer, record: number): boolean {
    const range = { from: entryKey(index.id, key, 0), to: entryKey(index.id, key, 2 ** 48 - 1) };
    return this.#store.keys(range, 2).some((found) => recordOfKey(found) !== record);
  }

  #isKnown(index: IndexSpec): boolean {
    return this.indexes.some(({ id }) => id === index.id);
  }

  #noteTraits(indexId: number, isMultikey: boolean, isCut: boolean): void {
    const known = this.indexes.find(({ id }) => id === indexId);
    if (!known || ((known.isMultikey || !isMultikey) && (known.isCut || !isCut))) return;
    const traits = { isMultikey: known.isMultikey || isMultikey, isCut: known.isCut || isCut };
    this.#catalog.putIndex(this.#entry, { ...known, ...traits });
  }
}

/** A document's keys in one index. */
interface Filing extends IndexKeys {
  readonly index: IndexSpec;
}

const noKeys: IndexKeys = { keys: [], isMultikey: false, isCut: false };

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => key.equals(other)));
}

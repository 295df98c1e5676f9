import { CommandError } from '../errors.ts';
import { decodeBson } from '../values/decode-bson.ts';
import type { Document } from '../values/document.ts';
import { encodeBson } from '../values/encode-bson.ts';
import { toDouble } from '../values/numbers.ts';
import { describeIndex, fieldsOfPattern, type IndexSpec } from './index-spec.ts';
import { catalogKey, catalogRange, namespaceOfKey, noteKey, recordOfKey, recordRange } from './key-space.ts';
import type { LmdbStore } from './lmdb-store.ts';

/** A collection as the catalog knows it. */
export interface CollectionEntry {
  readonly namespace: string;
  readonly id: number;
  readonly indexes: readonly IndexSpec[];
  /** The number for the next document; counts up in memory and is found again from the last document. */
  nextRecord: number;
}

/** Which collections and indexes there are. Kept in memory, written with the change that needs it. */
export class Catalog {
  readonly #store: LmdbStore;
  #entries = new Map<string, CollectionEntry>();
  #nextId = 1;
  #hasChanged = false;

  constructor(store: LmdbStore) {
    this.#store = store;
    this.reload();
  }

  /** Reads everything from the store. */
  reload(): void {
    this.#hasChanged = false;
    this.#entries = new Map();
    const keys = this.#store.keys(catalogRange, Number.MAX_SAFE_INTEGER);
    for (const key of keys) {
      const bytes = this.#store.get(key);
      if (bytes) this.#remember(readEntry(namespaceOfKey(key), decodeBson(bytes), this.#store));
    }
    const next = this.#store.get(noteKey('nextId'));
    this.#nextId = next ? Number(next.toString()) : 1;
  }

  /** Forgets changes that were rolled back. */
  rolledBack(): void {
    if (this.#hasChanged) this.reload();
  }

  find(namespace: string): CollectionEntry | undefined {
    return this.#entries.get(namespace);
  }

  /** All collections, or those of one database, by name. */
  list(database?: string): CollectionEntry[] {
    const all = [...this.#entries.values()];
    const chosen = database === undefined ? all : all.filter(({ namespace }) => namespace.startsWith(`${database}.`));
    return chosen.sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
  }

  /** The collection of that name, created when there is none. Only inside a write. */
  ensure(namespace: string): CollectionEntry {
    return this.#entries.get(namespace) ?? this.#create(namespace);
  }

  /** Adds or replaces an index of a collection. Only inside a write. */
  putIndex(entry: CollectionEntry, index: IndexSpec): CollectionEntry {
    const others = entry.indexes.filter(({ id }) => id !== index.id);
    const indexes = [...others, index].sort((a, b) => a.id - b.id);
    return this.#save({ ...this.current(entry), indexes });
  }

  /** Forgets an index of a collection. Only inside a write. */
  removeIndex(entry: CollectionEntry, id: number): CollectionEntry {
    const current = this.current(entry);
    return this.#save({ ...current, indexes: current.indexes.filter((index) => index.id !== id) });
  }

  /** Forgets a collection. Only inside a write. */
  remove(entry: CollectionEntry): void {
    this.#hasChanged = true;
    this.#store.remove(catalogKey(entry.namespace));
    this.#entries.delete(entry.namespace);
  }

  /** Gives a collection another name. Only inside a write. */
  rename(entry: CollectionEntry, namespace: string): void {
    this.remove(entry);
    this.#save({ ...entry, namespace });
  }

  /** A number that no collection and no index has. Only inside a write. */
  takeId(): number {
    this.#hasChanged = true;
    const id = this.#nextId;
    this.#nextId += 1;
    this.#store.put(noteKey('nextId'), Buffer.from(String(this.#nextId)));
    return id;
  }

  /** The newest state of a collection that was looked up earlier. */
  current(entry: CollectionEntry): CollectionEntry {
    return this.#entries.get(entry.namespace) ?? entry;
  }

  #create(namespace: string): CollectionEntry {
    validateNamespace(namespace);
    const id = this.takeId();
    const idIndex = indexFromDescription({ key: { _id: 1 }, name: '_id_', unique: true }, this.takeId());
    return this.#save({ namespace, id, indexes: [idIndex], nextRecord: 1 });
  }

  #save(entry: CollectionEntry): CollectionEntry {
    const indexes = entry.indexes.map((index) => ({
      ...describeIndex(index),
      id: index.id,
      isMultikey: index.isMultikey,
      isCut: index.isCut,
      isReady: index.isReady,
      unique: index.isUnique,
    }));
    this.#hasChanged = true;
    this.#store.put(catalogKey(entry.namespace), encodeBson({ id: entry.id, indexes }));
    return this.#remember(entry);
  }

  #remember(entry: CollectionEntry): CollectionEntry {
    this.#entries.set(entry.namespace, entry);
    return entry;
  }
}

/** An index from a description as `createIndexes` takes it, already checked. */
export function indexFromDescription(description: Document, id: number): IndexSpec {
  const pattern = description.key as Document;
  const seconds = description.expireAfterSeconds;
  return {
    id,
    name: String(description.name),
    pattern,
    fields: fieldsOfPattern(pattern),
    isUnique: description.unique === true,
    isSparse: description.sparse === true,
    isHidden: description.hidden === true,
    isReady: description.isReady !== false,
    partialFilter: description.partialFilterExpression as Document | undefined,
    expireAfterSeconds: seconds === undefined ? undefined : toDouble(seconds),
    isMultikey: description.isMultikey === true,
    isCut: description.isCut === true,
  };
}

function readEntry(namespace: string, stored: Document, store: LmdbStore): CollectionEntry {
  const id = toDouble(stored.id);
  const indexes = (stored.indexes as Document[]).map((index) => indexFromDescription(index, toDouble(index.id)));
  const [last] = store.keys(recordRange(id), 1, true);
  return { namespace, id, indexes, nextRecord: last ? recordOfKey(last) + 1 : 1 };
}

function validateNamespace(namespace: string): void {
  const [database = '', ...rest] = namespace.split('.');
  const collection = rest.join('.');
  if (database === '' || /[/\\. "$\0]/.test(database) || database.length > 63 || Buffer.byteLength(namespace) > 255) {
    throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
  }
  if (collection === '' || collection.startsWith('.') || /[$\0]/.test(collection)) {
    throw new CommandError(73, `Invalid collection name: ${collection}`);
  }
}

import { join } from 'node:path';
import { plainScope } from './aggregate/expression-scope.ts';
import { CursorRegistry } from './commands/cursor-registry.ts';
import { RetriedWrites } from './commands/retried-writes.ts';
import { compileFilter } from './query/compile-filter.ts';
import { Catalog, type CollectionEntry } from './storage/catalog.ts';
import { Collection } from './storage/collection.ts';
import { KnownRecords } from './storage/known-records.ts';
import { LmdbStore } from './storage/lmdb-store.ts';

/** What all commands share: the store, what is in it, and what is remembered between two commands of a client. */
export class Engine {
  readonly store: LmdbStore;
  readonly catalog: Catalog;
  readonly cursors = new CursorRegistry();
  readonly retried = new RetriedWrites();
  readonly #known = new KnownRecords();
  readonly startedAt: Date;
  readonly now: () => Date;
  connectionCount: () => number = () => 0;

  constructor(dataDir: string, now: () => Date) {
    this.store = new LmdbStore(join(dataDir, 'desk.lmdb'));
    this.catalog = new Catalog(this.store);
    this.store.onRollback = () => this.catalog.rolledBack();
    this.now = now;
    this.startedAt = now();
  }

  /** The collection of that name, or undefined when there is none. */
  collection(namespace: string): Collection | undefined {
    const entry = this.catalog.find(namespace);
    return entry && this.#collectionOf(entry);
  }

  /** The collection of that name, made when there is none. Only inside a write. */
  ensureCollection(namespace: string): Collection {
    return this.#collectionOf(this.catalog.ensure(namespace));
  }

  #collectionOf(entry: CollectionEntry): Collection {
    return new Collection(
      { store: this.store, catalog: this.catalog, inPartial: partialTest, known: this.#known },
      entry,
    );
  }
}

// A partial index's filter is compiled once, however many documents it is asked about.
const compiledFilters = new WeakMap<object, ReturnType<typeof compileFilter>>();

function partialTest(filter: Record<string, unknown>) {
  const known = compiledFilters.get(filter);
  if (known) return known;
  const compiled = compileFilter(filter, plainScope);
  compiledFilters.set(filter, compiled);
  return compiled;
}

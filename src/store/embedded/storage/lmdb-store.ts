import { chmodSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { MappedMemory } from './mapped-memory.ts';

/** A stretch of keys: `from` inclusive, `to` exclusive, in byte order. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

interface QueuedWrite {
  readonly run: () => void;
  readonly settle: () => void;
  readonly fail: (cause: unknown) => void;
}

/** How many queued writes share one commit at most, so that no commit takes long. */
const writesPerCommit = 512;

/** Other users of the machine must not read tickets, even when the folder lets them in. */
const ownerOnly = 0o600;

/** What an entry takes in the file at least, for estimating how much a count has read. */
const leastEntryBytes = 32;

/**
 * Ordered bytes on disk. Reads see the last commit, or inside `write` what has been written so far.
 * All writes that wait at the same time share one commit (group commit).
 */
export class LmdbStore {
  readonly #path: string;
  #database: RootDatabase<Buffer, Buffer>;
  #queue: QueuedWrite[] = [];
  #draining: Promise<void> | undefined;
  #inWrite = false;
  #isGrown = false;
  readonly #memory = new MappedMemory();
  /** Called after a write was rolled back, so that what is derived from the store is read again. */
  onRollback: () => void = () => {};

  constructor(path: string) {
    this.#path = path;
    this.#database = openDatabase(path);
    for (const file of [path, `${path}-lock`]) chmodSync(file, ownerOnly);
  }

  get(key: Buffer): Buffer | undefined {
    const value = this.#database.get(key);
    this.#touch(value?.length ?? 0);
    return value;
  }

  /** Up to `limit` keys of a range, in order or, with `reverse`, from its end. */
  keys({ from, to }: KeyRange, limit: number, reverse = false): Buffer[] {
    const options = reverse
      ? { start: to, end: from, reverse, limit, exclusiveStart: true, inclusiveEnd: true }
      : { start: from, end: to, limit };
    const keys = [...this.#database.getKeys(options)];
    this.#touch(0);
    return keys;
  }

  count({ from, to }: KeyRange): number {
    const count = this.#database.getKeysCount({ start: from, end: to });
    this.#touch(count * leastEntryBytes);
    return count;
  }

  /** Only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.#database.putSync(key, value);
  }

  /** Only inside `write`. */
  remove(key: Buffer): void {
    this.#database.removeSync(key);
  }

  /**
   * Runs `action`, which reads and writes without waiting, in a transaction of its own.
   * @returns its result, once everything that it wrote is on disk
   */
  write<T>(action: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let result: T;
      this.#queue.push({
        run: () => {
          result = action();
        },
        settle: () => resolve(result),
        fail: reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Runs a part of a write that leaves no trace when it throws. */
  atomically<T>(action: () => T): T {
    try {
      let result: { readonly value: T } | undefined;
      this.#database.childTransaction(() => {
        result = { value: action() };
      });
      if (!result) throw new Error('the store gave no result');
      return result.value;
    } catch (cause) {
      this.onRollback();
      throw cause;
    }
  }

  /** Waits until the writes that are queued are on disk. */
  async settled(): Promise<void> {
    await this.#draining;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.#database.close();
  }

  /** Runs `action` now and commits it at once, before anything is served. */
  writeAtStart<T>(action: () => T): T {
    return this.#database.transactionSync(action);
  }

  async #drain(): Promise<void> {
    // One turn of the event loop, so that every command that has arrived by now joins the commit.
    await nextTurn();
    while (this.#queue.length > 0) {
      this.#commit(this.#queue.splice(0, writesPerCommit));
      await nextTurn();
    }
    this.#draining = undefined;
  }

  /** Commits a batch; when the transaction returns, it is on disk. */
  #commit(batch: readonly QueuedWrite[]): void {
    const settlements: (() => void)[] = [];
    try {
      this.#inWrite = true;
      this.#database.transactionSync(() => {
        for (const write of batch) settlements.push(this.#runOne(write));
      });
    } catch (cause) {
      this.onRollback();
      for (const write of batch) write.fail(cause);
      return;
    } finally {
      this.#inWrite = false;
      if (this.#isGrown) this.#releaseMemory();
    }
    for (const settle of settlements) settle();
  }

  #runOne(write: QueuedWrite): () => void {
    try {
      this.atomically(write.run);
      return write.settle;
    } catch (cause) {
      return () => write.fail(cause);
    }
  }

  #touch(bytes: number): void {
    if (this.#memory.hasGrownBy(bytes)) this.#isGrown = true;
    if (this.#isGrown && !this.#inWrite) this.#releaseMemory();
  }

  /** Closing the file gives the pages that were read back to the system; nothing is under way outside of `write`. */
  #releaseMemory(): void {
    this.#isGrown = false;
    void this.#database.close();
    this.#database = openDatabase(this.#path);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function openDatabase(path: string): RootDatabase<Buffer, Buffer> {
  return open<Buffer, Buffer>({ path, encoding: 'binary', keyEncoding: 'binary', noSubdir: true, maxDbs: 1 });
}

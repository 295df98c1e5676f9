import { randomBytes } from 'node:crypto';
import { Long } from 'bson';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { RawArray } from '../values/encode-bson.ts';

/** A batch is ended before it grows larger, bytes. MongoDB goes on to 16 MB; several of those at once would be much memory. */
const batchBytes = 4 * 1024 * 1024;
/** How many documents a first batch has when the client does not say. */
export const defaultFirstBatch = 101;
/** A cursor that nobody asks is forgotten after this, as MongoDB does. */
const idleMs = 10 * 60 * 1000;
/** So many open cursors are kept; beyond that the one that was idle longest is forgotten. */
const mostCursors = 1000;

interface OpenCursor {
  readonly namespace: string;
  readonly documents: Iterator<Buffer>;
  /** A document that was read and did not fit into the batch. */
  held: Buffer | undefined;
  usedAt: number;
}

/** The results that clients read batch by batch. */
export class CursorRegistry {
  readonly #open = new Map<string, OpenCursor>();

  /** The `cursor` field of an answer: the first batch, and an id when there may be more. */
  start(namespace: string, documents: Iterator<Buffer>, batchSize: number, singleBatch = false): Document {
    const cursor: OpenCursor = { namespace, documents, held: undefined, usedAt: Date.now() };
    const { batch, isDone } = takeBatch(cursor, batchSize);
    const id = isDone || singleBatch ? Long.ZERO : this.#keep(cursor);
    return { firstBatch: new RawArray(batch), id, ns: namespace };
  }

  /**
   * The next batch of an open cursor.
   * @throws CommandError 43 when there is no such cursor
   */
  next(id: Long, namespace: string, batchSize: number): Document {
    const cursor = this.#open.get(id.toString());
    if (!cursor) throw new CommandError(43, `cursor id ${id.toString()} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    cursor.usedAt = Date.now();
    const { batch, isDone } = takeBatch(cursor, batchSize);
    if (isDone) this.#open.delete(id.toString());
    return { nextBatch: new RawArray(batch), id: isDone ? Long.ZERO : id, ns: namespace };
  }

  /** Forgets a cursor; tells whether there was one. */
  kill(id: Long): boolean {
    return this.#open.delete(id.toString());
  }

  get openCount(): number {
    return this.#open.size;
  }

  #keep(cursor: OpenCursor): Long {
    this.#forgetIdle();
    const id = Long.fromBigInt(randomBytes(8).readBigInt64LE() & 0x7fffffffffffffffn);
    this.#open.set(id.toString(), cursor);
    return id;
  }

  #forgetIdle(): void {
    const oldest = Date.now() - idleMs;
    for (const [id, { usedAt }] of this.#open) if (usedAt < oldest) this.#open.delete(id);
    const [first] = this.#open.keys();
    if (this.#open.size >= mostCursors && first !== undefined) this.#open.delete(first);
  }
}

function takeBatch(cursor: OpenCursor, batchSize: number): { readonly batch: Buffer[]; readonly isDone: boolean } {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (batch.length < batchSize) {
    const document = cursor.held ?? nextDocument(cursor);
    cursor.held = undefined;
    if (!document) return { batch, isDone: true };
    if (batch.length > 0 && bytes + document.length > batchBytes) {
      cursor.held = document;
      return { batch, isDone: false };
    }
    batch.push(document);
    bytes += document.length;
  }
  if (batchSize > 0) cursor.held = nextDocument(cursor);
  return { batch, isDone: batchSize > 0 && cursor.held === undefined };
}

function nextDocument(cursor: OpenCursor): Buffer | undefined {
  const { value, done } = cursor.documents.next();
  return done ? undefined : value;
}

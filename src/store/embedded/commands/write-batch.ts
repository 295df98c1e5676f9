import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/** After so many changes a write pauses, so that they are committed and others get their turn. */
const changesPerPart = 500;

/** Counts the changes of a command and tells when it is time for a pause. */
export class PartCounter {
  #changes = 0;

  /** Counts one change; true when the part is full. */
  isFull(): boolean {
    this.#changes = (this.#changes + 1) % changesPerPart;
    return this.#changes === 0;
  }
}

/**
 * Carries out the operations of one write command. An operation that fails ends an ordered batch and is one entry of
 * `writeErrors`; the others stand.
 * @returns `{ writeErrors }` for the answer, or nothing when all went well
 */
export function* runBatch<T>(
  operations: readonly T[],
  body: Document,
  run: (operation: T, index: number) => Generator<void, void, void>,
): Generator<void, Document, void> {
  const writeErrors: Document[] = [];
  for (const [index, operation] of operations.entries()) {
    try {
      yield* run(operation, index);
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      writeErrors.push({ index, code: cause.code, errmsg: cause.message, ...cause.details });
      if (body.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

/**
 * Refuses a write command without operations.
 * @throws CommandError 16
 */
export function rejectEmptyBatch(operations: readonly unknown[]): void {
  if (operations.length > 0) return;
  throw new CommandError(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
}

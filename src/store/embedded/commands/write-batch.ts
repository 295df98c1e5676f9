import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/**
 * Carries out the operations of one write command. An operation that fails ends an ordered batch and is one entry of
 * `writeErrors`; the others stand.
 * @returns `{ writeErrors }` for the answer, or nothing when all went well
 */
export function runBatch<T>(
  operations: readonly T[],
  body: Document,
  run: (operation: T, index: number) => void,
): Document {
  const writeErrors: Document[] = [];
  for (const [index, operation] of operations.entries()) {
    try {
      run(operation, index);
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      writeErrors.push({ index, code: cause.code, errmsg: cause.message, ...cause.details });
      if (body.ordered !== false) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/**
 * Refuses a document whose own fields begin with `$`; such a document is most likely an update that went astray.
 * @throws CommandError 52
 */
export function checkStoredFields(document: Document): void {
  const field = Object.keys(document).find((name) => name.startsWith('$'));
  if (field !== undefined) {
    throw new CommandError(52, `The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`);
  }
}

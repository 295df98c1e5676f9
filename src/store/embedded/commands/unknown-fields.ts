import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';

/**
 * Refuses options that are not carried out, so that none is silently ignored.
 * @throws CommandError 40415
 */
export function rejectUnknownFields(where: string, document: Document, known: readonly string[]): void {
  const unknown = Object.keys(document).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new CommandError(40415, `BSON field '${where}.${unknown}' is an unknown field.`);
}

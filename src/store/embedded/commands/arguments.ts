import { badValue, CommandError, failedToParse, notSupported, typeMismatch } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';
import { isWhole, toDouble } from '../values/numbers.ts';
import { isNumeric, kindOf } from '../values/value-kind.ts';

/** A document-valued field of a command; `{}` when it is left out. */
export function documentArgument(body: Document, field: string): Document {
  const value = body[field];
  if (value === undefined || value === null) return {};
  if (!isDocument(value)) throw wrongType(field, value, 'object');
  return value;
}

/** An array-valued field of a command. */
export function arrayArgument(body: Document, field: string): unknown[] {
  const value = body[field];
  if (value === undefined) throw new CommandError(40414, `BSON field '${field}' is missing but a required field`);
  if (!Array.isArray(value)) throw wrongType(field, value, 'array');
  return value;
}

/** A whole number of 0 or more, or undefined when the field is left out. */
export function countArgument(body: Document, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw wrongType(field, value, 'long');
  if (!isWhole(value)) throw failedToParse(`Expected an integer: ${field}: ${toDouble(value)}`);
  if (toDouble(value) < 0) {
    throw new CommandError(51024, `BSON field '${field}' value must be >= 0, actual value '${toDouble(value)}'`);
  }
  return toDouble(value);
}

/** Whether a switch of a command is on. */
export function flagArgument(body: Document, field: string): boolean {
  const value = body[field];
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw wrongType(field, value, 'bool');
}

/** The simple binary collation is all that this engine compares by. */
export function rejectCollation(value: unknown): void {
  if (value === undefined || value === null) return;
  if (!isDocument(value)) throw wrongType('collation', value, 'object');
  if (Object.keys(value).length > 0 && value.locale !== 'simple') throw notSupported('A collation other than "simple"');
}

/** Only one copy of the data exists, so nobody else can be waited for. */
export function checkWriteConcern(value: unknown): void {
  if (value === undefined) return;
  if (!isDocument(value)) throw wrongType('writeConcern', value, 'object');
  if (isNumeric(value.w) && toDouble(value.w) > 1) throw badValue("cannot use 'w' > 1 when a host is not replicated");
}

function wrongType(field: string, value: unknown, expected: string): CommandError {
  return typeMismatch(`BSON field '${field}' is the wrong type '${kindOf(value)}', expected type '${expected}'`);
}

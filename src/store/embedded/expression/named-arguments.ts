import { badValue, failedToParse } from '../errors.ts';
import { type Document, isDocument } from '../values/document.ts';

/** The argument of an operator that takes named arguments, checked for its shape and names. */
export function namedArguments(
  name: string,
  operand: unknown,
  known: readonly string[],
  required: readonly string[],
): Document {
  if (!isDocument(operand)) throw failedToParse(`${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((field) => !known.includes(field));
  if (unknown !== undefined) throw failedToParse(`Unrecognized argument to ${name}: ${unknown}`);
  const missing = required.find((field) => !(field in operand));
  if (missing !== undefined) throw badValue(`Missing '${missing}' parameter to ${name}`);
  return operand;
}

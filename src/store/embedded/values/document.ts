/**
 * A decoded BSON document. Numbers are kept lossless: an int32 is a JavaScript whole number, a double is a JavaScript
 * number where that cannot be mistaken for an int32, and a `Double` where it could; int64 is `Long`.
 */
export type Document = { [field: string]: unknown };

/** Whether a value is an embedded document, and not an array, a date or one of bson's own classes. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Sets a field even where its name is `__proto__`, which a plain assignment would swallow. */
export function setField(target: Document, field: string, value: unknown): void {
  if (field !== '__proto__') target[field] = value;
  else Object.defineProperty(target, field, { value, writable: true, enumerable: true, configurable: true });
}

/** The value of a field of the document itself, never of its prototype. */
export function ownField(document: Document, field: string): unknown {
  return Object.hasOwn(document, field) ? document[field] : undefined;
}

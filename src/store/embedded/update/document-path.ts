import { badValue, CommandError } from '../errors.ts';
import { type Document, isDocument, ownField, setField } from '../values/document.ts';
import { inspectValue } from '../values/inspect-value.ts';

/** An array is not filled up with nulls beyond this. Source: MongoDB's own limit for `$set` beyond an array's end. */
const furthestPadding = 1_500_000;

/** The value at a concrete path, where a number is a position in an array; undefined where there is none. */
export function valueAt(document: Document, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((value, part) => childOf(value, part), document);
}

/**
 * Puts a value at a concrete path and makes the documents on the way.
 * @throws CommandError 28 when something on the way can hold no such field
 */
export function setAt(document: Document, parts: readonly string[], value: unknown): void {
  let holder: Document | unknown[] = document;
  parts.slice(0, -1).forEach((part, depth) => {
    const child = childOf(holder, part);
    if (child === undefined) {
      const made: Document = {};
      put(holder, part, made, parts.slice(0, depth));
      holder = made;
    } else if (Array.isArray(child) || isDocument(child)) {
      holder = child;
    } else {
      throw notViable(parts[depth + 1] ?? '', part, child);
    }
  });
  put(holder, parts.at(-1) ?? '', value, parts.slice(0, -1));
}

/** Removes a field; an array keeps its length and gets null in that place. */
export function unsetAt(document: Document, parts: readonly string[]): void {
  const holder = valueAt(document, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (isPosition(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isDocument(holder)) {
    delete holder[last];
  }
}

/** Whether a part of a path may be a position in an array. */
export function isPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

function childOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isPosition(part) ? value[Number(part)] : undefined;
  return isDocument(value) ? ownField(value, part) : undefined;
}

function put(holder: Document | unknown[], part: string, value: unknown, above: readonly string[]): void {
  if (!Array.isArray(holder)) {
    setField(holder, part, value);
    return;
  }
  if (!isPosition(part)) throw notViable(part, above.at(-1) ?? '', holder);
  const position = Number(part);
  if (position > holder.length + furthestPadding) {
    throw badValue(`can't backfill more than ${furthestPadding} elements`);
  }
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

function notViable(field: string, holderName: string, holder: unknown): CommandError {
  return new CommandError(28, `Cannot create field '${field}' in element {${holderName}: ${inspectValue(holder)}}`);
}

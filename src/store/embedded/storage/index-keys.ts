import { createHash } from 'node:crypto';
import { CommandError } from '../errors.ts';
import { type Document, isDocument, ownField } from '../values/document.ts';
import { encodeKey, invertKey } from '../values/encode-key.ts';
import type { IndexSpec } from './index-spec.ts';

/** The keys under which an index files a document. */
export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly isMultikey: boolean;
  readonly isCut: boolean;
}

/** LMDB takes keys of up to 1978 bytes; longer ones are cut and told apart by a digest. */
const longestKeyBytes = 1024;
const keptKeyBytes = 1000;

/**
 * The keys of a document in an index: one, or one for each element where an indexed path meets an array.
 * @throws CommandError 171 when two indexed paths meet different arrays
 */
export function indexKeysOf(index: IndexSpec, document: Document): IndexKeys {
  const rows: Row[] = [];
  const isMultikey = expand(
    index.fields.map(({ parts }) => ({ within: document, parts })),
    index,
    rows,
  );
  if (index.isSparse && rows.every((row) => row.every((cell) => !cell.isPresent))) return noKeys;
  const whole = rows.map((row) => encodeRow(row, index));
  const keys = isMultikey ? withoutDoubles(whole.map(cutKey)) : whole.map(cutKey);
  return { keys, isMultikey, isCut: whole.some((key) => key.length > longestKeyBytes) };
}

/** A key, or its cut form where it is too long for the store. */
export function cutKey(key: Buffer): Buffer {
  if (key.length <= longestKeyBytes) return key;
  return Buffer.concat([key.subarray(0, keptKeyBytes), createHash('sha1').update(key).digest()]);
}

/** A bound of a range over an index, cut so that it still lies before the cut keys that it lay before. */
export function cutBound(key: Buffer): Buffer {
  return key.length <= keptKeyBytes ? key : key.subarray(0, keptKeyBytes);
}

/** What an indexed path has led to: a value, or nothing, which is filed as null. */
interface Cell {
  readonly value: unknown;
  readonly isPresent: boolean;
}
type Row = readonly Cell[];

/** A path that has still to be walked. */
interface Walk {
  readonly within: Document;
  readonly parts: readonly string[];
}

/** A path that has met an array with `parts` left to walk in each element. */
interface ArrayMet {
  readonly array: readonly unknown[];
  readonly parts: readonly string[];
}
type Slot = Cell | Walk | ArrayMet;

const noKeys: IndexKeys = { keys: [], isMultikey: false, isCut: false };
const missing: Cell = { value: null, isPresent: false };
// An empty array stands below null.
const emptyArray: Cell = { value: undefined, isPresent: true };

function expand(slots: readonly Slot[], index: IndexSpec, rows: Row[]): boolean {
  const walked = slots.map((slot) => ('within' in slot ? walk(slot) : slot));
  const met = walked.find((slot) => 'array' in slot);
  if (!met) {
    rows.push(walked.filter((slot) => 'isPresent' in slot));
    return false;
  }
  if (walked.some((slot) => 'array' in slot && slot.array !== met.array)) throw parallelArrays(index, walked);
  const elements = met.array.length === 0 ? [emptyArray] : met.array.map(presentCell);
  for (const element of elements) {
    expand(
      walked.map((slot) => ('array' in slot ? intoElement(slot, element) : slot)),
      index,
      rows,
    );
  }
  return true;
}

function presentCell(value: unknown): Cell {
  return { value, isPresent: true };
}

function walk({ within, parts }: Walk): Cell | ArrayMet {
  let value: unknown = within;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const part = parts[depth] ?? '';
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) return { array: value, parts: parts.slice(depth) };
      value = value[Number(part)];
    } else {
      value = isDocument(value) ? ownField(value, part) : undefined;
    }
  }
  if (Array.isArray(value)) return { array: value, parts: [] };
  return value === undefined ? missing : presentCell(value);
}

function intoElement({ parts }: ArrayMet, element: Cell): Slot {
  if (parts.length === 0 || element === emptyArray) return element;
  return isDocument(element.value) ? { within: element.value, parts } : missing;
}

function parallelArrays(index: IndexSpec, slots: readonly Slot[]): CommandError {
  const [first, second] = index.fields.filter((_field, at) => {
    const slot = slots[at];
    return slot !== undefined && 'array' in slot;
  });
  return new CommandError(171, `cannot index parallel arrays [${second?.path}] [${first?.path}]`);
}

function encodeRow(row: Row, index: IndexSpec): Buffer {
  return Buffer.concat(
    row.map(({ value }, at) => {
      const key = encodeKey(value);
      return index.fields[at]?.ascending === false ? invertKey(key) : key;
    }),
  );
}

function withoutDoubles(keys: readonly Buffer[]): Buffer[] {
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}

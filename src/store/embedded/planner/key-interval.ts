import { literalPrefix } from '../query/regex-test.ts';
import { afterPrefix } from '../storage/key-space.ts';
import { toRegex } from '../values/compare-values.ts';
import { bracketOf, encodeKey, encodeTextPrefix } from '../values/encode-key.ts';
import { kindRanks, rankOf } from '../values/value-kind.ts';

/** A stretch of encoded values: `from` inclusive, `to` exclusive; a point is the stretch of one value. */
export interface KeyInterval {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly isPoint: boolean;
}

/** The interval that holds exactly one value. */
export function pointInterval(value: unknown): KeyInterval {
  const from = encodeKey(value);
  return { from, to: afterPrefix(from), isPoint: true };
}

/** The intervals in which every value equal to the operand is filed; null is also filed for missing fields. */
export function equalIntervals(operand: unknown): KeyInterval[] | undefined {
  // An index files an array by its elements.
  if (Array.isArray(operand)) return undefined;
  return [pointInterval(operand ?? null)];
}

/** The interval of an order comparison, which stays within the operand's type. */
export function comparisonIntervals(name: string, operand: unknown): KeyInterval[] | undefined {
  const rank = rankOf(operand);
  if (operand === null || operand === undefined) return name.endsWith('e') ? equalIntervals(null) : [];
  if (Array.isArray(operand) || rank === kindRanks.minKey || rank === kindRanks.maxKey) return undefined;
  const { from, to } = bracketOf(operand);
  const key = encodeKey(operand);
  switch (name) {
    case '$gt':
      return [range(afterPrefix(key), to)];
    case '$gte':
      return [range(key, to)];
    case '$lt':
      return [range(from, key)];
    default:
      return [range(from, afterPrefix(key))];
  }
}

/** The interval of the texts that a regular expression can match, where it has a fixed beginning. */
export function regexIntervals(operand: unknown): KeyInterval[] | undefined {
  const regex = toRegex(operand);
  const prefix = regex && literalPrefix(regex);
  if (!prefix) return undefined;
  const from = encodeTextPrefix(prefix);
  return [range(from, afterPrefix(from)), pointInterval(regex)];
}

/** What two sets of intervals have in common, in order. */
export function intersect(a: readonly KeyInterval[], b: readonly KeyInterval[]): KeyInterval[] {
  return a.flatMap((one) => b.flatMap((other) => overlap(one, other))).sort((x, y) => Buffer.compare(x.from, y.from));
}

/** Intervals in order, each once. */
export function sortedIntervals(intervals: readonly KeyInterval[]): KeyInterval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.from, b.from));
  return sorted.filter((interval, at) => at === 0 || !sorted[at - 1]?.from.equals(interval.from));
}

function range(from: Buffer, to: Buffer): KeyInterval {
  return { from, to, isPoint: false };
}

function overlap(a: KeyInterval, b: KeyInterval): KeyInterval[] {
  const from = Buffer.compare(a.from, b.from) >= 0 ? a.from : b.from;
  const to = Buffer.compare(a.to, b.to) <= 0 ? a.to : b.to;
  return Buffer.compare(from, to) < 0 ? [{ from, to, isPoint: a.isPoint || b.isPoint }] : [];
}

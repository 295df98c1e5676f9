/** How durations lie, in whole milliseconds; `null` throughout when there are none. */
export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

/**
 * The value below which a share of the values lies, interpolated between the two nearest ones: of n sorted values the one
 * at place (n − 1) · share, counted from 0. Spreadsheets call it PERCENTILE.INC; Hyndman and Fan's type 7 (The American
 * Statistician 50, 1996).
 * @param sorted ascending, at least one
 * @param share 0 to 1
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { median: null, p90: null, mean: null };
  const sorted = Float64Array.from(values).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    median: Math.round(percentile(sorted, 0.5)),
    p90: Math.round(percentile(sorted, 0.9)),
    mean: Math.round(mean),
  };
}

/** @returns 0 to 100, or `null` of nothing */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

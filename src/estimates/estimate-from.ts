import type { Estimate } from '../tickets/ticket.ts';

/** With fewer the interval would hardly be narrower than "between the shortest and the longest". */
const fewestTickets = 30;

/**
 * How long the next ticket will take, from how long others took: with a probability of at least 80 % it lies within,
 * whatever the shape of their distribution, as long as the next is like them. The r-th and (n + 1 − r)-th smallest of n
 * enclose the next observation with probability (n + 1 − 2r)/(n + 1); r is a tenth of n + 1, rounded down, so that no
 * more than 10 % are expected on either side. (S. S. Wilks, _Determination of sample sizes for setting tolerance limits_,
 * Annals of Mathematical Statistics 12, 1941; G. J. Hahn and W. Q. Meeker, _Statistical Intervals_, 1991, chapter 5.)
 *
 * Where times change, old tickets mislead: the interval of the newest alone is taken in as well. It costs little where
 * they do not (some 83 % lie inside then), and without it too few would where times go up and down by turns.
 * @param durationsMs the newest first
 * @returns undefined for fewer than {@link fewestTickets}
 */
export function estimateFrom(durationsMs: readonly number[]): Estimate | undefined {
  const tickets = durationsMs.length;
  if (tickets < fewestTickets) return undefined;
  const all = innerFourFifths(durationsMs);
  const late = innerFourFifths(durationsMs.slice(0, newestTickets));
  return { fromMs: Math.min(all.fromMs, late.fromMs), toMs: Math.max(all.toMs, late.toMs), tickets };
}

/** Enough for tails of six tickets each, few enough to be of these weeks. */
const newestTickets = 60;

function innerFourFifths(durationsMs: readonly number[]): { readonly fromMs: number; readonly toMs: number } {
  const ascending = Float64Array.from(durationsMs).sort();
  const rank = Math.floor((ascending.length + 1) / 10);
  return { fromMs: ascending[rank - 1] ?? 0, toMs: ascending[ascending.length - rank] ?? Number.POSITIVE_INFINITY };
}

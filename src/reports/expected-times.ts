/** One piece of work that an agent finished. */
export interface Work {
  readonly agent: string;
  /** What it is compared within: only work of one mix is like to like. */
  readonly mix: string;
  readonly ms: number;
}

/** How long an agent's work typically took, beside what the same mix takes the others. */
export interface Comparison {
  readonly tickets: number;
  /** Those of a mix that enough others have worked on. */
  readonly compared: number;
  /** Typical times, geometric means; absent when there is too little to compare. */
  readonly found?: {
    readonly actualMs: number;
    readonly expectedMs: number;
    /** Actual to expected, with its 95 % interval. */
    readonly ratio: number;
    readonly low: number;
    readonly high: number;
  };
}

export const fewestTickets = 10;
/** Of others, in a mix, for it to tell what is usual. */
export const fewestOthers = 5;
/** What was done at once is told apart no further. */
const shortestMs = 60_000;

/**
 * Compares each agent with the others within the same mix. Times are skewed, a few of them very long, so logarithms are
 * compared: their means lie normally for as few as ten tickets, and one very long ticket does not decide. The interval is
 * Student's t for the mean of the agent's differences from what is usual, and takes in how well the usual is known.
 */
export function compareWithin(works: readonly Work[]): ReadonlyMap<string, Comparison> {
  const mixes = new Map<string, Sums>();
  const agents = new Map<string, Map<string, Sums>>();
  for (const { agent, mix, ms } of works) {
    const log = Math.log(Math.max(shortestMs, ms));
    const own = agents.get(agent) ?? new Map<string, Sums>();
    agents.set(agent, own);
    add(mixes, mix, log);
    add(own, mix, log);
  }
  return new Map([...agents].map(([agent, own]) => [agent, compare(own, mixes)]));
}

interface Sums {
  count: number;
  sum: number;
  squares: number;
}
const nothing: Sums = { count: 0, sum: 0, squares: 0 };

function add(sums: Map<string, Sums>, mix: string, log: number): void {
  const { count, sum, squares } = sums.get(mix) ?? nothing;
  sums.set(mix, { count: count + 1, sum: sum + log, squares: squares + log * log });
}

function compare(own: ReadonlyMap<string, Sums>, mixes: ReadonlyMap<string, Sums>): Comparison {
  const pairs = [...own].map(([mix, mine]) => ({ mine, others: without(mixes.get(mix) ?? nothing, mine) }));
  const tickets = pairs.reduce((sum, { mine }) => sum + mine.count, 0);
  const fair = pairs.filter(({ others }) => others.count >= fewestOthers);
  const compared = fair.reduce((sum, { mine }) => sum + mine.count, 0);
  if (compared < fewestTickets) return { tickets, compared };
  const actual = fair.reduce((sum, { mine }) => sum + mine.sum, 0) / compared;
  const expected = fair.reduce((sum, { mine, others }) => sum + mine.count * meanOf(others), 0) / compared;
  const difference = actual - expected;
  // Of the single differences from what is usual in their mix, around their own mean.
  const squares = fair.reduce((sum, { mine, others }) => sum + squaresAround(mine, meanOf(others) + difference), 0);
  const ofOwn = squares / (compared - 1) / compared;
  const ofUsual = fair.reduce(
    (sum, { mine, others }) => sum + (mine.count / compared) ** 2 * (varianceOf(others) / others.count),
    0,
  );
  const margin = studentT(compared - 1) * Math.sqrt(ofOwn + ofUsual);
  const [actualMs, expectedMs, ratio] = [Math.exp(actual), Math.exp(expected), Math.exp(difference)];
  const [low, high] = [Math.exp(difference - margin), Math.exp(difference + margin)];
  return { tickets, compared, found: { actualMs, expectedMs, ratio, low, high } };
}

function without(all: Sums, mine: Sums): Sums {
  return { count: all.count - mine.count, sum: all.sum - mine.sum, squares: all.squares - mine.squares };
}

function meanOf({ sum, count }: Sums): number {
  return sum / count;
}

function squaresAround({ count, sum, squares }: Sums, centre: number): number {
  return Math.max(0, squares - 2 * centre * sum + count * centre * centre);
}

function varianceOf(sums: Sums): number {
  return squaresAround(sums, meanOf(sums)) / (sums.count - 1);
}

/**
 * The 97.5 % point of Student's distribution, by its expansion around the normal one (Abramowitz and Stegun 26.7.5): right to
 * a thousandth from nine degrees on.
 */
export function studentT(degrees: number): number {
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}

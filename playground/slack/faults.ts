import { commonErrors } from './facts/common-errors.ts';
import { methodFacts } from './facts/method-facts.ts';
import { words } from './facts/words.ts';

/**
 * What can go wrong with a call: too many calls, a server that fails, a connection that is cut before or after the call
 * had its effect, a long wait; or one of Slack's error codes, such as `channel_not_found`.
 */
export type FaultKind = (typeof mishaps)[number] | Lowercase<string>;

const mishaps = ['429', '500', 'reset-before', 'reset-after', 'slow'] as const;

/** Which calls go wrong, how often and how. */
export interface FaultRule {
  /** A method's name, or a pattern of names; all when left out. `response_url` and `upload` count as names. */
  readonly method?: string | RegExp;
  readonly kind: FaultKind;
  /** Of all fitting calls, the share that goes wrong, 0 to 1. */
  readonly rate?: number;
  /** How many of the next fitting calls go wrong; without rate and next, all of them. */
  readonly next?: number;
  /** For 429: what Retry-After says, in seconds; 1 when left out. */
  readonly retryAfterSeconds?: number;
  /** For slow: how long the call waits before it is handled, in milliseconds; 1000 when left out. */
  readonly ms?: number;
}

interface Active {
  readonly rule: FaultRule;
  left: number;
}

/** Plays the faults that a test asks for, in the same order for the same seed. */
export class Faults {
  #active: Active[] = [];
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /**
   * Adds a rule. The answer takes it away again.
   * @throws Error for an error code that Slack never gives for that method
   */
  set(rule: FaultRule): () => void {
    mustBeKnown(rule);
    const active = { rule, left: rule.next ?? Number.POSITIVE_INFINITY };
    this.#active.push(active);
    return () => {
      this.#active = this.#active.filter((one) => one !== active);
    };
  }

  clear(): void {
    this.#active = [];
  }

  /** The rule that hits this call, if one does. */
  hit(method: string): FaultRule | undefined {
    const hit = this.#active.find(
      ({ rule, left }) => left > 0 && fits(rule.method, method) && this.#random() < (rule.rate ?? 1),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.rule;
  }
}

function mustBeKnown({ kind, method }: FaultRule): void {
  if (mishaps.some((one) => one === kind) || commonErrors.includes(kind)) return;
  const fitting = Object.entries(methodFacts).filter(([name]) => fits(method, name));
  if (fitting.some(([, facts]) => words(facts.errors).includes(kind))) return;
  throw new Error(`Slack never answers ${String(method ?? 'anything')} with ${kind}.`);
}

function fits(wanted: string | RegExp | undefined, method: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? wanted === method : wanted.test(method);
}

/** Numbers in [0, 1), the same for the same seed: a linear congruential generator with the constants of Knuth's MMIX. */
function randomFrom(seed: number): () => number {
  const mask = (1n << 64n) - 1n;
  let state = BigInt(Math.trunc(seed)) & mask;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & mask;
    return Number(state >> 11n) / 2 ** 53;
  };
}

/**
 * What can go wrong with a call: a status that Teams gives now and then, a connection that is cut before or after the
 * call had its effect, or a long wait.
 */
export type FaultKind = '412' | '429' | '500' | '502' | '504' | 'reset-before' | 'reset-after' | 'slow';

/** Which calls go wrong, how often and how. */
export interface FaultRule {
  /** An operation's name such as `sendToConversation` or `token`, or a pattern of names; all when left out. */
  readonly operation?: string | RegExp;
  readonly kind: FaultKind;
  /** Of all fitting calls, the share that goes wrong, 0 to 1. */
  readonly rate?: number;
  /** How many of the next fitting calls go wrong; without rate and next, all of them. */
  readonly next?: number;
  /** For 429: what Retry-After says, in seconds, or that there is none; 1 when left out. */
  readonly retryAfterSeconds?: number | 'none';
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

  /** Adds a rule. The answer takes it away again, so that faults can last for a while. */
  set(rule: FaultRule): () => void {
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
  hit(operation: string): FaultRule | undefined {
    const hit = this.#active.find(
      ({ rule, left }) => left > 0 && fits(rule.operation, operation) && this.#random() < (rule.rate ?? 1),
    );
    if (hit) hit.left -= 1;
    return hit?.rule;
  }
}

/** The code that Teams gives with a status (learn.microsoft.com, "Status codes from bot conversational APIs"). */
export const codeOfStatus: Readonly<Record<string, string>> = {
  412: 'PreconditionFailed',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'ServiceError',
  504: 'GatewayTimeout',
};

function fits(wanted: string | RegExp | undefined, operation: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? wanted === operation : wanted.test(operation);
}

/** Numbers in [0, 1), the same for the same seed: a linear congruential generator (Numerical Recipes' constants). */
function randomFrom(seed: number): () => number {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

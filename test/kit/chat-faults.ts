import { DeliveryError } from '../../src/errors.ts';

/** What a test can make go wrong. */
export type Method = 'post' | 'update' | 'upload' | 'download' | 'direct' | 'members' | 'profile' | 'find' | 'showHome';

export interface Call {
  readonly method: Method;
  /** The place, message or person that it is about. */
  readonly at: string;
}

/**
 * `transient`: refused, later it works. `permanent`: refused until somebody changes something. `gone`: the message was deleted. `arrives`: it took effect,
 * and the answer was lost. `never`: it took effect, and the process dies before it hears so.
 */
export type Fault = 'transient' | 'permanent' | 'gone' | 'arrives' | 'never';

interface Plan {
  readonly fault: Fault;
  readonly when: (call: Call) => boolean;
  left: number;
}

/** The faults that a test has ordered. */
export class ChatFaults {
  readonly #plans: Plan[] = [];
  readonly #hanging: (() => void)[] = [];

  /** @param times how many calls fail; without it all of them, until {@link heal} */
  order(fault: Fault, when: (call: Call) => boolean, times = Number.POSITIVE_INFINITY): void {
    this.#plans.push({ fault, when, left: times });
  }

  heal(): void {
    this.#plans.length = 0;
  }

  /** Ends what `never` holds, for the tidying after a test. */
  release(): void {
    for (const end of this.#hanging.splice(0)) end();
  }

  /** Does the work as the ordered fault lets it. */
  async around<T>(call: Call, work: () => T): Promise<T> {
    const plan = this.#plans.find(({ left, when }) => left > 0 && when(call));
    if (!plan) return work();
    plan.left -= 1;
    if (plan.fault === 'arrives' || plan.fault === 'never') work();
    if (plan.fault === 'never') await new Promise<void>((resolve) => this.#hanging.push(resolve));
    throw errorFor(plan.fault);
  }
}

function errorFor(fault: Fault): DeliveryError {
  switch (fault) {
    case 'transient':
      return new DeliveryError('ratelimited', 'Wait a little.', { isPermanent: false });
    case 'permanent':
      return new DeliveryError('is_archived', 'Unarchive the channel.', { isPermanent: true });
    case 'gone':
      return new DeliveryError('message_not_found', 'It was deleted.', { isPermanent: true, isGone: true });
    case 'arrives':
    case 'never':
      return new DeliveryError('request_timeout', 'Nothing came back.', { isPermanent: false, mayHaveArrived: true });
  }
}

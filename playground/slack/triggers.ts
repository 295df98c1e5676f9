import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { SlackError } from './slack-error.ts';

/** How long a trigger_id can be exchanged for a modal, in milliseconds (docs.slack.dev, "Modals"). */
const triggerLivesMs = 3000;

// Long enough to say of a stale trigger that it is expired, rather than unknown.
const rememberedMs = 3_600_000;

/** What a trigger stands for: who acted, and in which view, if in one. */
export interface Trigger {
  readonly person: string;
  readonly viewId?: string;
}

interface Issued extends Trigger {
  readonly at: number;
  used: boolean;
}

/** Hands out trigger ids and takes each back once, in time. */
export class Triggers {
  readonly #clock: Clock;
  readonly #issued = new Map<string, Issued>();

  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(trigger: Trigger): string {
    const now = this.#clock.now().getTime();
    this.#forgetBefore(now - rememberedMs);
    this.#count += 1;
    const id = `${now}.${this.#count}.${randomBytes(8).toString('hex')}`;
    this.#issued.set(id, { ...trigger, at: now, used: false });
    return id;
  }

  /**
   * Looks a trigger up without using it, so that a refused view does not cost it.
   * @throws SlackError invalid_trigger_id, exchanged_trigger_id or expired_trigger_id
   */
  check(id: string): Trigger {
    const issued = this.#issued.get(id);
    if (!issued) throw new SlackError('invalid_trigger_id');
    if (issued.used) throw new SlackError('exchanged_trigger_id');
    if (this.#clock.now().getTime() - issued.at > triggerLivesMs) throw new SlackError('expired_trigger_id');
    return issued;
  }

  use(id: string): void {
    const issued = this.#issued.get(id);
    if (issued) issued.used = true;
  }

  #forgetBefore(instant: number): void {
    for (const [id, { at }] of this.#issued) {
      if (at >= instant) return;
      this.#issued.delete(id);
    }
  }
}

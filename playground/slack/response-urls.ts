import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { EphemeralMessage, SlackMessage } from './model.ts';

/** A response_url takes five messages within half an hour (docs.slack.dev, "Handling user interaction"). */
const usesAllowed = 5;
const livesMs = 30 * 60_000;

/** What a response_url was given out for. */
export interface ResponseContext {
  readonly person: string;
  readonly channel: string;
  /** The message that was acted on, for replace_original and delete_original. */
  readonly source?: SlackMessage | EphemeralMessage;
}

interface Issued {
  readonly context: ResponseContext;
  readonly at: number;
  uses: number;
}

/** Hands out response_urls and says what each stands for while it lasts. */
export class ResponseUrls {
  readonly #clock: Clock;
  readonly #issued = new Map<string, Issued>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns the secret last part of the URL */
  issue(context: ResponseContext): string {
    const secret = randomBytes(12).toString('hex');
    const at = this.#clock.now().getTime();
    this.#forgetBefore(at - 2 * livesMs);
    this.#issued.set(secret, { context, at, uses: 0 });
    return secret;
  }

  /** Counts one use. @returns what it stands for, or Slack's word for why it is worth nothing */
  use(secret: string): ResponseContext | 'expired_url' | 'used_url' | 'invalid_url' {
    const issued = this.#issued.get(secret);
    if (!issued) return 'invalid_url';
    if (this.#clock.now().getTime() - issued.at > livesMs) return 'expired_url';
    if (issued.uses >= usesAllowed) return 'used_url';
    issued.uses += 1;
    return issued.context;
  }

  #forgetBefore(instant: number): void {
    for (const [secret, { at }] of this.#issued) {
      if (at >= instant) return;
      this.#issued.delete(secret);
    }
  }
}

import type { Clock } from './clock.ts';
import { methodFacts } from './facts/method-facts.ts';
import { type JsonObject, textIn } from './json.ts';

interface Bucket {
  tokens: number;
  at: number;
}

interface Pacing {
  readonly perSecond: number;
  readonly burst: number;
}

/** About one message a second in a channel, short bursts allowed (docs.slack.dev/apis/web-api/rate-limits). */
const posting: Pacing = { perSecond: 1, burst: 5 };

/** Counts calls as Slack does: tiers by method and minute, and messages by channel and second. */
export class Pace {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one call. @returns how many whole seconds to wait when it is one too many, else undefined */
  take(method: string, args: JsonObject): number | undefined {
    if (method === 'chat.postMessage') return this.#draw(`${method} ${textIn(args.channel) ?? ''}`, posting);
    const perMinute = methodFacts[method]?.perMinute;
    if (perMinute === undefined) return undefined;
    return this.#draw(method, { perSecond: perMinute / 60, burst: perMinute });
  }

  #draw(name: string, { perSecond, burst }: Pacing): number | undefined {
    const now = this.#clock.now().getTime() / 1000;
    const known = this.#buckets.get(name) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, known.tokens + (now - known.at) * perSecond);
    const isAllowed = tokens >= 1;
    this.#buckets.set(name, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    return isAllowed ? undefined : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}

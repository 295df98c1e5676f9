import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Log } from '../log.ts';
import type { Draft } from '../tickets/draft.ts';
import { priorityOf } from '../tickets/priority.ts';
import type { Estimate, GivenEstimate, Likeness } from '../tickets/ticket.ts';
import { durationMs, estimateOf } from './estimate-of.ts';
import type { EstimateSource } from './estimate-source.ts';
import { likenessesOf, questionFor } from './likeness.ts';
import { type Timekeeping, timekeepingFor } from './timekeeping.ts';

export interface EstimatesParts {
  readonly source: EstimateSource;
  /** Read at each use, for desk.yaml may change while the desk runs. */
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
  /** How long somebody who raises an issue may be kept waiting for a number. Default 200. */
  readonly patienceMs?: number;
}

/** What is known of a ticket when it is opened. */
export type Raised = Pick<Draft, 'kind' | 'service' | 'team' | 'impact' | 'urgency' | 'requester' | 'groups'>;

/** Tells from the desk's own history how long a new ticket will usually take. */
export class Estimates {
  readonly #parts: EstimatesParts;
  readonly #known = new LRUCache<string, Known>({ max: 500 });

  constructor(parts: EstimatesParts) {
    this.#parts = parts;
  }

  /**
   * Never fails and never takes long: what the store has not said in time is nothing for this ticket, and is there for
   * the next.
   * @returns undefined when there is too little to say anything honest
   */
  async for(raised: Raised): Promise<GivenEstimate | undefined> {
    const { log, patienceMs = 200 } = this.#parts;
    const patience = outOfPatience(patienceMs);
    try {
      return await Promise.race([this.#give(raised), patience.over]);
    } catch (cause) {
      log.warn({ err: cause }, 'no estimate for a new ticket');
      return undefined;
    } finally {
      patience.end();
    }
  }

  async #give(raised: Raised): Promise<GivenEstimate | undefined> {
    const { config, clock } = this.#parts;
    const { kind, service, team, impact, urgency, requester, groups = [] } = raised;
    const rules = config();
    const priority = priorityOf(rules.priorities.matrix, impact, urgency);
    const comparable = { kind, priority, team, ...(service === undefined ? {} : { service }) };
    const time = timekeepingFor(rules, { ...comparable, requester, groups });
    for (const like of likenessesOf(comparable)) {
      const estimate = await this.#lookUp(like, time);
      const endsAt = estimate && time.calendar.addWorkingTime(clock.now(), estimate.toMs);
      if (endsAt) return { ...estimate, like, endsAt, ...workdayOf(time) };
    }
    return undefined;
  }

  /** Asked of the store once in ten minutes, however many want to know. */
  #lookUp(like: Likeness, time: Timekeeping): Promise<Estimate | undefined> {
    const now = this.#parts.clock.now();
    const key = JSON.stringify([like, time.id]);
    const known = this.#known.get(key);
    const isFresh = known && known.calendar === time.calendar && now.getTime() - known.askedAt.getTime() < freshForMs;
    if (isFresh) return known.estimate;
    const estimate = this.#learn(like, time, now);
    this.#known.set(key, { askedAt: now, calendar: time.calendar, estimate });
    // What failed is asked again by the next ticket.
    estimate.catch(() => this.#known.delete(key));
    return estimate;
  }

  async #learn(like: Likeness, { calendar }: Timekeeping, now: Date): Promise<Estimate | undefined> {
    const past = await this.#parts.source.resolvedLike(questionFor(like, now));
    const durationsMs = past.spans.map((span) => durationMs(span, calendar));
    return estimateOf({ durationsMs, since: past.since }, calendar, now);
  }
}

interface Known {
  readonly askedAt: Date;
  /** Another one when desk.yaml has changed. */
  readonly calendar: Timekeeping['calendar'];
  readonly estimate: Promise<Estimate | undefined>;
}

const freshForMs = 10 * 60_000;

function workdayOf({ workdayMs }: Timekeeping): Pick<Timekeeping, 'workdayMs'> {
  return workdayMs === undefined ? {} : { workdayMs };
}

function outOfPatience(ms: number): { readonly over: Promise<undefined>; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  return { over, end: () => clearTimeout(timer) };
}

import type { Desk } from '../desk.ts';
import type { AlarmStore } from '../tickets/alarm-store.ts';
import type { AlarmRules } from '../tickets/alarms/alarm-rules.ts';
import { reckon } from '../tickets/alarms/reckon.ts';

const batchSize = 500;

/**
 * Brings what is kept of the tickets' clocks and alarms up to another desk.yaml. A crash on the way, and another process
 * that does the same, do no harm: it begins again until it has come to the end.
 */
export class Forecaster {
  readonly #desk: Pick<Desk, 'config' | 'clock'>;
  readonly #store: AlarmStore;
  #running: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(desk: Pick<Desk, 'config' | 'clock'>, store: AlarmStore) {
    this.#desk = desk;
    this.#store = store;
  }

  /** Looks whether desk.yaml means something else for time than it did, and goes through the tickets if so. */
  catchUp(): Promise<void> {
    const run = this.#running.catch(() => undefined).then(() => this.#catchUp());
    this.#running = run;
    return run;
  }

  /** Ends where it is; the next start begins again. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#running.catch(() => undefined);
  }

  async #catchUp(): Promise<void> {
    if (this.#isStopping) return;
    const rules = this.#desk.config();
    const fingerprint = fingerprintOf(rules);
    if ((await this.#store.forecastRules()) === fingerprint) return;
    let last: string | undefined;
    do last = await this.#foretellFrom(last, rules);
    while (last !== undefined && !this.#isStopping);
    if (this.#isStopping) return;
    await this.#store.setForecastRules(fingerprint);
  }

  /** @returns the last key of this page; undefined after the last page */
  async #foretellFrom(after: string | undefined, rules: AlarmRules): Promise<string | undefined> {
    const tickets = await this.#store.ringing(after, batchSize);
    const now = this.#desk.clock.now();
    await this.#store.foretell(
      tickets.map((ticket) => {
        const { sla, alarms } = reckon(ticket, rules, now);
        return { ticket, sla, nextAlarmAt: alarms[0]?.at };
      }),
    );
    return tickets.at(-1)?.key;
  }
}

/** All that clocks and alarms depend on. */
export function fingerprintOf(rules: AlarmRules): string {
  const { desk, calendars, serviceLevels, holdReasons, claimAnswers, reminders, quietHours, parkedAtMostMs } = rules;
  const { nudges, noAnswer, promises, survey, autoCloseAfterMs, teams } = rules;
  return JSON.stringify([
    ...[desk.timeZone, calendars, serviceLevels, holdReasons, claimAnswers, reminders, quietHours, parkedAtMostMs],
    ...[
      nudges,
      noAnswer,
      promises,
      survey,
      autoCloseAfterMs,
      teams.map(({ id, assign, agents, shifts }) => [id, assign, agents, shifts]),
    ],
  ]);
}

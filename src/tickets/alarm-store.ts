import type { Ticket, TicketSla } from './ticket.ts';

/** What the ringing of alarms reads and writes beside the tickets' own changes. */
export interface AlarmStore {
  /**
   * Tickets whose next alarm has come, the earliest first, page by page; the next page is read while one is worked on.
   * Costs one look into an index when there are none.
   */
  due(now: Date, pageSize: number): AsyncIterable<readonly Ticket[]>;
  /** What is kept of a ticket's clocks and alarms beside its history; left alone when the ticket has changed since. */
  foretell(forecasts: readonly Forecast[]): Promise<void>;
  /** Tickets that may ever ring, by key. @param after the last key of the page before */
  ringing(after: string | undefined, limit: number): Promise<readonly Ticket[]>;
  /** By which rules every ticket's forecast was made; undefined when that is not known. */
  forecastRules(): Promise<string | undefined>;
  setForecastRules(fingerprint: string): Promise<void>;
}

export interface Forecast {
  readonly ticket: Pick<Ticket, 'key' | 'version'>;
  /** Left as it is when absent. */
  readonly sla?: TicketSla;
  readonly nextAlarmAt: Date | undefined;
}

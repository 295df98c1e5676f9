/** When a calendar is open. Calendars of desk.yaml fit. */
export interface CalendarRules {
  /** IANA name. */
  readonly timeZone: string;
  /** Hours of each weekday; a weekday that is not there is closed. `24x7` is every hour of every day. */
  readonly open: '24x7' | Readonly<Partial<Record<Weekday, readonly OpeningHours[]>>>;
  readonly holidays: {
    /** Two capitals; public holidays only. */
    readonly country?: string;
    readonly region?: string;
    /** Days off of one's own, `YYYY-MM-DD`. */
    readonly dates: readonly string[];
  };
  /** One-off openings and closings: these hours stand instead of the weekday's, on a holiday too. */
  readonly exceptions?: readonly { readonly date: string; readonly open: readonly OpeningHours[] }[];
}

/** Sunday first, as `Date.getUTCDay` counts. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes of the wall clock since midnight; `to` is 1440 for an end at 24:00. */
export interface OpeningHours {
  readonly from: number;
  readonly to: number;
}

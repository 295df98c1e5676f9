/** From Monday on. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** The hour and weekday that the clocks of a zone show, across every change of theirs. */
export class LocalHours {
  readonly #format: Intl.DateTimeFormat;

  /** @throws RangeError when there is no such zone */
  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  }

  at(instantMs: number): { readonly hour: number; readonly weekday: Weekday } {
    const parts = this.#format.formatToParts(instantMs);
    const shown = (type: string) => parts.find((part) => part.type === type)?.value.toLowerCase();
    const weekday = weekdays.find((day) => day === shown('weekday')) ?? 'mon';
    return { hour: Number(shown('hour')), weekday };
  }
}

import { type CalendarRules, weekdays } from '../../src/sla/calendar-rules.ts';

const minuteMs = 60_000;
const dayMinutes = 1440;

/**
 * Working time counted minute by minute on a clock on the wall that is never put back: slow, and plain enough to be right.
 * It knows weekdays, dates off and exceptions, not countries. For zones whose clocks change on whole minutes.
 */
export class SlowCounter {
  readonly #rules: CalendarRules;
  readonly #format: Intl.DateTimeFormat;

  constructor(rules: CalendarRules) {
    this.#rules = rules;
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: rules.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  }

  workingTimeBetween(from: Date, to: Date): number {
    let sum = 0;
    for (const [minute, isOpen] of this.#minutesFrom(from)) {
      if (minute >= to.getTime()) return sum;
      if (isOpen) sum += Math.min(minute + minuteMs, to.getTime()) - Math.max(minute, from.getTime());
    }
    return sum;
  }

  /** @param giveUpMs how far after `from` it looks, milliseconds */
  addWorkingTime(from: Date, ms: number, giveUpMs: number): Date | undefined {
    if (ms === 0) return from;
    let left = ms;
    for (const [minute, isOpen] of this.#minutesFrom(from)) {
      if (minute > from.getTime() + giveUpMs) return undefined;
      const start = Math.max(minute, from.getTime());
      const length = minute + minuteMs - start;
      if (isOpen && left <= length) return new Date(start + left);
      if (isOpen) left -= length;
    }
    return undefined;
  }

  /** Every minute from that of an instant on, with whether the calendar is open in it. */
  *#minutesFrom(from: Date): Generator<readonly [minute: number, isOpen: boolean]> {
    const first = Math.floor(from.getTime() / minuteMs) * minuteMs;
    let latest = '';
    // The clocks may have been put back a little before.
    for (let minute = first - 3 * 60 * minuteMs; ; minute += minuteMs) {
      const shown = this.#format.format(minute);
      if (shown > latest) latest = shown;
      if (minute >= first) yield [minute, this.#isOpen(latest)];
    }
  }

  /** @param wall `YYYY-MM-DD HH:MM` */
  #isOpen(wall: string): boolean {
    const date = wall.slice(0, 10);
    const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    return this.#hoursOf(date).some(({ from, to }) => from <= minute && minute < to);
  }

  #hoursOf(date: string): readonly { readonly from: number; readonly to: number }[] {
    const { open, holidays, exceptions = [] } = this.#rules;
    const oneOff = exceptions.find((one) => one.date === date);
    if (oneOff) return oneOff.open;
    if (holidays.dates.includes(date)) return [];
    if (open === '24x7') return [{ from: 0, to: dayMinutes }];
    return open[weekdays[new Date(`${date}T00:00Z`).getUTCDay()] ?? 'sun'] ?? [];
  }
}

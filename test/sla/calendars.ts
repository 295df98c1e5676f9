import fc from 'fast-check';
import type { CalendarRules, OpeningHours } from '../../src/sla/calendar-rules.ts';
import { weekdays } from '../../src/sla/calendar-rules.ts';

/** Instants around which the clocks of a zone, or its date, do something odd; and one plain zone without any. */
export const oddInstants: readonly (readonly [timeZone: string, around: string])[] = [
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Apia', '2011-09-24T11:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['America/Sao_Paulo', '2019-02-17T02:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['Asia/Beirut', '2026-03-28T22:00Z'],
  ['America/Scoresbysund', '2024-03-31T01:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:00Z'],
  ['America/Caracas', '2007-12-09T07:00Z'],
  ['Asia/Pyongyang', '2018-05-04T15:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Pacific/Auckland', '2028-02-29T00:00Z'],
  ['UTC', '2024-02-29T00:00Z'],
];

const always: CalendarRules = { timeZone: 'UTC', open: '24x7', holidays: { dates: [] } };

export function aCalendar(rules: Partial<CalendarRules>): CalendarRules {
  return { ...always, ...rules };
}

/** `["09:00-12:30", "13:00-24:00"]` as minutes. */
export function hours(...words: readonly string[]): readonly OpeningHours[] {
  return words.map((word) => {
    const [from = 0, to = 0] = word.split('-').map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return hour * 60 + minute;
    });
    return { from, to };
  });
}

export function monToFri(...words: readonly string[]): CalendarRules['open'] {
  return Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours(...words)]));
}

const anyHours = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 150, 180, 1380, 1440)), {
    maxLength: 6,
  })
  .map((ends) => ends.toSorted((one, other) => one - other))
  .map((ends) =>
    ends.flatMap((from, at) =>
      at % 2 === 0 && ends[at + 1] !== undefined ? [{ from, to: ends[at + 1] ?? from }] : [],
    ),
  );

/** A calendar of any shape whose exceptions lie near an instant. */
export function anyCalendar(timeZone: string, around: string): fc.Arbitrary<CalendarRules> {
  const date = fc
    .integer({ min: -3, max: 3 })
    .map((days) => new Date(Date.parse(around) + days * 86_400_000).toISOString().slice(0, 10));
  const week = fc.tuple(...weekdays.map(() => anyHours)).map((days) => ({
    ...Object.fromEntries(weekdays.map((day, at) => [day, days[at] ?? []])),
  }));
  return fc.record({
    timeZone: fc.constant(timeZone),
    open: fc.oneof({ weight: 1, arbitrary: fc.constant('24x7' as const) }, { weight: 4, arbitrary: week }),
    holidays: fc.record({ dates: fc.array(date, { maxLength: 2 }) }),
    exceptions: fc.uniqueArray(fc.record({ date, open: anyHours }), { maxLength: 2, selector: ({ date: on }) => on }),
  });
}

/** An instant within so many hours of another; whole seconds. */
export function instantNear(around: string, hoursAway: number): fc.Arbitrary<Date> {
  const seconds = hoursAway * 3600;
  return fc
    .oneof(
      fc.integer({ min: -seconds, max: seconds }),
      fc.integer({ min: -hoursAway * 2, max: hoursAway * 2 }).map((half) => half * 1800),
    )
    .map((away) => new Date(Date.parse(around) + away * 1000));
}

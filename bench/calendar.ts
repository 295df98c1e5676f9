import { WorkingCalendar } from '../src/sla/calendar.ts';
import type { CalendarRules, OpeningHours } from '../src/sla/calendar-rules.ts';
import { SlowCounter } from './calendar/slow-counter.ts';

/**
 * Microseconds that a question over a year's span takes, and how many times longer counting minute by minute takes; both
 * in turn within one run, the medians of several pairs. Each pair must agree.
 */
const pairs = 5;
const questions = 2_000;
const dayMs = 86_400_000;

const split: readonly OpeningHours[] = [
  { from: 9 * 60, to: 12 * 60 + 30 },
  { from: 13 * 60, to: 18 * 60 },
];
const weekdays = { mon: split, tue: split, wed: split, thu: split, fri: split };
const night = [{ from: 22 * 60, to: 1440 }];
const calendars: readonly CalendarRules[] = [
  aCalendar('America/New_York', weekdays),
  aCalendar('Europe/Berlin', weekdays),
  aCalendar('Australia/Lord_Howe', { ...weekdays, sat: [{ from: 0, to: 1440 }], sun: [{ from: 0, to: 1440 }] }),
  aCalendar('Pacific/Apia', weekdays, '2011-06-01T00:00Z'),
  aCalendar('Africa/Casablanca', weekdays),
  aCalendar('America/Sao_Paulo', { ...weekdays, sat: night, sun: night }, '2018-06-01T00:00Z'),
  aCalendar('Asia/Kathmandu', weekdays),
  aCalendar('UTC', '24x7'),
];

console.log('zone                  first  between  counted    ratio      add  counted    ratio   (µs)');
for (const rules of calendars) measure(rules);

function measure(rules: CalendarRules): void {
  const from = new Date(rules.holidays.dates[0] ?? '');
  const to = new Date(from.getTime() + 365 * dayMs);
  const first = microseconds(() => new WorkingCalendar(rules).workingTimeBetween(from, to));
  const calendar = new WorkingCalendar(rules);
  const counter = new SlowCounter(rules);
  const between: Pair[] = [];
  const add: Pair[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const ms = calendar.workingTimeBetween(from, to);
    between.push({
      fast: each((at) => calendar.workingTimeBetween(new Date(from.getTime() + at * 1000), to)),
      slow: microseconds(() => agree(counter.workingTimeBetween(from, to), ms)),
    });
    add.push({
      fast: each((at) => calendar.addWorkingTime(new Date(from.getTime() + at * 1000), ms - at * 1000)),
      slow: microseconds(() =>
        agree(counter.addWorkingTime(from, ms, 366 * dayMs)?.getTime(), calendar.addWorkingTime(from, ms)?.getTime()),
      ),
    });
  }
  const cells = [first.toFixed(0).padStart(6), ...row(between), ...row(add)];
  console.log(`${rules.timeZone.padEnd(20)} ${cells.join(' ')}`);
}

interface Pair {
  readonly fast: number;
  readonly slow: number;
}

function row(all: readonly Pair[]): readonly string[] {
  const [fast, slow] = [median(all.map((pair) => pair.fast)), median(all.map((pair) => pair.slow))];
  const ratio = median(all.map((pair) => pair.slow / pair.fast));
  return [fast.toFixed(2).padStart(8), slow.toFixed(0).padStart(8), ratio.toFixed(0).padStart(8)];
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
}

function each(ask: (at: number) => unknown): number {
  return (
    microseconds(() => {
      for (let at = 0; at < questions; at += 1) ask(at);
    }) / questions
  );
}

function microseconds(action: () => unknown): number {
  const began = performance.now();
  action();
  return (performance.now() - began) * 1000;
}

function agree(counted: number | undefined, answered: number | undefined): void {
  if (counted !== answered) throw new Error(`counted ${counted}, answered ${answered}`);
}

/** Its day off is the first of the year that is asked for. */
function aCalendar(timeZone: string, open: CalendarRules['open'], begin = '2026-01-01T00:00Z'): CalendarRules {
  return { timeZone, open, holidays: { dates: [begin.slice(0, 10)] } };
}

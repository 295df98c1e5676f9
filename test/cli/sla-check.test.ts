import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SlowCounter } from '../../bench/calendar/slow-counter.ts';
import { slaCheck } from '../../src/cli/sla-check.ts';
import type { CalendarRules, OpeningHours } from '../../src/sla/calendar-rules.ts';
import { anyCalendar, instantNear, oddInstants } from '../sla/calendars.ts';
import { RecordingTerminal } from './a-terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskhand-cases-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(...lines: readonly (string | object)[]) {
  const file = join(folder, 'cases.jsonl');
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const terminal = new RecordingTerminal();
  const exitCode = await slaCheck(file, terminal);
  const plain = (all: readonly string[]) => all.map((line) => line.replace(`${file}:`, ''));
  return { exitCode, said: plain(terminal.said), complaints: plain(terminal.complaints) };
}

const always = { id: 'always', open: '24x7' };
const office = {
  id: 'office',
  timeZone: 'Europe/Berlin',
  open: { 'mon-thu': ['09:00-12:30', '13:00-18:00'], fri: ['09:00-15:00'] },
  holidays: { country: 'DE', region: 'BE', dates: ['2026-12-24'] },
};

describe('checking cases', () => {
  it('says how many are equal', async () => {
    const checked = await check(
      { calendar: office, from: '2026-12-23T09:00+01:00', to: '2026-12-28T09:00+01:00', workingMinutes: 510 },
      { calendar: office, from: '2026-12-23T17:00:00+01:00', addMinutes: 90, due: '2026-12-28T08:30:00Z' },
      '',
      { calendar: always, from: '2026-03-02T08:00:30Z', to: '2026-03-02T08:01:00Z', workingMinutes: 0.5 },
    );

    expect(checked).toEqual({ exitCode: 0, said: ['3 equal, 0 different'], complaints: [] });
  });

  it('says each that differs, with both answers, and ends with 1', async () => {
    const checked = await check(
      { calendar: always, from: '2026-03-02T08:00Z', to: '2026-03-02T09:00Z', workingMinutes: 61 },
      { calendar: always, from: '2026-03-02T08:00Z', addMinutes: 60, due: '2026-03-02T09:00:01Z' },
      { calendar: always, from: '2026-03-02T08:00Z', addMinutes: 60, due: null },
      { calendar: always, from: '2026-03-02T08:00Z', addMinutes: 60, due: '2026-03-02T09:00Z' },
    );

    expect(checked.exitCode).toBe(1);
    expect(checked.complaints).toEqual([]);
    expect(checked.said).toEqual([
      expect.stringMatching(/^1 .* 60 working minutes here, 61 working minutes in the case\.$/),
      expect.stringMatching(/^2 .* due 2026-03-02T09:00:00.000Z here, 2026-03-02T09:00:01.000Z in the case\.$/),
      expect.stringMatching(/^3 .* never in the case\.$/),
      '1 equal, 3 different',
    ]);
  });

  it('goes on after a line that it cannot read, tells what to do, and ends with 2', async () => {
    const good = { calendar: always, from: '2026-03-02T08:00Z', addMinutes: 60, due: '2026-03-02T09:00Z' };
    const checked = await check(
      'nonsense',
      good,
      { ...good, from: '2026-03-02T08:00' },
      { ...good, calendar: { ...office, timeZone: 'Europe/Atlantis' } },
      { ...good, calendar: { ...office, open: { 'mon-fri': ['9-17'] } } },
      { ...good, calendar: { ...office, holidays: { country: 'DE', region: 'QQ' } } },
      { ...good, calendar: { ...office, holydays: {} } },
      { ...good, to: '2026-03-02T09:00Z' },
      { ...good, addMinutes: -1 },
      { ...good, from: '0026-03-02T08:00Z' },
      { ...good, addMinutes: 61 },
    );

    expect(checked.exitCode).toBe(2);
    expect(checked.said.at(-1)).toBe('1 equal, 1 different');
    expect(checked.complaints).toEqual([
      expect.stringMatching(/^1 This is no JSON\./),
      expect.stringMatching(/^3 from: is no instant\. Write it with its offset/),
      expect.stringMatching(/^4 calendar\.timeZone: .*Use a name of the IANA list/),
      expect.stringMatching(/^5 calendar\.open\.mon-fri\.0: "9-17" is not a stretch of opening hours/),
      expect.stringMatching(/^6 .*"QQ" in DE.*Use one of/),
      expect.stringMatching(/^7 calendar: "holydays" is not known here/),
      expect.stringMatching(/^8 Give either "to" with "workingMinutes", or "addMinutes" with "due"/),
      expect.stringMatching(/^9 addMinutes: is below zero/),
      expect.stringMatching(/^10 from: is not in the years 1900 to 2999/),
    ]);
  });

  it('knows one-off hours, and calendars that are never open', async () => {
    const exceptions = { '2026-03-07': ['10:00-12:00'], '2026-03-06': [] };
    const asInDeskYaml = Object.entries(exceptions).map(([date, open]) => ({ date, open }));
    const never = { open: { 'mon-fri': [] } };
    const checked = await check(
      { calendar: { ...office, exceptions }, from: '2026-03-06T00:00Z', to: '2026-03-08T00:00Z', workingMinutes: 120 },
      {
        calendar: { ...office, exceptions: asInDeskYaml },
        from: '2026-03-06T00:00Z',
        to: '2026-03-08T00:00Z',
        workingMinutes: 120,
      },
      { calendar: never, from: '2026-03-06T00:00Z', addMinutes: 1, due: null },
      { calendar: never, from: '2026-03-06T00:00Z', to: '2027-03-06T00:00Z', workingMinutes: 0 },
    );

    expect(checked).toMatchObject({ exitCode: 0, said: ['4 equal, 0 different'] });
  });

  it('ends with 2 when there is no file', async () => {
    const terminal = new RecordingTerminal();

    expect(await slaCheck(join(folder, 'missing.jsonl'), terminal)).toBe(2);
    expect(terminal.complaints).toEqual([expect.stringMatching(/missing\.jsonl cannot be read \(ENOENT\)/)]);
  });

  it('finds nothing different in thousands of cases that were counted minute by minute', async () => {
    const cases = oddInstants.flatMap(([timeZone, around]) =>
      fc
        .sample(fc.tuple(anyCalendar(timeZone, around), instantNear(around, 30), instantNear(around, 30)), 50)
        .flatMap(([rules, one, other]) => casesOf(rules, one < other ? [one, other] : [other, one])),
    );
    const checked = await check(...cases);

    expect(cases.length).toBeGreaterThan(2000);
    expect(checked).toEqual({ exitCode: 0, said: [`${cases.length} equal, 0 different`], complaints: [] });
  });
});

/** How long it is from one instant to the other, and when so much has passed: the counter's own answers. */
function casesOf(rules: CalendarRules, [from, to]: readonly [Date, Date]): object[] {
  const counter = new SlowCounter(rules);
  const calendar = inDeskYaml(rules);
  const workingMs = counter.workingTimeBetween(from, to);
  const workingMinutes = workingMs / 60_000;
  const due = counter.addWorkingTime(from, workingMs, to.getTime() - from.getTime());
  return [
    { calendar, from, to, workingMinutes },
    { calendar, from, addMinutes: workingMinutes, due },
  ];
}

function inDeskYaml({ timeZone, open, holidays, exceptions = [] }: CalendarRules): object {
  const words = (hours: readonly OpeningHours[]) => hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`);
  const week = open === '24x7' ? open : Object.fromEntries(Object.entries(open).map(([day, all]) => [day, words(all)]));
  const oneOff = Object.fromEntries(exceptions.map(({ date, open: hours }) => [date, words(hours)]));
  return { timeZone, open: week, holidays, exceptions: oneOff };
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

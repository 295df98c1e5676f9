import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { formatCell } from '../../src/reports/format-cell.ts';
import { csvRecords } from '../../src/reports/format-csv.ts';
import { jsonText } from '../../src/reports/format-json.ts';
import { tableLines } from '../../src/reports/format-table.ts';
import type { ReportTable } from '../../src/reports/report.ts';
import { sameTitle } from '../../src/reports/same-title.ts';

function aTable(rows: ReportTable['rows']): ReportTable {
  return {
    ...{
      name: 'example',
      title: 'Example',
      period: { since: '2026-03-01', until: '2026-03-31' },
      note: 'Only made up.',
    },
    columns: [
      { id: 'title', title: 'Title', kind: 'text' },
      { id: 'tickets', title: 'Tickets', kind: 'count' },
      { id: 'medianMs', title: 'Median', kind: 'duration' },
    ],
    rows,
  };
}

const listed = aTable([
  {
    cells: { title: 'VPN is down', tickets: 3, medianMs: 5_400_000 },
    behind: { tickets: { keys: ['INC-1', 'INC-2'], unnamed: 1 } },
  },
  { cells: { title: null, tickets: 10, medianMs: null } },
]);

describe('a report as a table', () => {
  it('has its figures one under the other, and the tickets below', () => {
    expect(tableLines(listed)).toEqual([
      'Example, 2026-03-01 to 2026-03-31',
      '',
      'Title        Tickets      Median',
      'VPN is down        3  1 h 30 min',
      '(none)            10           –',
      '',
      'Only made up.',
      '',
      'Tickets behind the figures:',
      '  VPN is down, Tickets 3: INC-1, INC-2, 1 not named',
    ]);
  });

  it('says so when there is nothing', () => {
    expect(tableLines(aTable([]))).toContain('Nothing in this period.');
  });

  it('never lets words of people steer the terminal', () => {
    const nasty = '\u001B[2J\u202Egnp.exe\r\nsecond\u009B31m';
    const [, , , line = ''] = tableLines(aTable([{ cells: { title: nasty, tickets: 1, medianMs: 0 } }]));

    expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(line).toContain('gnp.exe second 31m');
  });

  it.each([
    ['duration', 40_000, '40 s'],
    ['duration', 59.6 * 60_000, '1 h 0 min'],
    ['duration', 23.5 * 3_600_000, '23 h 30 min'],
    ['duration', 51 * 3_600_000, '2 d 3 h'],
    ['duration', 47.9 * 3_600_000, '2 d 0 h'],
    ['workingTime', 51 * 3_600_000, '51 h 0 min'],
    ['percent', 66.666, '66.7 %'],
    ['signedPercent', 12.4, '+12 %'],
    ['signedPercent', -12.4, '−12 %'],
    ['number', 4.256, '4.26'],
  ] as const)('shows a %s of %d as %s', (kind, value, shown) => {
    expect(formatCell(value, kind)).toBe(shown);
  });
});

describe('a report as CSV', () => {
  it('has the names and numbers of the JSON form, with its tickets beside', () => {
    expect(csvRecords(listed)).toEqual([
      '"title","tickets","medianMs","ticketsTickets","ticketsUnnamed"',
      '"VPN is down",3,5400000,"INC-1 INC-2",1',
      ',10,,,0',
    ]);
  });

  it('comes back from a reader of RFC 4180 as it was, whatever people write', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }).filter((text) => !/[=+\-@＝＋－＠\t\r\n\0]/.test(text))),
        (titles) => {
          const rows = titles.map((title) => ({ cells: { title: `a ${title}`, tickets: 1, medianMs: -1 } }));
          const read: string[][] = parse(
            csvRecords(aTable(rows))
              .map((record) => `${record}\r\n`)
              .join(''),
          );

          expect(read.slice(1)).toEqual(titles.map((title) => [`a ${title}`, '1', '-1']));
        },
      ),
    );
  });

  it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=1', '＝1', '\u0000=1'])(
    'never begins a text as a formula: %j',
    (title) => {
      const [, record = ''] = csvRecords(aTable([{ cells: { title, tickets: 1, medianMs: 1 } }]));

      expect(record).toBe(`"'${title}",1,1`);
    },
  );

  it('keeps separators, quotes and line breaks inside their field', () => {
    const [, record = ''] = csvRecords(aTable([{ cells: { title: 'a;=1,"b"\r\nc', tickets: 1, medianMs: 1 } }]));

    expect(record).toBe('"a;=1,""b""\r\nc",1,1');
  });
});

describe('a report as JSON', () => {
  it('has raw numbers, units in the names, and null where nothing is known', () => {
    expect(JSON.parse(jsonText(listed))).toMatchObject({
      ...{ report: 'example', since: '2026-03-01', until: '2026-03-31' },
      rows: [
        {
          title: 'VPN is down',
          tickets: 3,
          medianMs: 5_400_000,
          behind: { tickets: { keys: ['INC-1', 'INC-2'], unnamed: 1 } },
        },
        { title: null, tickets: 10, medianMs: null },
      ],
    });
  });
});

describe('titles that are the same', () => {
  it.each([
    ['VPN is down', 'vpn is DOWN!!'],
    ['Printer 3 jams', 'Printer 1704 jams.'],
    ['E‑mail – slow', 'e mail: slow'],
    ['Ｗｉ－Ｆｉ', 'wi-fi'],
    ['Drucker geht nicht', 'drucker  geht nicht'],
  ])('%s and %s', (one, other) => {
    expect(sameTitle(one)).toBe(sameTitle(other));
  });

  it('differ in a word, in any script', () => {
    expect(sameTitle('VPN is down')).not.toBe(sameTitle('VPN is slow'));
    expect(sameTitle('打印机坏了')).not.toBe(sameTitle('网络坏了'));
  });
});

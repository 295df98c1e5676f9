import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { importFile } from '../src/cli/import-file.ts';
import { systemClock } from '../src/clock.ts';

/**
 * Imports 25,000 generated rows of another desk into a new embedded store, then the same file again, and prints how long
 * each takes and the most memory that the process held.
 */
const count = 25_000;
const limitSeconds = 60;

const folder = await mkdtemp(join(tmpdir(), 'deskhand-import-'));
const file = (name: string) => join(folder, name);
await writeFile(file('desk.yaml'), deskText());
await writeFile(file('map.yaml'), mapText());
await writeRows(file('tickets.csv'));

let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss() / 1024 / 1024);
}, 50);
const seconds = await timed('first time');
await timed('again');
clearInterval(watch);
console.log(`most memory: ${Math.round(most)} MB, of the store's engine too`);
await rm(folder, { recursive: true });
if (seconds > limitSeconds) process.exitCode = 1;

async function timed(what: string): Promise<number> {
  const began = performance.now();
  const terminal = { say: (line: string) => console.log(`  ${line}`), complain: (line: string) => console.error(line) };
  const world = { variables: { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml') }, clock: systemClock };
  const exitCode = await importFile(file('tickets.csv'), { map: file('map.yaml') }, terminal, world);
  const took = (performance.now() - began) / 1000;
  if (exitCode !== 0) throw new Error(`the import ended with ${exitCode}`);
  console.log(`${what}: ${count} rows in ${took.toFixed(1)} s, ${Math.round(count / took)} rows a second`);
  return took;
}

function deskText(): string {
  return `
desk: { name: Desk, timeZone: Europe/Berlin, locale: en }
teams: [{ id: it, agents: [ben@example.com] }, { id: hr, agents: [eve@example.com] }]
services: [{ id: vpn, name: VPN, team: it }, { id: payroll, name: Payroll, team: hr, confidential: true }]
calendars: [{ id: office, timeZone: Europe/Berlin, open: { mon-fri: ["09:00-17:00"] }, holidays: { country: DE } }]
serviceLevels:
  - { id: urgent, when: { priority: P1 }, calendar: office, respond: 30m, resolve: 4h }
  - { id: standard, when: {}, calendar: office, respond: 4h, update: 1d, resolve: 3d }
`;
}

function mapText(): string {
  return `
name: other
timeZone: Europe/Berlin
formats: [DD.MM.YYYY HH:mm:ss]
fields:
  id: number
  title: short_description
  description: description
  priority: { column: priority, values: { 1 - Critical: P1, 2 - High: P2, 3 - Moderate: P3, 4 - Low: P4 } }
  status: { column: state, values: { Done: closed, Waiting: on_hold } }
  service: { column: service, values: { Remote access: vpn } }
  requester: caller
  assignee: assigned_to
  openedAt: opened_at
  respondedAt: responded_at
  heldAt: waiting_since
  holdReason: { value: requester }
  resumedAt: waiting_until
  resolvedAt: resolved_at
  closedAt: closed_at
  resolutionNote: close_notes
`;
}

async function writeRows(path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write('number,short_description,description,priority,state,service,caller,assigned_to,opened_at,responded_at,');
  out.write('waiting_since,waiting_until,resolved_at,closed_at,close_notes\n');
  for (let row = 0; row < count; row += 1) if (!out.write(rowText(row))) await once(out, 'drain');
  await finished(out.end());
}

function rowText(row: number): string {
  const opened = Date.UTC(2024, 0, 2, 8) + row * 37 * 60_000;
  const at = (minutes: number) => {
    const iso = new Date(opened + minutes * 60_000).toISOString();
    return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
  };
  const isHeld = row % 5 === 0;
  const cells = [
    `INC00${row}`,
    `Laptop ${row} does not start`,
    `"It worked yesterday.\nToday the screen of laptop ""${row}"" stays dark, and ${'a light blinks, '.repeat(10)}that is all."`,
    ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'][row % 4],
    'Done',
    ['Remote access', 'payroll', ''][row % 3],
    `person${row % 700}@example.com`,
    `agent${row % 20}@example.com`,
    at(0),
    at(10 + (row % 200)),
    isHeld ? at(300) : '',
    isHeld ? at(900) : '',
    at(1000 + (row % 3000)),
    at(9000),
    '"Replaced the battery, all is well."',
  ];
  return `${cells.join(',')}\n`;
}

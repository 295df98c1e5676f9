import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importFile } from '../src/cli/import-file.ts';
import { systemClock } from '../src/clock.ts';

/**
 * Imports 2,057 real tickets of another desk, where they are there, and prints how long `deskhand sla replay` takes over
 * them under two policies: a process from its start to its end, the median of seven.
 */
const rounds = 7;
const limitSeconds = 2;
const tickets = resolve('../shared/data/itsm-tickets.csv');

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-replay-'));
  const file = (name: string) => join(folder, name);
  await writeFile(file('desk.yaml'), `${desk}\n${levels('12h', '48h')}`);
  await writeFile(file('new.yaml'), levels('6h', '36h'));
  await writeFile(file('map.yaml'), map);
  const variables = { DATA_DIR: file('data'), DESK_FILE: file('desk.yaml') };
  const terminal = { say: console.log, complain: console.error };
  await importFile(tickets, { map: file('map.yaml') }, terminal, { variables, clock: systemClock });
  const took = Array.from({ length: rounds }, () => replayed(file('new.yaml'), variables)).toSorted((a, b) => a - b);
  const median = took[Math.floor(rounds / 2)] ?? Number.NaN;
  console.log(
    `median of ${rounds}: ${median.toFixed(2)} s, the slowest ${took.at(-1)?.toFixed(2)} s (limit ${limitSeconds} s)`,
  );
  await rm(folder, { recursive: true });
  if (median > limitSeconds) process.exitCode = 1;
}

/** @returns seconds */
function replayed(policy: string, variables: Readonly<Record<string, string>>): number {
  const began = performance.now();
  const command = ['dist/src/cli.js', 'sla', 'replay', '--policy', policy, '--days', '3650'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env: { ...process.env, ...variables } });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`the replay ended with ${status}: ${stderr}`);
  console.log(`${seconds.toFixed(2)} s: ${String(stdout).split('\n')[0]}`);
  return seconds;
}

const desk = `
desk: { name: Desk, timeZone: UTC, locale: en }
teams: [{ id: it, agents: [ben@example.com] }]
calendars: [{ id: always, open: 24x7 }]
`;

function levels(respond: string, resolve: string): string {
  return `
serviceLevels:
  - { id: p1, when: { priority: P1 }, calendar: always, respond: 15m, resolve: 2h }
  - { id: p2, when: { priority: P2 }, calendar: always, respond: 1h, resolve: 8h }
  - { id: p3, when: { priority: P3 }, calendar: always, respond: 4h, resolve: 24h }
  - { id: p4, when: { priority: P4 }, calendar: always, respond: ${respond}, resolve: ${resolve} }
`;
}

const map = `
name: itsm
timeZone: UTC
fields:
  id: ticket_id
  title: sub_category
  category: category
  priority: priority
  requester: { value: history@example.com }
  assignee: assigned_agent_id
  openedAt: created_at
  respondedAt: first_response_at
  closedAt: closed_at
  reopenCount: is_reopened
`;

if (existsSync(tickets)) await measure();
else console.log(`Not measured: ${tickets} is not there.`);

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError } from '../errors.ts';
import type { ImportedRow } from '../import/imported-row.ts';
import { readRows } from '../import/read-rows.ts';
import { isOpen } from '../tickets/ticket.ts';
import { type ImportJob, type ImportOptions, prepareImport } from './import-job.ts';
import { faultLine, type ImportSum, sumLines } from './import-lines.ts';
import { ImportStore } from './import-store.ts';
import { openStore } from './open-store.ts';
import type { Terminal } from './sla.ts';
import { here, refuse, type World } from './world.ts';

/**
 * Imports the tickets of another desk: first the whole file is checked, then it is written. May be run again.
 * @returns the exit code: 0, 1 when rows were faulty and therefore nothing was written, 2 when something cannot be read
 */
export async function importFile(
  file: string,
  options: ImportOptions,
  terminal: Terminal,
  world: World = here(),
): Promise<number> {
  try {
    const job = await prepareImport(file, options, world);
    const { rows, faulty, faults } = await check(job, terminal);
    const isRefused = faults > 0 && !options.skipFaulty;
    if (isRefused) terminal.complain(`Faults: ${faults}, in ${faulty} of ${rows} rows. ${refused}`);
    if (isRefused && !job.isDry) return 1;
    const sum = await withStore(job, (store) => write(job, store));
    for (const line of sumLines({ rows, faulty, ...sum }, job.isDry)) terminal.say(line);
    return isRefused ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

const refused = 'Nothing is written: correct them, or leave those rows out by --skip-faulty.';

async function check(job: ImportJob, terminal: Terminal) {
  const sum = { rows: 0, faulty: 0, faults: 0 };
  for await (const checked of readRows(job.file, job)) {
    sum.rows += 1;
    if ('row' in checked) continue;
    sum.faulty += 1;
    sum.faults += checked.faults.length;
    for (const fault of checked.faults) terminal.complain(faultLine(basename(job.file), fault));
  }
  return sum;
}

async function withStore<T>({ environment, isDry }: ImportJob, work: (store: ImportStore) => Promise<T>): Promise<T> {
  const { mongodbUri, dataDir } = environment;
  const isNew = !mongodbUri && !existsSync(dataDir);
  // History may be there before the desk is started for the first time.
  if (isNew && isDry) return work(ImportStore.nowhere());
  if (isNew) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { connection, close } = await openStore(environment);
  try {
    return await work(await ImportStore.on(connection));
  } finally {
    await close();
  }
}

/** So many tickets stand in memory at once. */
const batchSize = 500;

async function write(job: ImportJob, store: ImportStore): Promise<Omit<ImportSum, 'rows' | 'faulty'>> {
  const sum = { added: 0, changed: 0, here: 0, still: 0, states: new Map<string, number>() };
  const context = { name: job.map.name, desk: job.desk, now: job.now, isLive: job.isLive };
  for await (const rows of batches(job)) {
    const { added, changed, here: known } = await store.take(rows, context, job.isDry);
    sum.added += added.length;
    sum.changed += changed;
    sum.here += known;
    sum.still += job.isLive ? 0 : added.filter(isOpen).length;
    for (const { status } of added) sum.states.set(status, (sum.states.get(status) ?? 0) + 1);
  }
  return sum;
}

async function* batches(job: ImportJob): AsyncGenerator<readonly ImportedRow[]> {
  let batch: ImportedRow[] = [];
  for await (const checked of readRows(job.file, job)) {
    if ('row' in checked) batch.push(checked.row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

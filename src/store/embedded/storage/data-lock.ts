import { readFileSync } from 'node:fs';
import { DeskError } from '../../../errors.ts';
import { noteKey } from './key-space.ts';
import type { LmdbStore } from './lmdb-store.ts';

/** The right to serve a data folder. */
export interface DataLock {
  release(): void;
}

/** Who serves a data folder: the process, and when it began, for numbers of processes are used again. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

const lockKey = noteKey('servedBy');

/**
 * Takes the data folder for this process. The note stands in the store itself, whose transactions exclude each other
 * across processes; the note of a process that was killed is taken over.
 * @throws DeskError 'unavailable' when a living process serves the folder
 */
export function lockData(store: LmdbStore, dataDir: string): DataLock {
  const own: Holder = { pid: process.pid, began: beginningOf(process.pid) ?? '' };
  const other = store.writeAtStart(() => {
    const noted = readHolder(store);
    if (noted && isAlive(noted)) return noted;
    store.put(lockKey, Buffer.from(JSON.stringify(own)));
    return undefined;
  });
  if (other) throw inUse(dataDir, other.pid);
  return { release: () => store.writeAtStart(() => store.remove(lockKey)) };
}

function readHolder(store: LmdbStore): Holder | undefined {
  const bytes = store.get(lockKey);
  return bytes && (JSON.parse(bytes.toString()) as Holder);
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // EPERM: it lives, under another user.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPERM')) return false;
  }
  if (isOver(pid)) return false;
  const now = beginningOf(pid);
  return now === undefined || began === '' || now === began;
}

/** Whether a process was killed and only its parent has not noticed yet. */
function isOver(pid: number): boolean {
  return statusFields(pid)?.[0] === 'Z';
}

/** When a process began, in ticks since the machine did; undefined where the system does not tell. */
function beginningOf(pid: number): string | undefined {
  return statusFields(pid)?.[19];
}

function statusFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, so count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function inUse(dataDir: string, pid: number): DeskError {
  const who = pid === process.pid ? `this process (${pid})` : `the process ${pid}`;
  return new DeskError(
    'unavailable',
    `The data in ${dataDir} is already in use by ${who}. Stop that process first, or set DATA_DIR to another folder.`,
  );
}

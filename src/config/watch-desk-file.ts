import { stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { DeskConfig } from './desk-config.ts';
import { describeFaults, type Fault } from './faults.ts';
import { readDeskFile } from './read-desk-file.ts';

export interface DeskFileWatch {
  /** Looks at once, for instance on a signal. */
  look(): Promise<void>;
  stop(): void;
}

export interface WatchOptions {
  /** How often to look, in milliseconds; a change is picked up within twice this time. Default 5000. */
  readonly everyMs?: number;
  /** The desk that runs: with it, a change between reading the file and watching it is not missed. */
  readonly running?: DeskConfig;
}

/**
 * Reads desk.yaml again whenever it changes. Looks at the file instead of waiting for the system's notices, which get
 * lost when editors replace the file, on network folders, and behind the links of a Kubernetes ConfigMap.
 * @param onChange gets each good version that says something new
 * @param onFaults gets what is wrong with a bad version, once; whoever runs the desk keeps the one before
 */
export function watchDeskFile(
  path: string,
  onChange: (config: DeskConfig) => void,
  onFaults: (faults: readonly Fault[]) => void,
  { everyMs = 5000, running }: WatchOptions = {},
): DeskFileWatch {
  const state: WatchState = { path, onChange, onFaults, running, told: '', isStopped: false };
  // One look at a time: a slow disk is not asked twice at once.
  let looks = running === undefined ? settle(state) : Promise.resolve();
  const look = () => {
    looks = looks.then(() => lookAt(state));
    return looks;
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  const stop = () => {
    state.isStopped = true;
    clearInterval(timer);
  };
  return { look, stop };
}

interface WatchState {
  readonly path: string;
  readonly onChange: (config: DeskConfig) => void;
  readonly onFaults: (faults: readonly Fault[]) => void;
  running: DeskConfig | undefined;
  /** The version that was dealt with. */
  settled?: string;
  /** A version that looked bad. It is told of only if it looks the same again: it may have been half written. */
  suspect?: string;
  /** The faults that were told last. */
  told: string;
  isStopped: boolean;
}

async function settle(state: WatchState): Promise<void> {
  state.settled = await fingerprint(state.path);
}

async function lookAt(state: WatchState): Promise<void> {
  const print = await fingerprint(state.path);
  if (print === state.settled || state.isStopped) return;
  const result = await readDeskFile(state.path);
  if (state.isStopped) return;
  if ('config' in result) takeOver(state, result.config);
  else if (print === state.suspect) tell(state, result.faults);
  if ('config' in result || print === state.suspect) state.settled = print;
  state.suspect = print;
}

function takeOver(state: WatchState, config: DeskConfig): void {
  state.told = '';
  if (isDeepStrictEqual(config, state.running)) return;
  state.running = config;
  state.onChange(config);
}

function tell(state: WatchState, faults: readonly Fault[]): void {
  const text = describeFaults(faults);
  if (text === state.told) return;
  state.told = text;
  state.onFaults(faults);
}

/** Changes whenever the file does, also when another takes its place under the same name. */
async function fingerprint(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return 'absent';
  }
}

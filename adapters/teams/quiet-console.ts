import { AsyncLocalStorage } from 'node:async_hooks';

const isQuiet = new AsyncLocalStorage<true>();
const ours = new WeakSet<(...said: unknown[]) => void>();

/**
 * Runs work of the SDK without what it writes to the console: it prints whole errors and keys for every forged request,
 * and a stranger could fill the log with them. What happened is told by what the work throws.
 */
export function quietly<T>(work: () => Promise<T>): Promise<T> {
  if (!ours.has(console.error)) install();
  return isQuiet.run(true, work);
}

/** Everybody else's lines go on as before. */
function install(): void {
  for (const level of ['error', 'warn', 'log'] as const) {
    const write = console[level];
    console[level] = (...said: unknown[]) => {
      if (isQuiet.getStore() === undefined) write.apply(console, said);
    };
    ours.add(console[level]);
  }
}

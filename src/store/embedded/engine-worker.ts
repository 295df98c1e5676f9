import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../errors.ts';
import { runEngine } from './run-engine.ts';

/** What the worker thread tells the thread that started it. */
export type WorkerReport =
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly message: string; readonly isExpected: boolean }
  | { readonly kind: 'log'; readonly line: string };

/** Serves until the word `stop` comes. This file is the worker thread's own beginning; nothing imports its code. */
async function serve(): Promise<void> {
  const { dataDir, socketPath } = workerData as { readonly dataDir: string; readonly socketPath: string };
  const report = (message: WorkerReport) => parentPort?.postMessage(message);
  try {
    const engine = await runEngine({ dataDir, socketPath, log: (line) => report({ kind: 'log', line }) });
    parentPort?.once('message', () => engine.stop());
    report({ kind: 'started' });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    report({ kind: 'failed', message, isExpected: cause instanceof DeskError });
  }
}

await serve();

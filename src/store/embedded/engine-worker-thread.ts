import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DeskError } from '../../errors.ts';
import type { WorkerReport } from './engine-worker.ts';
import type { EngineOptions, RunningEngine } from './run-engine.ts';

/**
 * Starts the engine in a worker thread, so that the caller's event loop stays free.
 * @throws DeskError 'unavailable' when another process serves the folder
 */
export async function startWorker({ dataDir, socketPath, log }: EngineOptions): Promise<RunningEngine> {
  const worker = new Worker(new URL('./engine-worker.js', import.meta.url), { workerData: { dataDir, socketPath } });
  // The process may end when only the engine is left; what was acknowledged is on disk.
  const started = new Promise<void>((resolve, reject) => {
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'log') log(report.line);
      else if (report.kind === 'started') resolve();
      else reject(report.isExpected ? new DeskError('unavailable', report.message) : new Error(report.message));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the embedded store ended with code ${code} before it was ready`)));
  });
  await started;
  worker.on('error', (cause) => log(`embedded store: its thread has failed: ${cause.stack ?? cause.message}`));
  return {
    socketPath,
    stop: async () => {
      const ended = once(worker, 'exit');
      worker.postMessage('stop');
      await ended;
    },
  };
}

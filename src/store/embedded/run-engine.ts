import { mkdirSync } from 'node:fs';
import { runCommand } from './commands/run-command.ts';
import { Engine } from './engine.ts';
import { expireDocuments, expiryIntervalMs } from './expire-documents.ts';
import { type DataLock, lockData } from './storage/data-lock.ts';
import { SocketServer } from './wire/socket-server.ts';

/** A running engine. */
export interface RunningEngine {
  readonly socketPath: string;
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly dataDir: string;
  readonly socketPath: string;
  readonly log: (line: string) => void;
}

/**
 * Opens the data of a folder and serves it on a socket, in this thread.
 * @throws DeskError 'unavailable' when another process serves that folder
 */
export async function runEngine({ dataDir, socketPath, log }: EngineOptions): Promise<RunningEngine> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const engine = new Engine(dataDir, () => new Date());
  const onBug = (cause: unknown) =>
    log(`embedded store: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  let lock: DataLock | undefined;
  try {
    lock = lockData(engine.store, dataDir);
    // Another process may have written between the opening and the lock.
    engine.catalog.reload();
    const server = new SocketServer(socketPath, (body, connectionId) => runCommand(engine, body, connectionId), onBug);
    engine.connectionCount = () => server.connectionCount;
    await server.listen();
    const endSweeping = sweepRegularly(engine, onBug);
    return { socketPath, stop: () => stop(engine, server, lock, endSweeping) };
  } catch (cause) {
    lock?.release();
    await engine.store.close();
    throw cause;
  }
}

/** Removes expired documents again and again; returns how to end that. */
function sweepRegularly(engine: Engine, onBug: (cause: unknown) => void): () => Promise<void> {
  let sweeping: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = expireDocuments(engine).catch(onBug);
  }, expiryIntervalMs);
  // The engine's timer alone does not keep a process alive.
  timer.unref();
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}

async function stop(
  engine: Engine,
  server: SocketServer,
  lock: DataLock | undefined,
  endSweeping: () => Promise<void>,
): Promise<void> {
  await server.close();
  await endSweeping();
  await engine.store.settled();
  lock?.release();
  await engine.store.close();
}

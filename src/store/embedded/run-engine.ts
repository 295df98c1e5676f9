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
    const sweeper = sweepRegularly(engine, onBug);
    return { socketPath, stop: () => stop(engine, server, lock, sweeper) };
  } catch (cause) {
    lock?.release();
    await engine.store.close();
    throw cause;
  }
}

function sweepRegularly(engine: Engine, onBug: (cause: unknown) => void): NodeJS.Timeout {
  // The engine's timer alone does not keep a process alive.
  return setInterval(() => expireDocuments(engine).catch(onBug), expiryIntervalMs).unref();
}

async function stop(
  engine: Engine,
  server: SocketServer,
  lock: DataLock | undefined,
  sweeper: NodeJS.Timeout,
): Promise<void> {
  clearInterval(sweeper);
  await server.close();
  await engine.store.settled();
  lock?.release();
  await engine.store.close();
}

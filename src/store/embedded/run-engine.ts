import { mkdirSync } from 'node:fs';
import { runCommand } from './commands/run-command.ts';
import { Engine } from './engine.ts';
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
  let lock: DataLock | undefined;
  try {
    lock = lockData(engine.store, dataDir);
    const server = new SocketServer(
      socketPath,
      (body, connectionId) => runCommand(engine, body, connectionId),
      (cause) => log(`embedded store: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`),
    );
    engine.connectionCount = () => server.connectionCount;
    await server.listen();
    return { socketPath, stop: () => stop(engine, server, lock) };
  } catch (cause) {
    lock?.release();
    await engine.store.close();
    throw cause;
  }
}

async function stop(engine: Engine, server: SocketServer, lock: DataLock | undefined): Promise<void> {
  await server.close();
  await engine.store.settled();
  lock?.release();
  await engine.store.close();
}

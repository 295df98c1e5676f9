import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startWorker } from './engine-worker-thread.ts';

/** The embedded store at work. */
export interface EmbeddedServer {
  /** A connection string for the ordinary driver. */
  readonly uri: string;
  readonly socketPath: string;
  /** Ends connections and closes the data; may be called again. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder that holds the data; made when it is missing. */
  readonly dataDir: string;
  /** Run in the caller's own thread instead of a worker thread. */
  readonly inThread?: boolean;
  /** Takes one line for each fault of the engine. */
  readonly log?: (line: string) => void;
}

/** Unix sockets take paths of about 104 bytes (macOS) to 108 (Linux). */
const longestSocketPath = 100;

/**
 * Starts the embedded store on a folder and a Unix socket in it.
 * @throws DeskError 'unavailable' when another process uses the folder
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => {});
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const place = await socketPlace(dataDir);
  // Sources are run by tsx or jest, whose hooks a worker thread would not have.
  const isSource = import.meta.url.endsWith('.ts');
  const isInThread = options.inThread === true || isSource;
  try {
    // Its own thread loads the engine; this one has no use for it.
    const start = isInThread ? (await import('./run-engine.ts')).runEngine : startWorker;
    const engine = await start({ dataDir, socketPath: place.path, log });
    const stopOnce = once(async () => {
      await engine.stop();
      await place.remove();
    });
    return { uri: uriOf(place.path), socketPath: place.path, stop: stopOnce };
  } catch (cause) {
    await place.remove();
    throw cause;
  }
}

interface SocketPlace {
  readonly path: string;
  remove(): Promise<void>;
}

async function socketPlace(dataDir: string): Promise<SocketPlace> {
  const path = join(dataDir, 'desk.sock');
  if (Buffer.byteLength(path) <= longestSocketPath) return { path, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-'));
  await chmod(folder, 0o700);
  return { path: join(folder, 'desk.sock'), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Nothing between us and the store can lose an answer, so nothing has to be kept for asking twice. */
function uriOf(socketPath: string): string {
  return `mongodb://${encodeURIComponent(socketPath)}/deskhand?directConnection=true&retryWrites=false`;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}

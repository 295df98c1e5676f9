import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { DeskError } from '../errors.ts';
import { type Connection, connect } from '../store/connection.ts';
import { startEmbedded } from '../store/embedded/start-embedded.ts';

/** Where the desk keeps its data, as the environment says. */
export type StoreAddress = Pick<Environment, 'dataDir' | 'mongodbUri'>;

export interface OpenStore {
  readonly connection: Connection;
  close(): Promise<void>;
}

/**
 * Opens the desk's own data for a command: those of a running desk, or of one that is stopped.
 * @throws DeskError `unavailable` with what to do, when the store cannot be read
 */
export async function openStore({ mongodbUri, dataDir }: StoreAddress): Promise<OpenStore> {
  if (mongodbUri) return connected(mongodbUri);
  const socket = join(resolve(dataDir), 'desk.sock');
  if (!existsSync(dataDir))
    throw new DeskError(
      'unavailable',
      `There is no data in ${dataDir}. Run this where the desk runs, or set DATA_DIR or MONGODB_URI as the desk has them.`,
    );
  // A desk that runs serves its data to others on this machine, too.
  const ofRunningDesk = existsSync(socket) ? await connected(uriOf(socket)).catch(() => undefined) : undefined;
  return ofRunningDesk ?? startOwn(dataDir);
}

async function connected(uri: string): Promise<OpenStore> {
  try {
    const connection = await connect(uri);
    return { connection, close: () => connection.close() };
  } catch (cause) {
    const advice = 'Start it, or set MONGODB_URI as the desk has it.';
    throw new DeskError('unavailable', `The database does not answer. ${advice}`, { cause });
  }
}

async function startOwn(dataDir: string): Promise<OpenStore> {
  try {
    const embedded = await startEmbedded({ dataDir });
    const connection = await connect(embedded.uri);
    const close = async () => {
      await connection.close();
      await embedded.stop();
    };
    return { connection, close };
  } catch (cause) {
    if (!(cause instanceof DeskError)) throw cause;
    const advice = 'Stop the desk, run this again, and start the desk.';
    throw new DeskError('unavailable', `A desk is running on ${dataDir} and does not share its data. ${advice}`, {
      cause,
    });
  }
}

function uriOf(socket: string): string {
  return `mongodb://${encodeURIComponent(socket)}/deskhand?directConnection=true&retryWrites=false`;
}

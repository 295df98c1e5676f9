import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { DeskError } from '../errors.ts';
import { momentsOf } from '../sla/moments-of.ts';
import type { ReplayedTicket } from '../sla/replay.ts';
import { type Connection, connect } from '../store/connection.ts';
import { startEmbedded } from '../store/embedded/start-embedded.ts';
import { collectionOf, defineModels } from '../store/models.ts';
import type { TicketDocument } from '../store/ticket-document.ts';

type Store = Pick<Environment, 'dataDir' | 'mongodbUri'>;

/**
 * Reads the tickets that were opened since an instant, oldest first; writes nothing.
 * @throws DeskError `unavailable` with what to do, when the store cannot be read
 */
export async function ticketsOpenedSince(since: Date, store: Store): Promise<readonly ReplayedTicket[]> {
  const { connection, close } = await open(store);
  try {
    const tickets = collectionOf<TicketDocument>(defineModels(connection).tickets);
    const found: ReplayedTicket[] = [];
    for await (const ticket of tickets
      .find({ openedAt: { $gte: since } })
      .sort({ openedAt: 1 })
      .project<Read>(read))
      found.push({ key: ticket._id, team: ticket.team, priority: ticket.priority, moments: momentsOf(ticket) });
    return found;
  } finally {
    await close();
  }
}

type Read = Pick<TicketDocument, '_id' | 'kind' | 'priority' | 'service' | 'team' | 'requester' | 'status' | 'history'>;

/** No words of anybody's: only what clocks look at. */
const read = { kind: 1, priority: 1, service: 1, team: 1, requester: 1, status: 1, history: 1 } as const;

interface OpenStore {
  readonly connection: Connection;
  close(): Promise<void>;
}

async function open({ mongodbUri, dataDir }: Store): Promise<OpenStore> {
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

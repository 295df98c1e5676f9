import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../src/store/embedded/start-embedded.ts';

/** A store that desks reach over the network, and that can be cut off from them. */
export interface Store {
  /** For MONGODB_URI. */
  readonly uri: string;
  /** Cuts every connection and takes no new one. */
  goAway(): void;
  comeBack(): void;
  stop(): Promise<void>;
}

/** The embedded engine, with a line to it that can be cut. */
export async function aStoreThatCanGoAway(): Promise<Store> {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-store-'));
  const engine = await startEmbedded({ dataDir, inThread: true });
  const lines = new Set<Socket>();
  let isAway = false;
  const server = createServer((socket) => {
    if (isAway) return void socket.destroy();
    const behind = connect(engine.socketPath);
    for (const end of [socket, behind]) {
      lines.add(end);
      end.on('error', () => undefined).on('close', () => lines.delete(end));
    }
    socket.pipe(behind).pipe(socket);
    socket.on('close', () => behind.destroy());
    behind.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const line of lines) line.destroy();
  };
  return {
    uri: `mongodb://127.0.0.1:${port}/deskhand?directConnection=true`,
    goAway: () => {
      isAway = true;
      cut();
    },
    comeBack: () => {
      isAway = false;
    },
    stop: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

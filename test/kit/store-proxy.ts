import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stands between a desk and its store, and can cut the desk off at any step. */
export interface StoreProxy {
  readonly uri: string;
  /** Requests since the counting began. */
  readonly steps: () => number;
  /**
   * Counts from now on. At step `at` the store goes silent: `before`, that request never reaches it; `after`, it is done
   * and only its answer is lost.
   */
  arm(at: number, moment: 'before' | 'after'): void;
  /** Resolves when the store has gone silent. */
  readonly silent: () => boolean;
  stop(): Promise<void>;
}

/** @param uri the embedded server's */
export async function aStoreProxy(uri: string): Promise<StoreProxy> {
  const [, encoded = '', rest = ''] = /^mongodb:\/\/([^/]+)(\/.*)$/.exec(uri) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'desk-proxy-'));
  const path = join(folder, 'p.sock');
  const sockets = new Set<Socket>();
  const state = { count: 0, at: Number.POSITIVE_INFINITY, moment: 'before', isSilent: false };
  const server = createServer((client) => {
    const store = dial(decodeURIComponent(encoded));
    for (const socket of [client, store]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => [client, store].forEach((one) => void one.destroy()));
    }
    client.on('data', (data) => {
      state.count += 1;
      const isCut = state.count >= state.at;
      const isLast = isCut && !state.isSilent && state.moment === 'after';
      if (!isCut || isLast) store.write(data);
      if (isCut) state.isSilent = true;
    });
    store.on('data', (data) => {
      if (!state.isSilent) client.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    uri: `mongodb://${encodeURIComponent(path)}${rest}`,
    steps: () => state.count,
    arm: (at, moment) => Object.assign(state, { count: 0, at, moment }),
    silent: () => state.isSilent,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

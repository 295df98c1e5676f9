import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { MongoNetworkError } from 'mongodb';

/** The part of the driver's connection that is mended. Source: src/cmap/connection.ts of mongodb 7.8 and 7.9. */
interface DriverConnection {
  readonly socket: EventEmitter;
  readonly error: Error | null;
  writeCommand(...args: readonly unknown[]): Promise<void>;
}

const mended = Symbol.for('deskhand.mended');

/**
 * A command that the driver writes to a socket which is destroyed, and whose `close` is still to come, waits for a `drain`
 * that never comes: the command hangs for ever, and when it is the monitor's, the server is never found again. With this
 * the command fails as soon as its socket closes, and the driver goes on as after any broken line. Safe to repeat.
 */
export function mendDriver(): void {
  const { Connection } = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js') as {
    readonly Connection: { readonly prototype: DriverConnection & { [mended]?: true } };
  };
  const { prototype } = Connection;
  if (prototype[mended]) return;
  prototype[mended] = true;
  const { writeCommand } = prototype;
  prototype.writeCommand = function (...args) {
    return unlessClosed(this, writeCommand.apply(this, [...args]));
  };
}

async function unlessClosed(connection: DriverConnection, written: Promise<void>): Promise<void> {
  let onClose = () => undefined as unknown;
  const closed = new Promise<never>((_, reject) => {
    onClose = () => reject(connection.error ?? new MongoNetworkError('the connection was closed'));
    connection.socket.once('close', onClose);
  });
  try {
    await Promise.race([written, closed]);
  } finally {
    connection.socket.off('close', onClose);
  }
}

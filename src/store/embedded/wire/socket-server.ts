import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { type CommandHandler, Connection } from './connection.ts';

/** Listens on a Unix socket that only this user can open. */
export class SocketServer {
  readonly #path: string;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  #lastId = 0;

  constructor(path: string, handle: CommandHandler, onBug: (cause: unknown) => void) {
    this.#path = path;
    this.#server = createServer((socket) => {
      this.#lastId += 1;
      const connection = new Connection(socket, this.#lastId, handle, onBug);
      this.#connections.add(connection);
      socket.on('close', () => this.#connections.delete(connection));
    });
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  /** Begins to listen; a socket file that a killed process left behind is replaced. */
  async listen(): Promise<void> {
    await rm(this.#path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#path, resolve);
    });
    await chmod(this.#path, 0o600);
  }

  /** Ends all connections and removes the socket. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const connection of this.#connections) connection.close();
    await closed;
    await rm(this.#path, { force: true });
  }
}

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import type { Route } from '../chat/adapter.ts';
import { DeskError } from '../errors.ts';
import type { Log } from '../log.ts';

export interface HttpParts {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: Log;
  /** The adapters' routes; they read the bodies themselves. */
  readonly routes: readonly Route[];
  /** Whether the desk can do its work now. */
  readonly isReady: () => Promise<boolean>;
  /** Prometheus' text. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** Pages, after everything else. */
  readonly pages?: (app: Express) => void;
}

/** The one HTTP server: what the platforms call, health, metrics, pages. */
export class HttpServer {
  readonly #parts: HttpParts;
  readonly #server: Server;

  constructor(parts: HttpParts) {
    this.#parts = parts;
    this.#server = createServer(listenerOf(parts));
    this.#server.requestTimeout = 30_000;
  }

  /** @throws DeskError when the port is taken or may not be used */
  async listen(): Promise<void> {
    const { host, port } = this.#parts;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${error.code})`;
        reject(new DeskError('unavailable', `${host}:${port} ${why}. Set PORT or HOST to something else.`));
      });
      this.#server.listen(port, host, resolve);
    });
  }

  get url(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  }

  /** Takes no new connections and waits for the requests in hand. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
  }
}

/** The platforms' routes stand before the pages' framework: every click comes by them, and none needs more of it. */
function listenerOf(parts: HttpParts): RequestListener {
  const handlers = new Map(parts.routes.map(({ method, path, handle }) => [`${method.toUpperCase()} ${path}`, handle]));
  const app = appOf(parts);
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const handle = handlers.get(`${request.method} ${path}`);
    if (handle) handle(request, response);
    else app(request, response);
  };
}

function appOf({ isReady, metrics, pages, log }: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, response) => {
    const { contentType, text } = await metrics();
    response.type(contentType).send(text);
  });
  pages?.(app);
  app.use((request, response) => {
    log.info({ method: request.method, status: 404 }, 'no such path');
    response.status(404).json({ error: 'not found' });
  });
  return app;
}

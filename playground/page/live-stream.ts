import type { Request, Response } from 'express';
import type { Update } from './wire.ts';

/** A reader that is so far behind, in bytes, begins anew. */
const mostBehind = 16_000_000;
/** Often enough that nothing in between takes the connection for dead. */
const heartbeatMs = 20_000;

/** Tells every open page what has changed, as Server-Sent Events. Each begins with all there is. */
export class LiveStream {
  readonly #open = new Set<Response>();
  readonly #first: () => Update;
  readonly #heart: NodeJS.Timeout;
  #isEnded = false;

  /** @param first what a page gets when it connects, or connects again */
  constructor(first: () => Update) {
    this.#first = first;
    this.#heart = setInterval(() => this.#write(': still here\n\n'), heartbeatMs);
    this.#heart.unref();
  }

  get readers(): number {
    return this.#open.size;
  }

  serve(request: Request, response: Response): void {
    if (this.#isEnded) {
      response.status(503).json({ error: 'The desk is stopping.' });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n\n${line(this.#first())}`);
    this.#open.add(response);
    request.on('close', () => this.#open.delete(response));
  }

  tell(update: Update): void {
    if (this.#open.size > 0) this.#write(line(update));
  }

  /** Ends every stream and takes no new one, so that the server can stop. */
  end(): void {
    this.#isEnded = true;
    clearInterval(this.#heart);
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #write(text: string): void {
    for (const response of this.#open) {
      if (response.writableLength > mostBehind) response.destroy();
      else response.write(text);
    }
  }
}

function line(update: Update): string {
  return `data: ${JSON.stringify(update)}\n\n`;
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';
import type { Faults } from '../faults.ts';
import { isObject, type JsonObject, parsed } from '../json.ts';
import type { Call } from '../model.ts';
import type { Pace } from '../pace.ts';
import type { Parts } from '../parts.ts';
import { Recent } from '../recent.ts';
import { SlackError } from '../slack-error.ts';
import { type Answer, answered, refused, tooMany } from './answer.ts';
import { callMethod } from './call-method.ts';
import { sendFile, takeUpload } from './file-routes.ts';
import { apiRequest, bodyOf } from './read-request.ts';
import { takeResponse } from './take-response.ts';

/** Something the app asks for, and how to answer it. */
interface Asked {
  readonly name: string;
  readonly args: JsonObject;
  readonly event: string | undefined;
  readonly run: () => Answer;
}

interface HttpServerOptions {
  readonly slack: () => Parts;
  readonly faults: Faults;
  /** How many calls to keep on record. */
  readonly remember: number;
  /** Undefined when calls are not counted. */
  readonly pace: Pace | undefined;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex) => void;
}

/** Where the app finds Slack: Web API, uploads, files, response_urls, and the way to a socket. */
export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;
  readonly #calls: Recent<Call>;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#calls = new Recent(options.remember);
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('upgrade', options.onUpgrade);
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  /** The latest calls, oldest first. */
  get calls(): readonly Call[] {
    return this.#calls.all;
  }

  /** The address, without a slash at the end. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    try {
      const body = await bodyOf(request);
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path.startsWith('/files-pri/')) return sendFile(request, response, this.#options.slack());
      const asked = this.#asked(request, path, body);
      if (!asked) return write(response, { status: 404, body: { ok: false, error: 'not_found' } });
      await this.#answer(asked, response, began);
    } catch (error) {
      // The app hung up, or there is a bug here: the answer says which.
      if (!response.headersSent && !response.destroyed) {
        write(response, { status: 500, body: { ok: false, error: 'fatal_error', detail: String(error) } });
      }
    }
  }

  #asked(request: IncomingMessage, path: string, body: Buffer): Asked | undefined {
    const slack = this.#options.slack();
    const [, first, second, third] = path.split('/');
    if (first === 'api' && second) return this.#method(request, second, body);
    const header = request.headers['x-deskhand-event'];
    const event = typeof header === 'string' ? header : undefined;
    if (first === 'response' && second) {
      const text = body.toString('utf8');
      const said = parsed(text);
      const args = isObject(said) ? said : {};
      return { name: 'response_url', args, event, run: () => takeResponse(second, text, slack) };
    }
    if (first === 'upload' && third) {
      const args = { bytes: body.length };
      return { name: 'upload', args, event, run: () => takeUpload(request, third, body, slack) };
    }
    return undefined;
  }

  #method(request: IncomingMessage, name: string, body: Buffer): Asked {
    try {
      const read = apiRequest(request, name, body);
      const run = () => answered(() => callMethod(read, this.#options.slack()));
      return { name, args: read.args, event: read.event, run };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { name, args: {}, event: undefined, run: () => ({ status: 200, body: refused(error) }) };
    }
  }

  async #answer(asked: Asked, response: ServerResponse, began: number): Promise<void> {
    const fault = this.#options.faults.hit(asked.name);
    if (fault?.kind === 'slow') await later(fault.ms ?? 1000);
    const isCut = fault?.kind === 'reset-before' || fault?.kind === 'reset-after';
    const answer = this.#answerTo(asked, fault?.kind, fault?.retryAfterSeconds);
    // First the answer, then the record of it: who waits for the record may count on the answer being under way.
    if (isCut) response.socket?.resetAndDestroy();
    else write(response, answer);
    this.#record(asked, isCut ? { ...answer, status: 'reset' } : answer, performance.now() - began);
  }

  #answerTo(asked: Asked, fault: string | undefined, retryAfterSeconds = 1): Answer {
    if (fault === '429') return tooMany(retryAfterSeconds);
    if (fault === '500') return { status: 500, body: { ok: false, error: 'internal_error' } };
    if (fault === 'reset-before') return { status: 0, body: {} };
    if (fault !== undefined && fault !== 'reset-after' && fault !== 'slow') {
      return { status: 200, body: { ok: false, error: fault } };
    }
    const wait = this.#options.pace?.take(asked.name, asked.args);
    return wait === undefined ? asked.run() : tooMany(wait);
  }

  #record(asked: Asked, answer: { status: Call['status']; body: JsonObject }, ms: number): void {
    const { ids, clock, changes } = this.#options.slack();
    const call: Call = {
      number: ids.count(),
      method: asked.name,
      args: asked.args,
      at: clock.now(),
      ms,
      status: answer.status,
      answer: answer.body,
      ...(asked.event ? { event: asked.event } : {}),
    };
    this.#calls.push(call);
    changes.tell({ kind: 'call', call });
  }
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

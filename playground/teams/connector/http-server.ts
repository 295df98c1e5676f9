import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { isObject } from '../../slack/json.ts';
import { Recent } from '../../slack/recent.ts';
import { codeOfStatus, type FaultRule, type Faults } from '../faults.ts';
import type { Call } from '../model.ts';
import type { Pace } from '../pace.ts';
import type { Parts } from '../parts.ts';
import { faultOfBearer } from '../tokens/bearer.ts';
import { type Answer, refusal } from './answer.ts';
import { type Asked, bodyForRecord, bodyOf } from './asked.ts';
import { ConnectorError } from './connector-error.ts';
import { type Route, routes } from './routes.ts';

interface HttpServerOptions {
  readonly teams: () => Parts;
  readonly faults: Faults;
  /** The bot needs no token. */
  readonly isAnonymous: boolean;
  /** How many calls to keep on record. */
  readonly remember: number;
  /** Undefined when calls are not counted. */
  readonly pace: Pace | undefined;
}

/** Where the bot finds Teams: connector, login service, keys, and the links of files. */
export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;
  readonly #calls: Recent<Call>;
  #port = 0;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#calls = new Recent(options.remember);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** The latest calls, oldest first. */
  get calls(): readonly Call[] {
    return this.#calls.all;
  }

  /** The address, without a slash at the end; known from when it listens, and still after it has stopped. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
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
      const url = new URL(request.url ?? '/', 'http://localhost');
      const found = routeFor(request.method ?? 'GET', url.pathname);
      if (!found) return write(response, refusal(404, 'ServiceError', `No such resource: ${url.pathname}`));
      const { authorization, 'content-type': contentType = '', 'x-deskhand-event': event } = request.headers;
      const { operation } = found.route;
      const known = typeof event === 'string' ? event : undefined;
      const asked = { operation, params: found.params, url, authorization, contentType, body, event: known };
      await this.#answer(found.route, asked, response, began);
    } catch (error) {
      // The bot hung up, or there is a bug here: the answer says which.
      if (!response.headersSent && !response.destroyed) write(response, refusal(500, 'ServiceError', String(error)));
    }
  }

  async #answer(route: Route, asked: Asked, response: ServerResponse, began: number): Promise<void> {
    const fault = this.#options.faults.hit(asked.operation);
    if (fault?.kind === 'slow') await later(fault.ms ?? 1000);
    const isCut = fault?.kind === 'reset-before' || fault?.kind === 'reset-after';
    const answer = this.#answerTo(route, asked, fault);
    // First the answer, then the record of it: who waits for the record may count on the answer being under way.
    if (isCut) response.socket?.resetAndDestroy();
    else write(response, answer);
    this.#record(asked, isCut ? { ...answer, status: 'reset' } : answer, performance.now() - began);
  }

  #answerTo(route: Route, asked: Asked, fault: FaultRule | undefined): Answer {
    if (fault?.kind === 'reset-before') return { status: 0 };
    const code = fault && codeOfStatus[fault.kind];
    if (fault?.kind === '429') return tooMany(fault.retryAfterSeconds ?? 1);
    if (code !== undefined) return refusal(Number(fault?.kind), code, 'Something went wrong. Try again.');
    const teams = this.#options.teams();
    const { identity, loginKeys: keys } = teams;
    const isGuarded = route.isGuarded && !this.#options.isAnonymous;
    const wrong = isGuarded && faultOfBearer(asked.authorization, { identity, keys, url: this.url });
    if (wrong) return refusal(401, 'Unauthorized', wrong, { 'www-authenticate': 'Bearer' });
    const wait = route.pace && this.#options.pace?.take(route.pace, threadOf(asked));
    if (wait !== undefined) return tooMany(wait);
    try {
      return route.answer(asked, teams);
    } catch (error) {
      if (error instanceof ConnectorError) return refusal(error.status, error.code, error.message);
      throw error;
    }
  }

  #record(asked: Asked, answer: { status: Call['status']; body?: Answer['body'] }, ms: number): void {
    const { ids, clock, changes } = this.#options.teams();
    const call: Call = {
      number: ids.count(),
      ...{ operation: asked.operation, path: decodeURIComponent(asked.url.pathname), body: bodyForRecord(asked) },
      ...{ at: clock.now(), ms, status: answer.status },
      answer: isObject(answer.body) && !Buffer.isBuffer(answer.body) ? answer.body : {},
      ...(asked.event === undefined ? {} : { event: asked.event }),
    };
    this.#calls.push(call);
    changes.tell({ kind: 'call', call });
  }
}

function routeFor(method: string, path: string): { route: Route; params: readonly string[] } | undefined {
  for (const route of routes) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (found) return { route, params: found.slice(1).map((one) => decodeURIComponent(one)) };
  }
  return undefined;
}

/** The thread that a call counts for; a conversation that is yet to be made counts for whom it is with. */
function threadOf(asked: Asked): string {
  const [named] = asked.params;
  if (named !== undefined) return named;
  const { members, channelData } = bodyForRecord(asked);
  return JSON.stringify([members, channelData]);
}

function tooMany(seconds: number | 'none'): Answer {
  const headers = seconds === 'none' ? {} : { 'retry-after': String(seconds) };
  return refusal(429, 'Throttled', 'Too many requests.', headers);
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isBytes = Buffer.isBuffer(body);
  const type = isBytes ? 'application/octet-stream' : 'application/json; charset=utf-8';
  response.writeHead(status, body === undefined ? headers : { 'content-type': type, ...headers });
  response.end(isBytes || body === undefined ? body : JSON.stringify(body));
}

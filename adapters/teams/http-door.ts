import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPayload, type Payload, part, word } from '../../src/chat/payload.ts';
import type { Log } from '../../src/log.ts';
import { type Bot, type Claims, NotAdmitted } from './bot.ts';
import type { Answer, Intake } from './intake.ts';
import { isOnThisMachine, isSafeUrl } from './service-urls.ts';

/**
 * Takes Teams' activities: only with a token that Microsoft's own check finds good, of the one tenant, or without one from
 * this machine where that is allowed. Every refusal has its status and one line in the log that quotes nothing.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export class HttpDoor {
  readonly #to: DoorParts;

  constructor(to: DoorParts) {
    this.#to = to;
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const authorization = request.headers.authorization ?? '';
      const isAnonymous = this.#mayBeAnonymous(request, authorization);
      if (authorization === '' && !isAnonymous) throw new Refused(401, 'token missing');
      const activity = parsed(await bodyOf(request));
      if (isAnonymous) this.#checkNearby(activity);
      else await this.#check(authorization, activity);
      if (!this.#to.intake.isOpen) throw new Refused(503, 'the desk is not ready');
      const answer = await this.#to.intake.take(activity, isAnonymous);
      if (answer === 'again') throw new Refused(500, 'not taken, Teams may send it again');
      reply(response, answer);
    } catch (error) {
      this.#refuse(request, response, error instanceof Refused ? error : new Refused(500, 'failed'));
    }
  }

  /** Without an app id there is nothing to check a token by. */
  #mayBeAnonymous(request: IncomingMessage, authorization: string): boolean {
    const { allowAnonymous, bot } = this.#to;
    if (!allowAnonymous || (bot !== undefined && authorization !== '')) return false;
    const from = request.socket.remoteAddress ?? '';
    return /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(from);
  }

  /** What cannot be checked may only be answered on this machine. */
  #checkNearby(activity: Payload): void {
    const url = word(activity, 'serviceUrl');
    if (url === undefined || !isOnThisMachine(url)) throw new Refused(401, 'service URL is not on this machine');
    this.#checkTenant(tenantsOf(activity));
  }

  async #check(authorization: string, activity: Payload): Promise<void> {
    const { bot, tenantId } = this.#to;
    const url = word(activity, 'serviceUrl');
    if (bot === undefined) throw new Refused(401, 'no app id to check a token by');
    if (url === undefined || !isSafeUrl(url)) throw new Refused(401, 'service URL unsafe');
    const claims = await admitted(bot, authorization, activity);
    if (word(claims, 'serviceurl') !== url) throw new Refused(401, 'service URL not in the token');
    const tenants = [...tenantsOf(activity), word(claims, 'tid')].filter((each) => each !== undefined);
    if (tenantId !== undefined && tenants.length === 0) throw new Refused(403, 'no tenant');
    this.#checkTenant(tenants);
  }

  #checkTenant(tenants: readonly string[]): void {
    const { tenantId } = this.#to;
    if (tenantId !== undefined && tenants.some((each) => each.toLowerCase() !== tenantId.toLowerCase())) {
      throw new Refused(403, 'another tenant');
    }
  }

  #refuse(request: IncomingMessage, response: ServerResponse, { status, why }: Refused): void {
    this.#to.log.warn({ status, why }, 'a request to Teams’ address was refused');
    if (!response.headersSent) reply(response, { status });
    if (request.complete) return;
    request.resume(); // so that the sender gets to read the answer
    setTimeout(() => request.destroy(), 2000).unref();
  }
}

interface DoorParts {
  readonly intake: Intake;
  /** Left out where there is no app id. */
  readonly bot: Bot | undefined;
  readonly tenantId: string | undefined;
  readonly allowAnonymous: boolean;
  readonly log: Log;
}

const bodyLimit = 1024 * 1024;

/** Refused before anything was delivered. */
class Refused extends Error {
  readonly status: number;
  readonly why: string;

  constructor(status: number, why: string) {
    super(why);
    this.status = status;
    this.why = why;
  }
}

/** The SDK answers a bad signature with 500; here it is 401, and 503 when nobody could tell. */
async function admitted(bot: Bot, authorization: string, activity: Payload): Promise<Claims> {
  try {
    return await bot.admit(authorization, activity);
  } catch (error) {
    const isPassing = error instanceof NotAdmitted && error.isPassing;
    throw isPassing ? new Refused(503, 'keys could not be fetched') : new Refused(401, 'token wrong');
  }
}

/** Every tenant that an activity names. */
function tenantsOf(activity: Payload): readonly string[] {
  const named = [
    word(part(activity, 'conversation'), 'tenantId'),
    word(part(part(activity, 'channelData'), 'tenant'), 'id'),
  ];
  return named.filter((each) => each !== undefined);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bodyLimit) throw new Refused(413, 'body larger than 1 MB');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(400, 'body unreadable');
  }
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): Payload {
  try {
    const body: unknown = JSON.parse(text);
    if (isPayload(body)) return body;
  } catch {
    // said below: what is wrong with it would quote it
  }
  throw new Refused(400, 'body is not JSON');
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  const content = body === undefined ? '' : JSON.stringify(body);
  const type = content === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(content) }).end(content);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { HTTPModuleFunctions, verifySlackRequest } from '@slack/bolt';
import { isPayload, type Payload } from '../../src/chat/payload.ts';
import type { Log } from '../../src/log.ts';
import type { Intake } from './intake.ts';

/**
 * Takes Slack's signed requests, with Bolt's own means and without the Express app that its receiver brings: less work
 * for each click, and every refusal has its status and one line in the log that quotes nothing.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export class HttpDoor {
  readonly #signingSecret: string;
  readonly #intake: Intake;
  readonly #log: Log;
  readonly #now: () => Date;

  constructor(to: { signingSecret: string; intake: Intake; log: Log; now: () => Date }) {
    this.#signingSecret = to.signingSecret;
    this.#intake = to.intake;
    this.#log = to.log;
    this.#now = to.now;
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const text = await bodyOf(request);
      const body = this.#isSslCheck(request, text) ? {} : this.#verified(request, text);
      if (body.type === 'url_verification') reply(response, 200, { challenge: body.challenge });
      else if (Object.keys(body).length === 0) reply(response, 200);
      else await this.#take(body, response);
    } catch (error) {
      this.#refuse(request, response, error instanceof Refused ? error : new Refused(500, 'failed'));
    }
  }

  async #take(body: Payload, response: ServerResponse): Promise<void> {
    if (!this.#intake.isOpen) throw new Refused(503, 'the desk is not ready');
    const taken = await this.#intake.take(body, async (said) => reply(response, 200, said));
    if (taken === 'again') throw new Refused(500, 'not taken, Slack may send it again');
  }

  #verified(request: IncomingMessage, body: string): Payload {
    const signature = request.headers['x-slack-signature'];
    const sentAtSeconds = Number(request.headers['x-slack-request-timestamp']);
    const nowMilliseconds = this.#now().getTime();
    if (typeof signature !== 'string' || !Number.isInteger(sentAtSeconds)) throw new Refused(401, 'signature missing');
    if (Math.abs(nowMilliseconds / 1000 - sentAtSeconds) > 300) throw new Refused(401, 'timestamp out of range');
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAtSeconds };
    try {
      verifySlackRequest({ signingSecret: this.#signingSecret, body, headers, nowMilliseconds });
    } catch {
      throw new Refused(401, 'signature wrong');
    }
    return parsed(body, isForm(request));
  }

  /** Slack checks now and then, unsigned, that the address of a command is alive. */
  #isSslCheck(request: IncomingMessage, body: string): boolean {
    return body.startsWith('ssl_check=1') && isForm(request);
  }

  #refuse(request: IncomingMessage, response: ServerResponse, { status, why }: Refused): void {
    this.#log.warn({ status, why }, 'a request to Slack’s address was refused');
    if (!response.headersSent) reply(response, status);
    if (request.complete) return;
    request.resume(); // so that the sender gets to read the answer
    setTimeout(() => request.destroy(), 2000).unref();
  }
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  try {
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, bodyLimit);
    return buffered.rawBody.toString();
  } catch (error) {
    const isTooLarge = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
    throw isTooLarge ? new Refused(413, 'body larger than 1 MB') : new Refused(400, 'body unreadable');
  }
}

function isForm(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

function parsed(text: string, isFormBody: boolean): Payload {
  const fields = isFormBody ? parseQuery(text) : undefined;
  if (fields !== undefined && typeof fields.payload !== 'string') return fields;
  try {
    const body: unknown = JSON.parse(typeof fields?.payload === 'string' ? fields.payload : text);
    if (isPayload(body)) return body;
  } catch {
    // said below: what is wrong with it would quote it
  }
  throw new Refused(400, 'body is not JSON');
}

function reply(response: ServerResponse, status: number, body?: unknown): void {
  const content = body === undefined || body === '' ? '' : JSON.stringify(body);
  const type = content === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(content) }).end(content);
}

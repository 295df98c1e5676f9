import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parsed } from '../json.ts';
import { SlackError } from '../slack-error.ts';

/** A request to the Web API, taken apart. */
export interface ApiRequest {
  readonly method: string;
  readonly args: JsonObject;
  readonly token: string | undefined;
  /** The arguments came as a form, where everything is text. */
  readonly isForm: boolean;
  /** What the app put into the header x-deskhand-event, where it did. */
  readonly event: string | undefined;
}

/** Reads the whole body. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Takes a request apart: arguments from the query and the body, the token from the header or the arguments. */
export function apiRequest(request: IncomingMessage, method: string, body: Buffer): ApiRequest {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const { args, isForm } = argumentsIn(request, body);
  const { token: inArgs, ...rest } = { ...Object.fromEntries(query), ...args };
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const event = request.headers['x-deskhand-event'];
  return {
    method,
    args: rest,
    token: bearer ?? (typeof inArgs === 'string' ? inArgs : undefined),
    isForm,
    event: typeof event === 'string' ? event : undefined,
  };
}

/** @throws SlackError invalid_post_type, missing_post_type, invalid_json, json_not_object */
function argumentsIn(request: IncomingMessage, body: Buffer): { args: JsonObject; isForm: boolean } {
  if (request.method === 'GET' || body.length === 0) return { args: {}, isForm: true };
  const type = request.headers['content-type'];
  if (type === undefined) throw new SlackError('missing_post_type');
  if (type.startsWith('application/json')) return { args: jsonObject(body.toString('utf8')), isForm: false };
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { args: Object.fromEntries(new URLSearchParams(body.toString('utf8'))), isForm: true };
  }
  throw new SlackError('invalid_post_type');
}

function jsonObject(text: string): JsonObject {
  const value = parsed(text);
  if (value === undefined) throw new SlackError('invalid_json');
  if (!isObject(value)) throw new SlackError('json_not_object');
  return value;
}

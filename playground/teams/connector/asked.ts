import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parsed } from '../../slack/json.ts';
import { badArgument } from './connector-error.ts';

/** A request to the tenant's server, taken apart. */
export interface Asked {
  readonly operation: string;
  readonly url: URL;
  /** What stands in the path where the route has placeholders. */
  readonly params: readonly string[];
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
  /** What the app put into the header x-deskhand-event, where it did. */
  readonly event: string | undefined;
}

/** Reads the whole body. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The body as an object. @throws ConnectorError when it is none */
export function objectIn({ body, contentType }: Asked): JsonObject {
  if (!contentType.startsWith('application/json')) badArgument('The request body must be application/json.');
  const value = parsed(body.toString('utf8'));
  return isObject(value) ? value : badArgument('The request body is no JSON object.');
}

/** The body as far as it is an object, for the record. */
export function bodyForRecord({ body, operation }: Asked): JsonObject {
  if (operation === 'token') return {};
  const value = parsed(body.toString('utf8'));
  return isObject(value) ? value : {};
}

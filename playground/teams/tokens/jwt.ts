import { type KeyObject, sign, verify } from 'node:crypto';
import { isObject, type JsonObject, parsed } from '../../slack/json.ts';

/** A token taken apart; nothing in it is proven yet. */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signed: string;
  readonly signature: string;
}

/** Writes a JSON Web Token signed with RS256 (RFC 7519). */
export function signedJwt(claims: JsonObject, { privateKey, kid }: { privateKey: KeyObject; kid: string }): string {
  const head = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claims)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), privateKey).toString('base64url')}`;
}

/** Writes a token that claims to need no signature; nobody may believe it. */
export function unsignedJwt(claims: JsonObject): string {
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;
}

/** Takes a token apart, or gives undefined when it is none. */
export function readJwt(token: string): Jwt | undefined {
  const [head = '', body = '', signature, ...rest] = token.split('.');
  const header = parsed(Buffer.from(head, 'base64url').toString());
  const claims = parsed(Buffer.from(body, 'base64url').toString());
  if (signature === undefined || rest.length > 0 || !isObject(header) || !isObject(claims)) return undefined;
  return { header, claims, signed: `${head}.${body}`, signature };
}

/** Says whether the token was signed by the owner of the key. */
export function isSignedBy(jwt: Jwt, publicKey: KeyObject): boolean {
  if (jwt.header.alg !== 'RS256') return false;
  return verify('RSA-SHA256', Buffer.from(jwt.signed), publicKey, Buffer.from(jwt.signature, 'base64url'));
}

function encoded(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

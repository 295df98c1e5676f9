import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../slack/json.ts';
import { botTokenClaims } from './bot-token.ts';
import { signedJwt, unsignedJwt } from './jwt.ts';
import { aSigningKey, type SigningKey } from './signing-keys.ts';

/** Every way in which a request can pretend to be from Teams, and must be refused by the bot. */
export const forgeries = [
  'no token',
  'nonsense',
  'no signature',
  'changed claims',
  'wrong key',
  'unknown key',
  'wrong issuer',
  'wrong audience',
  'expired',
  'not yet valid',
  'wrong service url',
  'other service url',
  'other tenant',
] as const;

export type Forgery = (typeof forgeries)[number];

interface Genuine {
  readonly activity: JsonObject;
  readonly key: SigningKey;
  readonly appId: string;
  readonly serviceUrl: string;
}

/** What a forger sends: an activity and the token beside it. */
export interface Forged {
  readonly activity: JsonObject;
  readonly token: string | undefined;
}

/** Makes a forgery out of a genuine activity; only what the kind says is wrong with it. */
export async function forged(kind: Forgery, genuine: Genuine): Promise<Forged> {
  const { activity, key } = genuine;
  const claims = botTokenClaims(genuine);
  const withClaims = (change: JsonObject) => ({ activity, token: signedJwt({ ...claims, ...change }, key) });
  const seconds = Math.floor(Date.now() / 1000);
  switch (kind) {
    case 'no token':
      return { activity, token: undefined };
    case 'nonsense':
      return { activity, token: 'not.a.token' };
    case 'no signature':
      return { activity, token: unsignedJwt(claims) };
    case 'changed claims':
      return { activity, token: withOtherClaims(signedJwt({ ...claims, aud: randomUUID() }, key), claims) };
    case 'wrong key':
      return { activity, token: signedJwt(claims, { ...(await aSigningKey()), kid: key.kid }) };
    case 'unknown key':
      return { activity, token: signedJwt(claims, await aSigningKey()) };
    case 'wrong issuer':
      return withClaims({ iss: 'https://api.example.com' });
    case 'wrong audience':
      return withClaims({ aud: randomUUID() });
    // Clocks may differ by five minutes, so these differ by ten.
    case 'expired':
      return withClaims({ nbf: seconds - 4200, exp: seconds - 600 });
    case 'not yet valid':
      return withClaims({ nbf: seconds + 600 });
    case 'wrong service url':
      return withClaims({ serviceurl: 'https://smba.example.com/emea/' });
    case 'other service url':
      return { ...withClaims({}), activity: { ...activity, serviceUrl: 'http://127.0.0.1:9/emea/' } };
    case 'other tenant':
      return { ...withClaims({}), activity: inTenant(randomUUID(), activity) };
  }
}

/** Keeps the signature and puts other claims under it. */
function withOtherClaims(token: string, claims: JsonObject): string {
  const [head, , signature] = token.split('.');
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

function inTenant(id: string, activity: JsonObject): JsonObject {
  const conversation = { ...(activity.conversation as JsonObject), tenantId: id };
  const channelData = { ...(activity.channelData as JsonObject), tenant: { id } };
  return { ...activity, conversation, channelData };
}

import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appId } from './activities.ts';

export const issuer = 'https://api.botframework.com';

/** What a token says; everything can be made wrong. */
export interface TokenSays {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string | undefined;
  readonly tid?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly kid?: string;
  readonly alg?: 'RS256' | 'none';
  /** Signed with a key that nobody published. */
  readonly isForged?: boolean;
}

/** Made once: it takes a while. */
const good = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Publishes keys as the Bot Framework does and signs tokens as Teams' connector does. */
export async function anIssuer() {
  let keys = published(good, 'k1');
  let fetched = 0;
  const server = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    if (isKeys) fetched += 1;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(isKeys ? keys : { issuer, jwks_uri: `${url()}/keys` }));
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    openIdMetadataUrl: `${url()}/metadata`,
    token: (serviceUrl: string, says: TokenSays = {}) =>
      signed(serviceUrl, says, says.isForged ? other.privateKey : good.privateKey),
    /** From now on another key is published, and the first one no longer: sign with `{ kid: 'k2', isForged: true }`. */
    rotate: () => {
      keys = published(other, 'k2');
    },
    /** How often somebody asked for the keys. */
    fetched: () => fetched,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Issuer = Awaited<ReturnType<typeof anIssuer>>;

function published({ publicKey }: { readonly publicKey: KeyObject }, kid: string) {
  return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] }] };
}

function signed(
  serviceUrl: string,
  { alg = 'RS256', kid = 'k1', isForged: _, ...says }: TokenSays,
  key: KeyObject,
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, ...says };
  const words = [{ typ: 'JWT', alg, kid }, claims]
    .map((each) => Buffer.from(JSON.stringify(each)).toString('base64url'))
    .join('.');
  if (alg === 'none') return `${words}.`;
  return `${words}.${createSign('RSA-SHA256').update(words).sign(key, 'base64url')}`;
}

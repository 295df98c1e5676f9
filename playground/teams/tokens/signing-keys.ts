import { createHash, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { JsonObject } from '../../slack/json.ts';

/** A key pair with the name under which its public half is published. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Makes a fresh 2048-bit RSA key. */
export async function aSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { kid: createHash('sha256').update(der).digest('base64url').slice(0, 27), privateKey, publicKey };
}

let shared: Promise<readonly [SigningKey, SigningKey]> | undefined;

/**
 * The keys that every tenant of this process begins with, the login service's and the Bot Framework's. Making keys is
 * slow, and a token names its tenant besides.
 */
export function firstKeys(): Promise<readonly [SigningKey, SigningKey]> {
  shared ??= Promise.all([aSigningKey(), aSigningKey()]);
  return shared;
}

/** The keys of one issuer: the newest signs, all that are still published prove. */
export class SigningKeys {
  #keys: readonly SigningKey[];

  constructor(first: SigningKey) {
    this.#keys = [first];
  }

  get current(): SigningKey {
    const [newest] = this.#keys;
    if (!newest) throw new Error('An issuer without keys cannot sign.');
    return newest;
  }

  byId(kid: unknown): SigningKey | undefined {
    return this.#keys.find((key) => key.kid === kid);
  }

  /** From now on a new key signs. @param keepOld whether the old ones stay published for what they have signed */
  async rotate({ keepOld = true } = {}): Promise<void> {
    this.#keys = [await aSigningKey(), ...(keepOld ? this.#keys : [])];
  }

  /** The published halves, as in RFC 7517; `endorsements` names the channels whose tokens the key may sign. */
  published(endorsements?: readonly string[]): JsonObject {
    const keys = this.#keys.map(({ kid, publicKey }) => ({
      ...publicKey.export({ format: 'jwk' }),
      ...{ use: 'sig', alg: 'RS256', kid, x5t: kid },
      ...(endorsements ? { endorsements } : {}),
    }));
    return { keys };
  }
}

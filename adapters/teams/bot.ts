import { isPayload, type Payload, word } from '../../src/chat/payload.ts';
import type { CheckedAdapter } from './checked-adapter.ts';
import { quietly } from './quiet-console.ts';

/** Who may speak to the desk, and who the desk is. */
export interface BotIdentity {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string | undefined;
  readonly loginUrl: string;
  readonly oauthScope: string;
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
}

/** The claims of a token that was found good. */
export type Claims = Payload;

/**
 * Microsoft's own check of what comes: signature, issuer, audience, lifetime, endorsement of the key, and that the service
 * URL is the one in the token. Nothing is sent through it.
 */
export class Bot {
  readonly #identity: BotIdentity;
  #sdk: Promise<CheckedAdapter> | undefined;
  #fetchedAgain = 0;
  #fetchedAgainAtMs = Number.NEGATIVE_INFINITY;

  constructor(identity: BotIdentity) {
    this.#identity = identity;
  }

  /** The SDK takes longer to read from disk than all the rest of the desk: no start waits for it. */
  load(): Promise<CheckedAdapter> {
    this.#sdk ??= this.#made();
    return this.#sdk;
  }

  /** @throws Error when the activity must not be believed; `isPassing` when the keys could not be fetched */
  async admit(authorization: string, activity: Payload): Promise<Claims> {
    // Tokens of emulators and other bots, which the SDK would take as well, have no business here.
    if (issuerOf(authorization) !== this.#identity.tokenIssuer) throw new NotAdmitted('wrong issuer', false);
    let claims: Claims | undefined;
    try {
      claims = await this.#checked(authorization, activity);
    } catch (cause) {
      throw new NotAdmitted(cause instanceof Error ? cause.name : 'refused', isPassing(cause));
    }
    if (claims === undefined) throw new NotAdmitted('no claims', false);
    return claims;
  }

  /** A key that nobody knows may be a new one. The SDK would ask for it an hour later, and Teams never repeats what got 401. */
  async #checked(authorization: string, activity: Payload): Promise<Claims | undefined> {
    const asked = this.load();
    const sdk = await asked;
    try {
      return await quietly(() => sdk.claimsOf(authorization, activity));
    } catch (cause) {
      const fresh = isOfUnknownKey(cause) ? await this.#fresherThan(asked) : undefined;
      if (fresh === undefined) throw cause;
      return quietly(() => fresh.claimsOf(authorization, activity));
    }
  }

  /** Seldom, so that nobody can make the desk ask without end. */
  #fresherThan(asked: Promise<CheckedAdapter>): Promise<CheckedAdapter> | undefined {
    if (this.#sdk !== asked) return this.#sdk;
    const nowMs = performance.now();
    if (nowMs - this.#fetchedAgainAtMs < restMs) return undefined;
    this.#fetchedAgainAtMs = nowMs;
    this.#fetchedAgain += 1;
    this.#sdk = this.#made();
    return this.#sdk;
  }

  /** The SDK keeps keys by the address they came from; a fragment is not sent, and makes it another one. */
  async #made(): Promise<CheckedAdapter> {
    const { openIdMetadataUrl: url } = this.#identity;
    const fresh = this.#fetchedAgain === 0 ? url : `${url}#${this.#fetchedAgain}`;
    const { CheckedAdapter } = await import('./checked-adapter.ts');
    return new CheckedAdapter({ ...this.#identity, openIdMetadataUrl: fresh });
  }
}

/** Says no, and why in a word. */
export class NotAdmitted extends Error {
  readonly isPassing: boolean;

  constructor(why: string, isPassing: boolean) {
    super(why);
    this.isPassing = isPassing;
  }
}

/** The issuer that a token names, unchecked. */
function issuerOf(authorization: string): string | undefined {
  const [, body] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/i.exec(authorization) ?? [];
  try {
    const claims: unknown = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
    return isPayload(claims) ? word(claims, 'iss') : undefined;
  } catch {
    return undefined;
  }
}

const restMs = 600_000;

/** In the SDK's words. */
function isOfUnknownKey(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('Signing Key could not be retrieved');
}

/** Microsoft's keys could not be fetched: that says nothing about who asks. */
function isPassing(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'FetchError' || /^Failed to load/.test(cause.message));
}

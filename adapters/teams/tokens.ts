import { isPayload, word } from '../../src/chat/payload.ts';
import type { ConnectorClient, Outcome } from './connector-client.ts';

/** Who the desk is to the login. */
export interface Credentials {
  readonly appId: string;
  readonly appPassword: string;
  /** The authority with its tenant. */
  readonly loginUrl: string;
  readonly scope: string;
}

/** A token, or how asking for it failed. */
export type Granted = { readonly is: 'done'; readonly token: string | undefined } | Exclude<Outcome, { is: 'done' }>;

/**
 * The token with which the desk speaks to the connector, asked for once and used until shortly before it ends.
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export class Tokens {
  readonly #client: ConnectorClient;
  readonly #credentials: Credentials | undefined;
  #current: { readonly token: string; readonly endsAtMs: number } | undefined;
  #asked: Promise<Granted> | undefined;

  /** @param credentials left out where nobody checks tokens */
  constructor(client: ConnectorClient, credentials: Credentials | undefined) {
    this.#client = client;
    this.#credentials = credentials;
  }

  async get(): Promise<Granted> {
    if (this.#credentials === undefined) return { is: 'done', token: undefined };
    if (this.#current && performance.now() < this.#current.endsAtMs) return { is: 'done', token: this.#current.token };
    this.#asked ??= this.#ask(this.#credentials).finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  /** A token that the connector does not take is not used again. */
  forget(token: string | undefined): void {
    if (this.#current?.token === token) this.#current = undefined;
  }

  async #ask({ appId, appPassword, loginUrl, scope }: Credentials): Promise<Granted> {
    const url = `${loginUrl.replace(/\/+$/, '')}/oauth2/v2.0/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: scope.endsWith('/.default') ? scope : `${scope}/.default`,
    });
    const outcome = await this.#client.attempt({ name: 'token', method: 'POST', url, body });
    if (outcome.is !== 'done') return outcome.is === 'lost' ? { ...outcome, mayHaveArrived: false } : outcome;
    const token = isPayload(outcome.answer) ? word(outcome.answer, 'access_token') : undefined;
    if (token === undefined) return { is: 'lost', code: 'bad_answer', mayHaveArrived: false };
    const seconds = isPayload(outcome.answer) ? Number(outcome.answer.expires_in) || 300 : 300;
    this.#current = { token, endsAtMs: performance.now() + Math.max(seconds - earlySeconds, seconds / 2) * 1000 };
    return { is: 'done', token };
  }
}

const earlySeconds = 300;

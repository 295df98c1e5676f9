import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../slack/json.ts';
import type { Answer } from '../connector/answer.ts';
import type { Identity } from '../model.ts';
import { signedJwt } from './jwt.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What the bot's tokens are for: the connector. */
export const connectorResource = 'https://api.botframework.com';

const livesForSeconds = 3600;

interface Login {
  readonly identity: Identity;
  readonly keys: SigningKeys;
  /** Address of the login service, without a slash at the end. */
  readonly url: string;
}

/** The issuer named in the bot's tokens. */
export function loginIssuer({ identity, url }: Pick<Login, 'identity' | 'url'>): string {
  return `${url}/${identity.tenantId}/v2.0`;
}

/**
 * Answers the bot that asks for a token with its id and secret (client credentials grant of Microsoft Entra,
 * learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow). Error codes are Entra's.
 */
export function issueToken(login: Login, tenant: string, form: URLSearchParams): Answer {
  const { identity } = login;
  const given = (name: string) => form.get(name) ?? '';
  if (![identity.tenantId, 'botframework.com'].includes(tenant)) {
    return refused(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
  }
  if (given('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
  }
  if (given('client_id') !== identity.appId) {
    return refused(400, 'unauthorized_client', `AADSTS700016: Application '${given('client_id')}' was not found.`);
  }
  if (given('client_secret') !== identity.appPassword) {
    return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  }
  if (given('scope') !== `${connectorResource}/.default`) {
    return refused(400, 'invalid_scope', `AADSTS1002012: The provided value for scope ${given('scope')} is not valid.`);
  }
  return granted(signedJwt(claimsFor(login), login.keys.current));
}

function claimsFor(login: Login): JsonObject {
  const { appId, tenantId } = login.identity;
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ aud: connectorResource, iss: loginIssuer(login), iat: now, nbf: now, exp: now + livesForSeconds },
    ...{ appid: appId, azp: appId, tid: tenantId, ver: '1.0', uti: randomUUID() },
  };
}

function granted(token: string): Answer {
  const lives = { expires_in: livesForSeconds, ext_expires_in: livesForSeconds };
  return { status: 200, body: { token_type: 'Bearer', ...lives, access_token: token } };
}

function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description, correlation_id: randomUUID() } };
}

import { textIn } from '../../slack/json.ts';
import type { Identity } from '../model.ts';
import { isSignedBy, readJwt } from './jwt.ts';
import type { SigningKeys } from './signing-keys.ts';
import { connectorResource, loginIssuer } from './token-endpoint.ts';

interface Login {
  readonly identity: Identity;
  readonly keys: SigningKeys;
  readonly url: string;
}

/**
 * Says what is wrong with the token that came with a call to the connector.
 * @returns undefined for a token that this tenant issued to this bot and that has not expired
 */
export function faultOfBearer(authorization: string | undefined, login: Login): string | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return 'Authorization has been denied for this request: no bearer token.';
  const jwt = readJwt(token);
  if (!jwt) return 'The token is no JSON Web Token.';
  const { claims, header } = jwt;
  const key = login.keys.byId(textIn(header.kid));
  if (!key || !isSignedBy(jwt, key.publicKey)) return "The token's signature does not hold.";
  if (claims.iss !== loginIssuer(login)) return "The token's issuer is another.";
  if (claims.aud !== connectorResource) return "The token's audience is another.";
  if (claims.appid !== login.identity.appId) return 'The token is of another bot.';
  return typeof claims.exp === 'number' && claims.exp * 1000 > Date.now() ? undefined : 'The token has expired.';
}

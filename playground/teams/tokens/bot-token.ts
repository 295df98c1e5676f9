import type { JsonObject } from '../../slack/json.ts';
import { channelIssuer } from '../connector/routes.ts';
import { signedJwt } from './jwt.ts';
import type { SigningKey } from './signing-keys.ts';

interface For {
  readonly appId: string;
  readonly serviceUrl: string;
}

/** The claims of a token that comes with an activity (learn.microsoft.com, "Bot Connector authentication"). */
export function botTokenClaims({ appId, serviceUrl }: For): JsonObject {
  const now = Math.floor(Date.now() / 1000);
  return { serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600, iss: channelIssuer, aud: appId };
}

/** The token by which the bot knows that an activity is from Teams. */
export function botToken(key: SigningKey, what: For): string {
  return signedJwt(botTokenClaims(what), key);
}

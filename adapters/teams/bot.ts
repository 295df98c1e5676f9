import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { isPayload, type Payload, word } from '../../src/chat/payload.ts';
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
export class Bot extends CloudAdapter {
  readonly #issuer: string;

  constructor(identity: BotIdentity) {
    super(authentication(identity));
    this.#issuer = identity.tokenIssuer;
  }

  /** @throws Error when the activity must not be believed; `isPassing` when the keys could not be fetched */
  async admit(authorization: string, activity: Payload): Promise<Claims> {
    // Tokens of emulators and other bots, which the SDK would take as well, have no business here.
    if (issuerOf(authorization) !== this.#issuer) throw new NotAdmitted('wrong issuer', false);
    let claims: Claims | undefined;
    try {
      await quietly(() =>
        this.processActivity(authorization, { ...activity } as unknown as Activity, async (context) => {
          claims = claimsOf(context.turnState.get(this.BotIdentityKey));
        }),
      );
    } catch (cause) {
      throw new NotAdmitted(cause instanceof Error ? cause.name : 'refused', isPassing(cause));
    }
    if (claims === undefined) throw new NotAdmitted('no claims', false);
    return claims;
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

/** All of the settings or none: the SDK falls back to the public cloud for the rest only when every one is empty. */
function authentication(identity: BotIdentity): ConfigurationBotFrameworkAuthentication {
  const { appId, appPassword, tenantId } = identity;
  return new ConfigurationBotFrameworkAuthentication(
    {
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: identity.loginUrl,
      ToChannelFromBotOAuthScope: identity.oauthScope,
      ToBotFromChannelTokenIssuer: identity.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: identity.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: identity.openIdMetadataUrl,
      OAuthUrl: 'https://token.botframework.com/',
      CallerId: 'urn:botframework:azure',
    },
    new NothingIsSent({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: tenantId ? 'SingleTenant' : 'MultiTenant',
      ...(tenantId && { MicrosoftAppTenantId: tenantId }),
    }),
  );
}

/** The SDK makes a client with credentials for every activity; the desk has its own way out. */
class NothingIsSent extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return { signRequest: () => Promise.reject(new Error('Nothing is sent through the SDK.')) };
  }
}

function claimsOf(identity: unknown): Claims | undefined {
  const claims = isPayload(identity) ? identity.claims : undefined;
  if (!Array.isArray(claims)) return undefined;
  return Object.fromEntries(claims.filter(isPayload).map(({ type, value }) => [String(type), value]));
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

/** Microsoft's keys could not be fetched: that says nothing about who asks. */
function isPassing(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'FetchError' || /^Failed to load/.test(cause.message));
}

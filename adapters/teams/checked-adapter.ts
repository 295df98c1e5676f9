import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { isPayload, type Payload } from '../../src/chat/payload.ts';
import type { BotIdentity, Claims } from './bot.ts';

/** Microsoft's adapter, used for nothing but its check of tokens. The only file that knows the SDK. */
export class CheckedAdapter extends CloudAdapter {
  constructor(identity: BotIdentity) {
    super(authentication(identity));
  }

  /** What a good token says; undefined when the SDK handed nothing on. @throws Error of the SDK when it is not good */
  async claimsOf(authorization: string, activity: Payload): Promise<Claims | undefined> {
    let claims: Claims | undefined;
    await this.processActivity(authorization, { ...activity } as unknown as Activity, async (context) => {
      claims = claimsIn(context.turnState.get(this.BotIdentityKey));
    });
    return claims;
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

function claimsIn(identity: unknown): Claims | undefined {
  const claims = isPayload(identity) ? identity.claims : undefined;
  if (!Array.isArray(claims)) return undefined;
  return Object.fromEntries(claims.filter(isPayload).map(({ type, value }) => [String(type), value]));
}

import type { JsonObject } from '../../slack/json.ts';

/** Where an issuer's documents are published. */
interface Published {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Base of the endpoints for tokens, where the issuer hands any out. */
  readonly oauthUrl: string;
}

/** An OpenID provider's description of itself, with the fields that Microsoft's libraries insist on. */
export function openIdConfiguration({ issuer, jwksUri, oauthUrl }: Published): JsonObject {
  return {
    issuer,
    jwks_uri: jwksUri,
    authorization_endpoint: `${oauthUrl}/authorize`,
    token_endpoint: `${oauthUrl}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'token'],
    subject_types_supported: ['pairwise'],
  };
}

/** What Microsoft's sign-in library asks first: that this host is a cloud of its own. */
export function instanceDiscovery(host: string, configurationUrl: string): JsonObject {
  return {
    tenant_discovery_endpoint: configurationUrl,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

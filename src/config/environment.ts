/** What the environment says, checked; the only place that knows its names. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly dataDir: string;
  readonly deskFile: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Absent: the embedded store. */
  readonly mongodbUri?: string;
  readonly slack?: SlackEnvironment;
  readonly teams?: TeamsEnvironment;
  readonly openai?: OpenaiEnvironment;
  readonly playground: boolean;
}

/** A complete Slack section: a bot token with a signing secret (HTTP), an app token (Socket Mode), or both. */
export interface SlackEnvironment {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** Sustained messages a second to one channel. Default 1, as Slack allows. */
  readonly messagesPerSecond: number;
}

/** A model's server: OpenAI's own, or one that speaks the same language. */
export interface OpenaiEnvironment {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  /** Absent: articles are found by their words alone. */
  readonly embeddingModel?: string;
}

/** A complete Teams section: app id, password and tenant, or none of them with `allowAnonymous`. */
export interface TeamsEnvironment {
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
  readonly allowAnonymous: boolean;
  /** The authority with its tenant. The public cloud's when left out, as the three below. */
  readonly loginUrl?: string;
  readonly oauthScope?: string;
  readonly tokenIssuer?: string;
  readonly openIdMetadataUrl?: string;
}

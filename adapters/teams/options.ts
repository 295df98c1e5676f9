import type { Log } from '../../src/log.ts';

/** What the adapter needs to know. Without `appId` and `appPassword` it starts only when `allowAnonymous` says so. */
export interface TeamsOptions {
  readonly appId?: string;
  readonly appPassword?: string;
  /** Of Entra; activities of every other tenant are refused. Any tenant when left out, which only a local test client needs. */
  readonly tenantId?: string;
  /** Takes activities without a token, from and to this machine only. For local test clients. */
  readonly allowAnonymous?: boolean;
  /** The authority with its tenant. The public cloud's when left out, as the three below. */
  readonly loginUrl?: string;
  readonly oauthScope?: string;
  readonly tokenIssuer?: string;
  readonly openIdMetadataUrl?: string;
  /** Where the addresses of the connector are kept over a restart, a file; in memory only when left out. */
  readonly serviceUrlFile?: string;
  /** Where it is kept over a restart what has arrived in Teams, a file; in memory only when left out. */
  readonly postedFile?: string;
  /** For files that a bot cannot put into Teams; they are only named when left out. */
  readonly fileLinks?: {
    /** The folder in which they lie. */
    readonly folder: string;
    /** The address under which browsers reach the desk. */
    readonly publicUrl: () => string;
  };
  /** How often a bot may speak; Teams' own figures when left out. */
  readonly windows?: readonly Window[];
  /** The reactions that the desk listens to, asked anew each time. All of them when left out. */
  readonly reaction?: () => string;
  readonly log: Log;
  readonly now: () => Date;
  /** Something that only a person can put right. Told once per code and place until it works again. */
  readonly onTrouble: (trouble: Trouble) => void;
  /** Every call to the connector, also the ones that failed. */
  readonly onCall?: (call: Call) => void;
  readonly retry?: Partial<RetryPolicy>;
}

/** At most so many messages within so long. */
export interface Window {
  readonly most: number;
  readonly withinMs: number;
}

export interface Trouble {
  /** The connector's own word, for example `ConversationNotFound`. */
  readonly code: string;
  /** What could not be done, and where. */
  readonly what: string;
  /** What to do about it. */
  readonly advice: string;
}

export interface Call {
  readonly method: string;
  readonly ms: number;
  /** 0 when no answer came. */
  readonly status: number;
  readonly error?: string;
  /** The event that caused it. */
  readonly event?: string;
}

/** How failures that may pass are tried again. */
export interface RetryPolicy {
  /** First pause; it doubles each time, with jitter. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** After this long a call gives up. */
  readonly withinMs: number;
  /** An answer must come within. */
  readonly timeoutMs: number;
  /** How long `stop` waits for events in hand, and then again for the queues. */
  readonly stopMs: number;
}

export const retryPolicy: RetryPolicy = {
  firstMs: 500,
  longestMs: 15_000,
  withinMs: 120_000,
  timeoutMs: 15_000,
  stopMs: 10_000,
};

/**
 * How often one bot may speak in one thread.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit
 */
export const threadWindows: readonly Window[] = [
  { most: 7, withinMs: 1000 },
  { most: 8, withinMs: 2000 },
  { most: 60, withinMs: 30_000 },
  { most: 1800, withinMs: 3_600_000 },
];

/** How often one app may speak in one tenant. Source: the same page. */
export const tenantWindows: readonly Window[] = [{ most: 50, withinMs: 1000 }];

import type { Log } from '../../src/log.ts';

/** What the adapter needs to know. At least one of `signingSecret` (HTTP) and `appToken` (Socket Mode) must be there. */
export interface SlackOptions {
  readonly botToken: string;
  /** Serves `POST /slack/events`. May be given together with `appToken`: an event that comes both ways has one id. */
  readonly signingSecret?: string;
  /** Opens a Socket Mode connection. */
  readonly appToken?: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** Sustained messages a second to one channel. */
  readonly messagesPerSecond: number;
  /** The one reaction that the desk listens to, without colons; asked anew each time. All of them when left out. */
  readonly reaction?: () => string;
  /** Whether the desk wants to hear what other bots post; asked anew each time. */
  readonly countsBots?: () => boolean;
  readonly log: Log;
  readonly now?: () => Date;
  /** Something that only a person can put right. Told once per code and place until it works again. */
  readonly onTrouble: (trouble: Trouble) => void;
  /** Every call to Slack, also the ones that failed. */
  readonly onCall?: (call: Call) => void;
  readonly retry?: Partial<RetryPolicy>;
}

export interface Trouble {
  /** Slack's own word, for example `channel_not_found`. */
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

/** How failures that may pass are tried again. A 429 is waited out as Slack says and never counts. */
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
  firstMs: 250,
  longestMs: 15_000,
  withinMs: 120_000,
  timeoutMs: 15_000,
  stopMs: 10_000,
};

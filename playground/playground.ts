import type { Express } from 'express';
import { aSlackWorkspace } from './slack/workspace.ts';

/** A Slack workspace in a box for the desk to live in, with its page. */
export interface Playground {
  /** What the desk would else find in its environment. */
  readonly slack: {
    readonly botToken: string;
    readonly signingSecret: string;
    readonly apiUrl: string;
    readonly messagesPerSecond: number;
  };
  readonly pages: (app: Express) => void;
  /** From now on the workspace sends its events to the desk at this URL. */
  connect(deskUrl: string): Promise<void>;
  stop(): Promise<void>;
}

/** A visitor should not wait for the pace of a real workspace. */
const messagesPerSecond = 20;

/** Starts the emulated workspace. */
export async function aPlayground(): Promise<Playground> {
  const workspace = await aSlackWorkspace();
  const { botToken, signingSecret, apiUrl } = workspace;
  return {
    slack: { botToken, signingSecret, apiUrl, messagesPerSecond },
    pages: () => {},
    connect: (deskUrl) => workspace.connect({ eventsUrl: `${deskUrl}/slack/events` }),
    stop: () => workspace.stop(),
  };
}

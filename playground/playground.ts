import type { Express } from 'express';
import type { Journal } from '../src/journal.ts';
import type { Log } from '../src/log.ts';
import { Happenings } from './page/happenings.ts';
import { LiveStream } from './page/live-stream.ts';
import { mountPage } from './page/mount-page.ts';
import { snapshotOf, updateOf } from './page/snapshot.ts';
import { rolesIn } from './roles.ts';
import { type NamedInDesk, seedsFor } from './seeds.ts';
import type { SlackWorkspace } from './slack/slack-workspace.ts';
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
  readonly workspace: SlackWorkspace;
  /** Puts the page at `/`, with what the journal tells beside it. */
  readonly pages: (app: Express, journal: Pick<Journal, 'subscribe' | 'trace'>) => void;
  /** From now on the workspace sends its events to the desk at this URL. */
  connect(deskUrl: string): Promise<void>;
  /** Ends the open pages' live streams, which the desk's server would else wait for when it stops. */
  closePages(): void;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Whom and which channels the workspace must know. */
  readonly desk: NamedInDesk;
  readonly log: Log;
  /** Where the desk is reached, when it is not localhost or an address. */
  readonly publicUrl?: string;
}

/** A visitor should not wait for the pace of a real workspace. */
const messagesPerSecond = 20;

/** Starts the emulated workspace. */
export async function aPlayground({ desk, log, publicUrl }: PlaygroundOptions): Promise<Playground> {
  const workspace = await aSlackWorkspace({ ...seedsFor(desk), remember: 2000 });
  const roleOf = rolesIn(desk);
  const stream = new LiveStream(() => ({
    kind: 'snapshot',
    snapshot: snapshotOf(workspace, roleOf, happenings.all),
  }));
  const happenings = new Happenings((happening) => stream.tell({ kind: 'happening', happening }));
  workspace.on((change) => {
    if (change.kind === 'call') happenings.called(change.call);
    if (change.kind === 'delivery') happenings.delivered(change.delivery, Date.now());
    const update = updateOf(change, workspace, roleOf);
    if (update) stream.tell(update);
  });
  const { botToken, signingSecret, apiUrl } = workspace;
  return {
    slack: { botToken, signingSecret, apiUrl, messagesPerSecond },
    workspace,
    pages: (app, journal) => {
      journal.trace();
      journal.subscribe((entry) => happenings.handled(entry));
      mountPage(app, { slack: workspace, stream, log, ownNames: publicUrl ? [new URL(publicUrl).hostname] : [] });
    },
    connect: (deskUrl) => workspace.connect({ eventsUrl: `${deskUrl}/slack/events` }),
    closePages: () => stream.end(),
    stop: async () => {
      stream.end();
      await workspace.stop();
    },
  };
}

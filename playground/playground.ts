import type { Express } from 'express';
import type { Journal } from '../src/journal.ts';
import type { Log } from '../src/log.ts';
import { Happenings } from './page/happenings.ts';
import { LiveStream } from './page/live-stream.ts';
import { mountPage } from './page/mount-page.ts';
import { snapshotOf, updateOf } from './page/snapshot.ts';
import { teamsSnapshotOf, teamsUpdateOf } from './page/teams/snapshot.ts';
import { broughtByTeams, calledInTeams } from './page/teams/told-by-teams.ts';
import { broughtBySlack, calledInSlack } from './page/told-by-slack.ts';
import type { Snapshot } from './page/wire.ts';
import { rolesIn } from './roles.ts';
import { type NamedInDesk, seedsFor } from './seeds.ts';
import type { SlackWorkspace } from './slack/slack-workspace.ts';
import { aSlackWorkspace } from './slack/workspace.ts';
import { guidOf } from './teams/ids.ts';
import type { TeamsPerson } from './teams/model.ts';
import type { TeamsTenant } from './teams/teams-tenant.ts';
import { aTeamsTenant } from './teams/tenant.ts';
import { tenantSeedsFor } from './tenant-seeds.ts';

/** A Slack workspace and a Teams tenant in a box for the desk to live in, with the same people and a page for both. */
export interface Playground {
  /** What the desk would else find in its environment. */
  readonly slack: {
    readonly botToken: string;
    readonly signingSecret: string;
    readonly apiUrl: string;
    readonly messagesPerSecond: number;
  };
  readonly workspace: SlackWorkspace;
  /** Its `environment` is what the desk would else be told of Teams. */
  readonly tenant: TeamsTenant;
  /** Puts the page at `/`, with what the journal tells beside it. */
  readonly pages: (app: Express, journal: Pick<Journal, 'subscribe' | 'trace'>) => void;
  /** From now on workspace and tenant send what happens in them to the desk at this URL. */
  connect(deskUrl: string): Promise<void>;
  /** Ends the open pages' live streams, which the desk's server would else wait for when it stops. */
  closePages(): void;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** Whom and which channels workspace and tenant must know. */
  readonly desk: NamedInDesk;
  readonly log: Log;
  /** Where the desk is reached, when it is not localhost or an address. */
  readonly publicUrl?: string;
}

/** A visitor should not wait for the pace of a real workspace. */
const messagesPerSecond = 20;
const remember = 2000;

/** Starts the emulated workspace and tenant. */
export async function aPlayground({ desk, log, publicUrl }: PlaygroundOptions): Promise<Playground> {
  const [workspace, tenant] = await startBoth(desk);
  const { stream, happenings } = telling(desk, workspace, tenant);
  const { botToken, signingSecret, apiUrl } = workspace;
  const ownNames = publicUrl ? [new URL(publicUrl).hostname] : [];
  return {
    slack: { botToken, signingSecret, apiUrl, messagesPerSecond },
    workspace,
    tenant,
    pages: (app, journal) => {
      journal.trace();
      journal.subscribe((entry) => happenings.handled(entry));
      mountPage(app, { slack: workspace, teams: tenant, stream, log, ownNames });
    },
    connect: async (deskUrl) => {
      await workspace.connect({ eventsUrl: `${deskUrl}/slack/events` });
      await tenant.connect({ messagesUrl: `${deskUrl}/api/messages` });
    },
    closePages: () => stream.end(),
    stop: async () => {
      stream.end();
      await Promise.all([workspace.stop(), tenant.stop()]);
    },
  };
}

/** People and places keep their ids over a restart, as the desk keeps what it knows of them. */
function startBoth(desk: NamedInDesk): Promise<[SlackWorkspace, TeamsTenant]> {
  const seeds = seedsFor(desk);
  const ids = { tenantId: guidOf('playground', 'tenant'), appId: guidOf('playground', 'app') };
  return Promise.all([
    aSlackWorkspace({ ...seeds, remember }),
    aTeamsTenant({ ...tenantSeedsFor(desk, seeds), ...ids, remember }),
  ]);
}

/** Tells the open pages of everything that happens on either platform. */
function telling(desk: NamedInDesk, workspace: SlackWorkspace, tenant: TeamsTenant) {
  const roleOf = rolesIn(desk);
  const teamsRoleOf = ({ aadObjectId: id, email }: TeamsPerson) => roleOf({ id, email }, 'teams');
  const snapshot = (): Snapshot => {
    const teams = teamsSnapshotOf(tenant, teamsRoleOf);
    return snapshotOf(workspace, roleOf, { happenings: happenings.all, teams });
  };
  const stream = new LiveStream(() => ({ kind: 'snapshot', snapshot: snapshot() }));
  const happenings = new Happenings((happening) => stream.tell({ kind: 'happening', happening }));
  workspace.on((change) => {
    if (change.kind === 'call') happenings.called(calledInSlack(change.call));
    const brought = change.kind === 'delivery' ? broughtBySlack(change.delivery, Date.now()) : undefined;
    if (brought) happenings.delivered(brought);
    const update = updateOf(change, workspace, roleOf);
    if (update) stream.tell(update);
  });
  tenant.on((change) => {
    if (change.kind === 'call') happenings.called(calledInTeams(change.call));
    const brought = change.kind === 'delivery' ? broughtByTeams(change.delivery, Date.now()) : undefined;
    if (brought) happenings.delivered(brought);
    const update = teamsUpdateOf(change, tenant, teamsRoleOf);
    if (update) stream.tell({ kind: 'teams', update });
  });
  return { stream, happenings };
}

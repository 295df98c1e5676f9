import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { TeamsTenant } from '../../../playground/teams/teams-tenant.ts';
import { aTeamsTenant } from '../../../playground/teams/tenant.ts';
import { type AdapterPorts, type App, createApp } from '../../../src/app.ts';
import { systemClock } from '../../../src/clock.ts';
import { readEnvironment } from '../../../src/config/read-environment.ts';
import { silentLog } from '../../../src/log.ts';
import { Actor } from './actor.ts';
import { scenarioDesk } from './scenario-desk.ts';
import { cast, type Name, type Platform, type Stage, type StageOptions } from './stage.ts';
import { modelOf, settled, withPages } from './staged-app.ts';
import { TeamsHands } from './teams-hands.ts';
import { teamsSeeds } from './teams-seeds.ts';
import { sightOfMessage } from './teams-sights.ts';

/** Teams, emulated, with the desk behind its real adapter over HTTP. */
export const onTeams: Platform = { name: 'Teams', employeesIn: 'Teams', agentsIn: 'Teams', open: aTeamsStage };

async function aTeamsStage(options: StageOptions): Promise<Stage> {
  const { moreAgents = 0 } = options;
  const agents = Array.from({ length: moreAgents }, (_, at) => `agent${at + 1}`);
  const teams = await aTeamsTenant({ retryDelaysMs: [20, 50, 100, 200, 400], ...teamsSeeds(options, agents) });
  const config = await scenarioDesk(
    agents.map((name) => `${name}@example.com`),
    inTeams(teams),
    options.config,
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-stage-'));
  const fileLinks = { folder: join(dataDir, 'teams-files'), publicUrl: () => app.url };
  const adapters = (ports: AdapterPorts) => [teamsAdapterFor(teams, ports, fileLinks)];
  const app: App = await createApp({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    config,
    log: silentLog,
    adapters,
    ...withPages,
    ...modelOf(options),
  });
  await teams.connect({ messagesUrl: `${app.url}/api/messages` });
  await app.start();
  await installEverywhere(teams);
  const hands = new TeamsHands(teams);
  const actors = Object.fromEntries(cast.map((name) => [name, new Actor(name, hands)])) as Record<Name, Actor>;
  return {
    ...actors,
    platform: 'Teams',
    desk: app.desk,
    roads: {
      hold: () => teams.hold(),
      release: (order) => teams.release(order),
    },
    actor: (name) => new Actor(name, hands),
    settled: () => settled(app),
    posted: () => postedIn(teams),
    close: async () => {
      await app.stop();
      await teams.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The app comes into every team, of which the desk is told. */
export async function installEverywhere(teams: TeamsTenant): Promise<void> {
  for (const team of teams.teams) await teams.installsInTeam('lea', team);
}

/** Where the desk of the scenarios is in this tenant: by `#name`. */
export const inTeams = (teams: TeamsTenant) => (name: string) => ({ teams: teams.place(name).id });

/** The adapter as the program makes it from the environment. */
export function teamsAdapterFor(
  teams: TeamsTenant,
  ports: AdapterPorts,
  fileLinks: { readonly folder: string; readonly publicUrl: () => string },
) {
  const read = readEnvironment({ ...teams.environment });
  if (!('environment' in read)) throw new Error(JSON.stringify(read.faults));
  return teamsAdapter({
    ...read.environment.teams,
    ...ports,
    ...{ log: silentLog, now: () => systemClock.now(), fileLinks },
  });
}

/** All that the desk has written in the tenant. */
export function postedIn(teams: TeamsTenant) {
  const chats = teams.people.map((person) => teams.chatOf(person));
  return [...teams.channels.map(({ id }) => id), ...chats]
    .flatMap((place) => teams.allMessages(place))
    .filter(({ from }) => from === teams.identity.botId)
    .map((message) => sightOfMessage(teams, message, teams.people[0]?.name ?? ''));
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';
import { aTeamsTenant } from '../../../playground/teams/tenant.ts';
import { type App, createApp } from '../../../src/app.ts';
import { silentLog } from '../../../src/log.ts';
import { AcrossHands, type Side } from './across-hands.ts';
import { Actor } from './actor.ts';
import { scenarioDesk } from './scenario-desk.ts';
import { SlackHands } from './slack-hands.ts';
import { seeds } from './slack-seeds.ts';
import { postedOn, slackAdapterFor } from './slack-stage.ts';
import { cast, type Name, type Platform, type Stage, type StageOptions } from './stage.ts';
import { modelOf, settled, withPages } from './staged-app.ts';
import { TeamsHands } from './teams-hands.ts';
import { teamsSeeds } from './teams-seeds.ts';
import { installEverywhere, inTeams, postedIn, teamsAdapterFor } from './teams-stage.ts';

/** One desk on both: who asks is in Slack, the teams' triage channels are in Teams. */
export const slackToTeams: Platform = {
  name: 'Slack→Teams',
  employeesIn: 'Slack',
  agentsIn: 'Teams',
  open: (options) => anAcrossStage('Slack', options),
};

/** The other way round. */
export const teamsToSlack: Platform = {
  name: 'Teams→Slack',
  employeesIn: 'Teams',
  agentsIn: 'Slack',
  open: (options) => anAcrossStage('Teams', options),
};

const employees: readonly string[] = ['dana', 'eve', 'dieter'];
const openChannels = ['#general', '#help-it'];

async function anAcrossStage(employeesIn: 'Slack' | 'Teams', options: StageOptions): Promise<Stage> {
  const agents = Array.from({ length: options.moreAgents ?? 0 }, (_, at) => `agent${at + 1}`);
  const [slack, teams] = await Promise.all([
    aSlackWorkspace({ retryDelaysMs: [20, 50, 100, 200, 400], ...seeds(options, agents) }),
    aTeamsTenant({ retryDelaysMs: [20, 50, 100, 200, 400], ...teamsSeeds(options, agents) }),
  ]);
  const isInSlack = (name: string) => openChannels.includes(name) === (employeesIn === 'Slack');
  const config = await scenarioDesk(
    agents.map((name) => `${name}@example.com`),
    (name) => (isInSlack(name) ? { slack: name } : inTeams(teams)(name)),
    options.config,
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-stage-'));
  const fileLinks = { folder: join(dataDir, 'teams-files'), publicUrl: () => app.url };
  const app: App = await createApp({
    ...{ host: '127.0.0.1', port: 0, dataDir, config, log: silentLog, ...withPages, ...modelOf(options) },
    adapters: (ports) => [slackAdapterFor(slack, ports), teamsAdapterFor(teams, ports, fileLinks)],
  });
  await Promise.all([
    slack.connect({ eventsUrl: `${app.url}/slack/events` }),
    teams.connect({ messagesUrl: `${app.url}/api/messages` }),
  ]);
  await app.start();
  await installEverywhere(teams);
  const all = [...openChannels, '#it-triage', '#network-triage', '#hr-triage'];
  const inSlack: Side = { hands: new SlackHands(slack), changes: slack, channels: all.filter(isInSlack) };
  const inTenant: Side = {
    ...{ hands: new TeamsHands(teams), changes: teams },
    channels: all.filter((name) => !isInSlack(name)),
  };
  const home = (person: string) => (employees.includes(person) === (employeesIn === 'Slack') ? inSlack : inTenant);
  const hands = new AcrossHands([inSlack, inTenant], home);
  const actors = Object.fromEntries(cast.map((name) => [name, new Actor(name, hands)])) as Record<Name, Actor>;
  return {
    ...actors,
    platform: `${employeesIn}→${employeesIn === 'Slack' ? 'Teams' : 'Slack'}`,
    desk: app.desk,
    roads: {
      hold: () => {
        slack.hold();
        teams.hold();
      },
      release: async (order) => {
        await Promise.all([slack.release(order), teams.release(order)]);
      },
    },
    actor: (name) => new Actor(name, hands),
    settled: () => settled(app),
    posted: () => [...postedOn(slack), ...postedIn(teams)],
    close: async () => {
      await app.stop();
      await Promise.all([slack.stop(), teams.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

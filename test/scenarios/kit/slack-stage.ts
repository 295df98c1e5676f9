import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackAdapter } from '../../../adapters/slack/adapter.ts';
import type { SlackWorkspace } from '../../../playground/slack/slack-workspace.ts';
import { aSlackWorkspace, type SlackWorkspaceOptions } from '../../../playground/slack/workspace.ts';
import { type AdapterPorts, createApp } from '../../../src/app.ts';
import type { DeskConfig } from '../../../src/config/desk-config.ts';
import { type Log, silentLog } from '../../../src/log.ts';
import { Actor } from './actor.ts';
import { eachApart, scenarioDesk } from './scenario-desk.ts';
import { SlackHands } from './slack-hands.ts';
import { seeds } from './slack-seeds.ts';
import { sightOf } from './slack-sights.ts';
import { cast, type Name, type Platform, type StageOptions } from './stage.ts';
import { modelOf, pendingAt, settled, withPages } from './staged-app.ts';

/** Slack, emulated, with the desk behind its real adapter over HTTP. */
export const onSlack: Platform = { name: 'Slack', employeesIn: 'Slack', agentsIn: 'Slack', open: aSlackStage };

export interface SlackStageOptions extends StageOptions {
  readonly slack?: SlackWorkspaceOptions;
  readonly log?: Log;
  /** Kept when the stage closes; a folder of its own that goes with it when left out. */
  readonly dataDir?: string;
  readonly mongodbUri?: string;
}

/** A stage on Slack; tests of faults also get at the workspace and the app. */
export async function aSlackStage(options: SlackStageOptions = {}) {
  const { moreAgents = 0 } = options;
  const agents = Array.from({ length: moreAgents }, (_, at) => `agent${at + 1}`);
  const slack = await aSlackWorkspace({
    retryDelaysMs: [20, 50, 100, 200, 400],
    ...seeds(options, agents),
    ...options.slack,
  });
  const emails = agents.map((name) => `${name}@example.com`);
  const whole = await scenarioDesk(emails, undefined, options.config);
  const config = options.isEachApart ? eachApart(whole) : whole;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'deskhand-stage-')));
  const app = await anApp(slack, config, { ...options, dataDir });
  await slack.connect({ eventsUrl: `${app.url}/slack/events` });
  await app.start();
  const hands = new SlackHands(slack);
  const actors = Object.fromEntries(cast.map((name) => [name, new Actor(name, hands)])) as Record<Name, Actor>;
  return {
    ...actors,
    platform: 'Slack',
    slack,
    app,
    desk: app.desk,
    roads: {
      hold: () => slack.hold(),
      release: (order: <T>(held: readonly T[]) => readonly T[]) => slack.release(order),
    },
    actor: (name: string) => new Actor(name, hands),
    pending: () => pendingAt(app.url),
    settled: () => settled(app),
    posted: () => postedOn(slack),
    close: async () => {
      await app.stop();
      await slack.stop();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type SlackStage = Awaited<ReturnType<typeof aSlackStage>>;

/** The desk as a program would put it together, with this workspace as its Slack. */
export function anApp(
  slack: Awaited<ReturnType<typeof aSlackWorkspace>>,
  config: DeskConfig,
  how: { readonly dataDir: string; readonly log?: Log; readonly mongodbUri?: string } & Pick<StageOptions, 'openai'>,
) {
  const { dataDir, log = silentLog, mongodbUri } = how;
  return createApp({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    ...(mongodbUri ? { mongodbUri } : {}),
    config,
    log,
    adapters: (ports) => [slackAdapterFor(slack, ports, log)],
    ...withPages,
    ...modelOf(how),
  });
}

/** The adapter with this workspace as its Slack. */
export function slackAdapterFor(
  { botToken, signingSecret, apiUrl }: SlackWorkspace,
  ports: AdapterPorts,
  log: Log = silentLog,
) {
  return slackAdapter({ botToken, signingSecret, apiUrl, messagesPerSecond: 1000, log, ...ports });
}

/** All that the desk has written in the workspace; private words not counted. */
export function postedOn(slack: SlackWorkspace) {
  return slack.channels
    .flatMap((channel) => slack.allMessages(channel))
    .filter(({ user }) => user === slack.botUserId)
    .map((message) => sightOf(slack, message));
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackAdapter } from '../../adapters/slack/adapter.ts';
import { teamsAdapter } from '../../adapters/teams/adapter.ts';
import { ServiceUrls } from '../../adapters/teams/service-urls.ts';
import { aPlayground, type Playground } from '../../playground/playground.ts';
import { type App, createApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { readDeskFile } from '../../src/config/read-desk-file.ts';
import { readEnvironment } from '../../src/config/read-environment.ts';
import { silentLog } from '../../src/log.ts';

export interface RunningPlayground {
  readonly url: string;
  readonly playground: Playground;
  stop(): Promise<void>;
}

export interface PlaygroundFacts {
  /** What is other than in the demo's desk.yaml. */
  readonly config?: Partial<DeskConfig>;
  /** What is there before the desk begins to work. */
  readonly prepare?: (app: App) => Promise<void>;
}

/** The whole desk with its playground, as main.ts puts it together, on a data folder of its own. */
export async function startPlayground(facts: PlaygroundFacts = {}): Promise<RunningPlayground> {
  const deskFile = await readDeskFile('desk.yaml');
  if (!('config' in deskFile)) throw new Error('The demo desk.yaml cannot be read.');
  const config = { ...deskFile.config, ...facts.config };
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-browser-'));
  const log = silentLog;
  const playground = await aPlayground({ desk: config, log });
  const teams = teamsSettings(playground, dataDir);
  const app = await createApp({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    config,
    log,
    adapters: (ports) => [
      slackAdapter({ ...playground.slack, ...ports, log }),
      teamsAdapter({ ...teams, ...ports, log, now: () => systemClock.now() }),
    ],
    pages: playground.pages,
  });
  await facts.prepare?.(app);
  await playground.connect(app.url);
  await app.start();
  return {
    url: app.url,
    playground,
    stop: async () => {
      playground.closePages();
      await app.stop();
      await playground.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function teamsSettings({ tenant }: Playground, dataDir: string) {
  const read = readEnvironment({ ...tenant.environment });
  if (!('environment' in read) || !read.environment.teams) throw new Error('The tenant cannot be reached.');
  const serviceUrlFile = join(dataDir, 'service-urls.json');
  for (const { id } of tenant.teams) {
    const where = { tenant: tenant.identity.tenantId, conversation: id, team: id };
    new ServiceUrls(serviceUrlFile).learn(where, { url: tenant.serviceUrl, isVerified: true });
  }
  return { ...read.environment.teams, serviceUrlFile };
}

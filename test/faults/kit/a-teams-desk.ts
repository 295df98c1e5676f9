import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { TeamsOptions } from '../../../adapters/teams/options.ts';
import type { TeamsMessage } from '../../../playground/teams/model.ts';
import type { TeamsTenantOptions } from '../../../playground/teams/tenant.ts';
import { type App, createApp } from '../../../src/app.ts';
import { systemClock } from '../../../src/clock.ts';
import { parseDeskFile } from '../../../src/config/read-desk-file.ts';
import { readEnvironment } from '../../../src/config/read-environment.ts';
import { silentLog } from '../../../src/log.ts';
import { aTenantOfFaults, type Crowd, deskFileFor } from './teams-crowd.ts';

export interface TeamsDeskOptions extends Crowd {
  readonly teams?: Omit<TeamsTenantOptions, 'people' | 'teams'>;
  /** What the desk is told of the platform beside its environment, such as how often it may speak. */
  readonly adapter?: Partial<Pick<TeamsOptions, 'windows' | 'retry' | 'log'>>;
}

/** Fast enough for tests that are not about Teams' limits. */
const unlimited = [{ most: 1000, withinMs: 1000 }];

/** A desk in an emulated tenant, put together as the program does it, over HTTP in both directions. */
export async function aTeamsDesk(options: TeamsDeskOptions = {}) {
  const teams = await aTenantOfFaults({ retryDelaysMs: [20, 50, 100, 200, 400], ...options.teams }, options);
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-teams-'));
  const read = readEnvironment({ ...teams.environment });
  const desk = parseDeskFile(deskFileFor(teams, options));
  if (!('environment' in read) || !('config' in desk)) throw new Error(JSON.stringify([read, desk]));
  const { teams: environment } = read.environment;
  const serviceUrlFile = join(dataDir, 'teams-service-urls.json');
  const postedFile = join(dataDir, 'teams-posted.jsonl');
  const own = { serviceUrlFile, postedFile, windows: unlimited, log: silentLog, ...options.adapter };
  const app = await createApp({
    ...{ host: '127.0.0.1', port: 0, dataDir, config: desk.config, log: silentLog },
    adapters: (ports) => [teamsAdapter({ ...environment, ...ports, ...own, now: () => systemClock.now() })],
  });
  await teams.connect({ messagesUrl: `${app.url}/api/messages` });
  await app.start();
  return {
    teams,
    app,
    desk: app.desk,
    serviceUrlFile,
    /** Waits for a message that holds these words. */
    shown: (place: string, words: string | RegExp, timeoutMs = 20_000): Promise<TeamsMessage> =>
      teams.until(() => teams.allMessages(place).find((one) => holds(teams.words(one), words)), { timeoutMs }),
    pending: () => pending(app.url),
    settled: () => settled(app),
    close: async () => {
      await app.stop();
      await teams.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type TeamsDesk = Awaited<ReturnType<typeof aTeamsDesk>>;

function holds(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

/** Also waits for events that are put off until another one has come. */
async function settled({ router, desk, url }: App): Promise<void> {
  for (;;) {
    await router.inbox.idle();
    await desk.courier.idle();
    if ((await pending(url)) === 0) return;
    await pause(20);
  }
}

/** How many events are taken and not done, as the desk's own figures say. */
async function pending(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return Number(/^deskhand_inbox_pending (\d+)$/m.exec(figures)?.[1] ?? Number.NaN);
}

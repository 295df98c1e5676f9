import { rmSync } from 'node:fs';
import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { slackAdapter } from '../adapters/slack/adapter.ts';
import { ServiceUrls } from '../adapters/teams/service-urls.ts';
import type { Playground } from '../playground/playground.ts';
import { type AdapterPorts, createApp } from './app.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import { systemClock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import type { Environment } from './config/environment.ts';
import { describeFaults, type Fault } from './config/faults.ts';
import { processEnvironment } from './config/process-environment.ts';
import { readDeskFile } from './config/read-desk-file.ts';
import { readEnvironment } from './config/read-environment.ts';
import { isLoopback } from './config/teams-environment.ts';
import { watchDeskFile } from './config/watch-desk-file.ts';
import { DeskError } from './errors.ts';
import { aLog, type Log } from './log.ts';

/** At most so long from SIGTERM to the end, whatever the platforms do. */
const stopWithinMs = 24_000;

try {
  await main();
} catch (error) {
  leave(error instanceof DeskError ? error.message : String(error instanceof Error ? error.stack : error));
}

/** The process: configuration, desk, listen; a good end on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const read = readEnvironment(processEnvironment());
  const deskFile = 'environment' in read ? await readDeskFile(read.environment.deskFile) : undefined;
  const faults: Fault[] = [
    'faults' in read ? read.faults : [],
    deskFile && 'faults' in deskFile ? deskFile.faults : [],
  ].flat();
  if (!('environment' in read) || !deskFile || !('config' in deskFile)) return leave(describeFaults(faults));
  const { environment } = read;
  const log = aLog(environment.logLevel);
  const playground = environment.playground ? await playgroundFor(environment, deskFile.config, log) : undefined;
  const teams = await teamsFor(environment, playground, log);
  const app = await createApp({
    ...environment,
    config: deskFile.config,
    log,
    adapters: (ports) => [...slackFor(environment, playground, ports, log), ...(teams ? [teams(ports)] : [])],
    ...(playground ? { pages: playground.pages } : {}),
  });
  const watch = watchDeskFile(
    environment.deskFile,
    (config) => {
      app.reconfigure(config);
      log.info({}, `${environment.deskFile} has changed and is in force`);
    },
    (found) => log.error({}, `${describeFaults(found)}\nThe desk goes on with the version before.`),
    { running: deskFile.config },
  );
  closeWithGrace(
    { delay: stopWithinMs, logger: { error: (...words: unknown[]) => log.error({ words }, 'stopping') } },
    async ({ err, signal }) => {
      if (err) log.error({ err }, 'the desk stops because of an error that nobody caught');
      else log.info({ signal }, 'the desk stops');
      watch.stop();
      playground?.closePages();
      await app.stop();
      await playground?.stop();
    },
  );
  await playground?.connect(app.url);
  await app.start();
  greet(app.url, playground !== undefined, environment.host, log);
}

/** Loaded only where it is wanted. */
async function playgroundFor({ publicUrl }: Environment, desk: DeskConfig, log: Log): Promise<Playground> {
  const { aPlayground } = await import('../playground/playground.ts');
  return aPlayground({ desk, log, ...(publicUrl ? { publicUrl } : {}) });
}

function slackFor(
  { slack, teams }: Environment,
  playground: Playground | undefined,
  ports: AdapterPorts,
  log: Log,
): ChatAdapter[] {
  const options = playground?.slack ?? slack;
  if (!options && teams) return [];
  if (!options)
    leave(
      'No platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID; or PLAYGROUND=1 to try the desk.',
    );
  return [
    slackAdapter({
      ...{ ...options, ...ports, log, retry: { stopMs: 3_000 } },
      reaction: () => ports.config().reaction,
      countsBots: () => ports.config().outages?.countBots ?? false,
    }),
  ];
}

/** Loaded only where it is wanted. */
async function teamsFor(
  environment: Environment,
  playground: Playground | undefined,
  log: Log,
): Promise<((ports: AdapterPorts) => ChatAdapter) | undefined> {
  const { teams, dataDir } = environment;
  const options = playground ? settingsIn(playground) : teams;
  if (!options) return undefined;
  const { teamsAdapter } = await import('../adapters/teams/adapter.ts');
  const publicUrl = environment.publicUrl ?? (playground ? `http://localhost:${environment.port}` : undefined);
  const serviceUrlFile = join(dataDir, playground ? 'playground-service-urls.json' : 'teams-service-urls.json');
  if (playground) introduce(playground, serviceUrlFile);
  return (ports) =>
    teamsAdapter({
      ...options,
      ...ports,
      log,
      now: () => systemClock.now(),
      serviceUrlFile,
      ...(playground ? {} : { postedFile: join(dataDir, 'teams-posted.jsonl') }),
      ...(publicUrl ? { fileLinks: { folder: join(dataDir, 'teams-files'), publicUrl: () => publicUrl } } : {}),
      reaction: () => ports.config().reaction,
      retry: { stopMs: 3_000 },
    });
}

/** The tenant says what it would write into the desk's environment. */
function settingsIn({ tenant }: Playground): Environment['teams'] {
  const read = readEnvironment({ ...tenant.environment });
  return 'environment' in read ? read.environment.teams : undefined;
}

/** The made-up teams have had the app all along: the desk finds their channels before anybody speaks to it. */
function introduce({ tenant }: Playground, serviceUrlFile: string): void {
  rmSync(serviceUrlFile, { force: true });
  const entrance = { url: tenant.serviceUrl, isVerified: true };
  for (const { id } of tenant.teams) {
    // Each learns one: more would be written a moment later, when the adapter has read the file.
    const urls = new ServiceUrls(serviceUrlFile);
    urls.learn({ tenant: tenant.identity.tenantId, conversation: id, team: id }, entrance);
  }
}

function greet(url: string, isPlayground: boolean, host: string, log: Log): void {
  log.info({ url }, 'the desk is ready');
  if (!isPlayground) return;
  if (!isLoopback(host))
    log.warn(
      { host },
      'THE PLAYGROUND LETS ANYONE BE ANYONE, AND IT ANSWERS BEYOND THIS MACHINE. Unset HOST or set PLAYGROUND=0.',
    );
  process.stdout.write(`\n  Deskhand's playground: ${url.replace('127.0.0.1', 'localhost')}\n\n`);
}

function leave(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

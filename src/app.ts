import type { Express } from 'express';
import type { Router } from '../flows/router.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import { type Clock, systemClock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import type { OpenaiEnvironment } from './config/environment.ts';
import type { AdminAttention, Trouble } from './delivery/admin-attention.ts';
import type { Desk } from './desk.ts';
import type { Metrics, PlatformCall } from './http/metrics.ts';
import { lookAtTriage } from './jobs/look-at-triage.ts';
import { remindOfStaleArticles } from './jobs/remind-of-stale-articles.ts';
import { ringAlarms } from './jobs/ring-alarms.ts';
import type { Scheduler } from './jobs/scheduler.ts';
import { sendDigests } from './jobs/send-digests.ts';
import { sweepDeliveries } from './jobs/sweep-deliveries.ts';
import { sweepInbox } from './jobs/sweep-inbox.ts';
import { sweepTranslations } from './jobs/sweep-translations.ts';
import { Ticker } from './jobs/ticker.ts';
import { Journal } from './journal.ts';
import { knowledgeWatches } from './knowledge-watches.ts';
import type { Log } from './log.ts';
import type { Connection } from './store/connection.ts';
import { startEmbedded } from './store/embedded/start-embedded.ts';

/** What an adapter tells the desk apart from events. */
export interface AdapterPorts {
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onCall: (call: PlatformCall) => void;
  /** desk.yaml as it is now. */
  readonly config: () => DeskConfig;
}

export interface AppOptions {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: the embedded store in `dataDir`. */
  readonly mongodbUri?: string;
  /** Where browsers reach the desk. A desk with pages of its own is reached where it listens. */
  readonly publicUrl?: string;
  /** Absent: there is no model. */
  readonly openai?: OpenaiEnvironment;
  /** For all that is done about one answer of a model; a few seconds when left out. */
  readonly modelDeadlineMs?: number;
  /** Beside it lies the folder of articles; without it there is none. */
  readonly deskFile?: string;
  readonly config: DeskConfig;
  readonly log: Log;
  readonly clock?: Clock;
  readonly adapters: (ports: AdapterPorts) => readonly ChatAdapter[];
  /** Pages of the HTTP server, which may want to know what happens. */
  readonly pages?: (app: Express, journal: Journal) => void;
}

export interface App {
  readonly url: string;
  readonly desk: Desk;
  readonly router: Router;
  /** Another desk.yaml from now on. */
  readonly reconfigure: (config: DeskConfig) => void;
  /** Connects to the platforms and begins to take events. Comes back when the desk is ready. */
  start(): Promise<void>;
  /** Takes no more, finishes what is in hand, sends what is owed, closes the store. May be called again. */
  stop(): Promise<void>;
}

/** Builds every part once and puts them together; the only place that knows them all. */
export async function createApp(options: AppOptions): Promise<App> {
  const { log, clock = systemClock } = options;
  let config = options.config;
  const journal = new Journal();
  const { embedded, connection, models, parts } = await openStore(options);
  let attention: AdminAttention | undefined;
  let metrics: Metrics | undefined;
  const adapters = options.adapters({
    onTrouble: (trouble) => attention?.tell(trouble),
    onCall: (call) => metrics?.called(call),
    config: () => config,
  });
  const { desk, stores, thinker, digestSender, ringer, forecaster, morning, answerTeller, handovers, modelIdle } =
    await parts.buildDesk({
      ...{ connection, models, adapters, clock, journal, log, openai: options.openai },
      modelDeadlineMs: options.modelDeadlineMs,
      config: () => config,
      publicUrl: () => options.publicUrl ?? (options.pages ? http.url.replace('127.0.0.1', 'localhost') : undefined),
    });
  const router = new parts.Router(desk, stores.inbox);
  attention = new parts.AdminAttention(desk);
  metrics = new parts.Metrics(journal, () => stores.inbox.pending());
  let scheduler: Scheduler | undefined;
  let isStarted = false;
  const http = new parts.HttpServer({
    host: options.host,
    port: options.port,
    log,
    routes: adapters.flatMap(({ routes }) => routes),
    isReady: async () => isStarted && (await answers(connection)),
    metrics: () => metrics.text(),
    pages: (app: Express) => {
      parts.secretRoutes(app, desk);
      options.pages?.(app, journal);
    },
  });
  await http.listen();

  const ticker = new Ticker(
    [
      { name: 'alarms', run: () => ringer.sweep() },
      { name: 'morning', run: () => morning.sweep() },
      { name: 'handovers', run: () => handovers.sweep() },
      { name: 'digests', run: () => digestSender.sweep() },
      { name: 'answers', run: () => answerTeller.sweep() },
      ...knowledgeWatches(desk, options.deskFile, attention),
      { name: 'triage', run: () => desk.triage.keepUp() },
      { name: 'outages', run: () => desk.outages.sweep() },
      { name: 'secrets', run: () => desk.secrets.teller.sweep() },
    ],
    log,
  );
  const catchUp = () =>
    void forecaster
      .catchUp()
      .catch((error: unknown) => log.error({ err: error }, 'due times could not be reckoned anew'));
  const start = async () => {
    if (embedded)
      await Promise.all([
        stores.inbox.disown(clock.now()),
        stores.deliveries.disown(),
        stores.digests.disown(clock.now()),
      ]);
    await Promise.all(adapters.map((adapter) => adapter.start((turn) => router.deliver(turn))));
    isStarted = true;
    await router.inbox.sweep();
    const { Scheduler } = await import('./jobs/scheduler.ts');
    const jobDesk = { ...desk, inbox: router.inbox, digestSender, ringer };
    scheduler = new Scheduler(connection, jobDesk, [
      sweepInbox,
      sweepDeliveries,
      ringAlarms,
      sendDigests,
      lookAtTriage,
      sweepTranslations,
      remindOfStaleArticles,
    ]);
    // What is due does not wait until all that an earlier life owes is sent.
    ticker.start();
    catchUp();
    await Promise.all([scheduler.start(), desk.courier.sweep()]);
    void visitPlaces(desk, attention);
  };
  let starting: Promise<void> | undefined;
  const stop = async () => {
    await within(2_000, Promise.resolve(starting?.catch(() => undefined)));
    isStarted = false;
    desk.help.translator.stop();
    await within(5_000, Promise.all([http.stop(), scheduler?.stop(), ticker.stop(), forecaster.stop()]));
    await within(4_000, router.inbox.stop());
    thinker.stop();
    const sent = desk.courier.stop();
    await within(5_000, sent);
    // What still waits for its turn at the platform's pace is let go now: it stays owed, and the next start sends it.
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await within(2_000, sent);
    await within(2_000, modelIdle());
    await connection.close();
    await embedded?.stop();
  };
  let stopping: Promise<void> | undefined;
  return {
    url: http.url,
    desk,
    router,
    reconfigure: (next) => {
      config = next;
      catchUp();
      void visitPlaces(desk, attention);
    },
    start: () => {
      starting ??= start();
      return starting;
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function openStore({ mongodbUri, dataDir, log }: AppOptions) {
  const [embedded, parts] = await Promise.all([
    mongodbUri ? undefined : startEmbedded({ dataDir, log: (line) => log.warn({}, line) }),
    loadParts(),
  ]);
  const connection = await parts.connect(mongodbUri ?? embedded?.uri ?? '');
  const models = parts.defineModels(connection);
  await parts.createIndexes(models);
  return { embedded, connection, models, parts };
}

/**
 * Everything else that the desk is made of, read from disk while the embedded store starts in its own thread. One after
 * the other: nearly all of it is shared, and jest loses modules that two graphs share while both are being loaded.
 */
async function loadParts() {
  const { connect } = await import('./store/connection.ts');
  const { createIndexes, defineModels } = await import('./store/models.ts');
  const { buildDesk } = await import('./build-desk.ts');
  const { Router } = await import('../flows/router.ts');
  const { AdminAttention } = await import('./delivery/admin-attention.ts');
  const { HttpServer } = await import('./http/http-server.ts');
  const { Metrics } = await import('./http/metrics.ts');
  const { secretRoutes } = await import('./http/secret-routes.ts');
  return { connect, createIndexes, defineModels, buildDesk, Router, AdminAttention, HttpServer, Metrics, secretRoutes };
}

/** Waits for work, but no longer than that. */
async function within(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

async function answers(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 });
    return true;
  } catch {
    return false;
  }
}

/** What desk.yaml names and nobody can find is told at the start, not when the first ticket is lost. */
async function visitPlaces(desk: Desk, attention: AdminAttention): Promise<void> {
  try {
    for (const what of await desk.places.visitAll()) {
      const advice = `desk.yaml names ${what}, which the desk cannot find. Check the name, and invite the desk if it is private.`;
      attention.tell({ code: 'place_not_found', what, advice });
    }
  } catch (error) {
    desk.log.warn({ err: error }, 'the places of desk.yaml could not be looked up');
  }
}

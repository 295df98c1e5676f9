import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Job, JobDesk } from './job.ts';

/** Whatever holds the driver's database: mongoose's connection. */
export interface HasDatabase {
  readonly db?: unknown;
}

type Database = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

/** A job whose process died is taken over after so long. Agenda also keeps a timer of half of it after each run. */
const lockLifetimeMs = 6_000;

/** Runs the recurring jobs; several processes on one database share them. */
export class Scheduler {
  readonly #agenda: Agenda;
  readonly #jobs: readonly Job[];

  constructor(connection: HasDatabase, desk: JobDesk, jobs: readonly Job[]) {
    const mongo = connection.db as Database;
    this.#agenda = new Agenda({ backend: new MongoBackend({ mongo, collection: 'jobs' }), processEvery: '5 seconds' });
    // Agenda goes on by itself; without a listener an error would end the process.
    this.#agenda.on('error', (error: unknown) =>
      desk.log.error({ err: error }, 'the jobs cannot be run at the moment'),
    );
    this.#jobs = jobs;
    for (const job of jobs) {
      this.#agenda.define(job.name, (run) => keepingItsLock(run, () => runOnce(job, desk)), {
        lockLifetime: lockLifetimeMs,
      });
    }
  }

  async start(): Promise<void> {
    await this.#agenda.start();
    for (const { name, every } of this.#jobs) await this.#agenda.every(every, name);
  }

  /** Waits for jobs in hand. */
  async stop(): Promise<void> {
    await this.#agenda.drain();
    await this.#agenda.stop();
  }
}

async function runOnce(job: Job, desk: JobDesk): Promise<void> {
  try {
    await job.run(desk, desk.clock.now());
  } catch (error) {
    desk.log.error({ err: error, job: job.name }, 'a job failed and runs again at its next time');
  }
}

/** However long it takes, no other process begins the same meanwhile. */
async function keepingItsLock(run: { touch(): Promise<void> }, work: () => Promise<void>): Promise<void> {
  const beat = setInterval(() => void run.touch().catch(() => undefined), lockLifetimeMs / 3);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

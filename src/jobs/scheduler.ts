import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Job, JobDesk } from './job.ts';

/** Whatever holds the driver's database: mongoose's connection. */
export interface HasDatabase {
  readonly db?: unknown;
}

type Database = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

/** Runs the recurring jobs; several processes on one database share them. */
export class Scheduler {
  readonly #agenda: Agenda;
  readonly #jobs: readonly Job[];

  constructor(connection: HasDatabase, desk: JobDesk, jobs: readonly Job[]) {
    const mongo = connection.db as Database;
    this.#agenda = new Agenda({ backend: new MongoBackend({ mongo, collection: 'jobs' }), processEvery: '5 seconds' });
    this.#jobs = jobs;
    for (const job of jobs) {
      this.#agenda.define(job.name, async () => {
        try {
          await job.run(desk, desk.clock.now());
        } catch (error) {
          desk.log.error({ err: error, job: job.name }, 'a job failed and runs again at its next time');
        }
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

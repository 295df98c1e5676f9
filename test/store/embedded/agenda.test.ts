import { MongoBackend } from '@agendajs/mongo-backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agenda } from 'agenda';
import { anEmbeddedStore, type TestStore } from './an-embedded-store.ts';

describe('agenda on the embedded store', () => {
  let store: TestStore;
  const agendas: Agenda[] = [];
  beforeAll(async () => {
    store = await anEmbeddedStore();
  });
  afterAll(async () => {
    for (const agenda of agendas) await agenda.stop();
    await store.stop();
  });

  async function anAgenda(run: (what: unknown) => void): Promise<Agenda> {
    const agenda = new Agenda({ backend: new MongoBackend({ mongo: store.client.db() }), processEvery: 20 });
    agendas.push(agenda);
    // agenda keeps a timer for as long as a lock lives, also when the job is done.
    agenda.define('digest', async (job) => run(job.attrs.data), { lockLifetime: 5_000 });
    await agenda.start();
    return agenda;
  }

  it('runs every job once, however many processes share them', async () => {
    const runs: unknown[] = [];
    const count = 20;
    const allRan = new Promise<void>((resolve) => {
      const run = (what: unknown) => {
        runs.push(what);
        if (runs.length >= count) resolve();
      };
      void Promise.all([anAgenda(run), anAgenda(run)]).then(([first]) =>
        Promise.all(Array.from({ length: count }, (_, n) => first.now('digest', { n }))),
      );
    });

    await allRan;
    for (const agenda of agendas) await agenda.drain();

    expect(runs).toHaveLength(count);
    expect(new Set(runs.map((data) => JSON.stringify(data))).size).toBe(count);
  });

  it('keeps one recurring job, however often it is asked for', async () => {
    const agenda = new Agenda({ backend: new MongoBackend({ mongo: store.client.db() }) });
    await agenda.ready;
    await agenda.every('1 hour', 'digest', { hourly: true });
    await agenda.every('1 hour', 'digest', { hourly: true });

    const jobs = await store.client.db().collection('agendaJobs').find({ type: 'single' }).toArray();
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.nextRunAt).toBeInstanceOf(Date);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConversationQueue, Queues } from '../../../adapters/teams/queue.ts';
import { currentEvent, underEvent } from '../../../src/log.ts';

const job = (done: string[], name: string, how: { isPrompt?: boolean; key?: string } = {}) => ({
  isPrompt: how.isPrompt ?? false,
  key: how.key ?? name,
  run: async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(name);
    return name;
  },
});

describe('the queue of a conversation', () => {
  it('does one thing after the other, the prompt first, and gives each its result', async () => {
    const queue = new ConversationQueue();
    const done: string[] = [];

    const results = await Promise.all([
      queue.add(job(done, 'running')),
      queue.add(job(done, 'normal')),
      queue.add(job(done, 'prompt', { isPrompt: true })),
    ]);

    expect(done).toEqual(['running', 'prompt', 'normal']);
    expect(results).toEqual(['running', 'normal', 'prompt']);
    expect(queue.isIdle).toBe(true);
  });

  it('keeps the order under each key, whatever is prompt', async () => {
    const arbitraryJob = fc.record({ key: fc.constantFrom('t1', 't2', 't3'), isPrompt: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryJob, { maxLength: 30 }), async (jobs) => {
        const queue = new ConversationQueue();
        const done: string[] = [];

        await Promise.all(jobs.map(({ key, isPrompt }, at) => queue.add(job(done, `${key} ${at}`, { key, isPrompt }))));

        for (const key of ['t1', 't2', 't3']) {
          const wanted = jobs.flatMap((each, at) => (each.key === key ? [`${key} ${at}`] : []));
          expect(done.filter((name) => name.startsWith(key))).toEqual(wanted);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes on after a failure', async () => {
    const queue = new ConversationQueue();
    const done: string[] = [];
    const failing = queue.add({ ...job(done, 'x'), run: async () => Promise.reject(new Error('no')) });

    await expect(failing).rejects.toThrow('no');
    await queue.add(job(done, 'after'));

    expect(done).toEqual(['after']);
  });

  it('remembers which event asked for what', async () => {
    const queue = new ConversationQueue();
    const seen: (string | undefined)[] = [];
    const look = { isPrompt: false, key: 'k', run: async () => seen.push(currentEvent()) };

    await Promise.all([
      underEvent('teams:1', () => queue.add(look)),
      underEvent('teams:2', () => queue.add(look)),
      queue.add(look),
    ]);

    expect(seen).toEqual(['teams:1', 'teams:2', undefined]);
  });

  it('gives up what still waits when it has to stop', async () => {
    const queues = new Queues();
    let release = (): void => {};
    const running = queues.of('a').add({
      isPrompt: false,
      key: 'k',
      run: () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    });
    const waiting = queues.of('a').add(job([], 'late'));
    const halt = new AbortController();

    const drained = queues.drain(halt.signal);
    halt.abort();
    release();

    await expect(waiting).rejects.toMatchObject({
      platformCode: 'stopping',
      isPermanent: false,
      mayHaveArrived: false,
    });
    await running;
    await drained;
  });
});

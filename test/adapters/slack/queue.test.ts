import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ChannelQueue } from '../../../adapters/slack/queue.ts';
import { currentEvent, underEvent } from '../../../src/log.ts';

const job = (done: string[], name: string, how: { isPrompt?: boolean; key?: string } = {}) => ({
  isPrompt: how.isPrompt ?? false,
  key: how.key ?? name,
  isPost: false,
  run: async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(name);
    return name;
  },
});

describe('the queue of a channel', () => {
  it('does one thing after the other, and gives each its result', async () => {
    const queue = new ChannelQueue(1000);
    const done: string[] = [];

    const results = await Promise.all(['a', 'b', 'c'].map((name) => queue.add(job(done, name))));

    expect(done).toEqual(['a', 'b', 'c']);
    expect(results).toEqual(['a', 'b', 'c']);
    expect(queue.isIdle).toBe(true);
  });

  it('lets the prompt go first', async () => {
    const queue = new ChannelQueue(1000);
    const done: string[] = [];

    await Promise.all([
      queue.add(job(done, 'running')),
      queue.add(job(done, 'normal')),
      queue.add(job(done, 'prompt', { isPrompt: true })),
    ]);

    expect(done).toEqual(['running', 'prompt', 'normal']);
  });

  it('keeps the order of each message and thread, whatever is prompt', async () => {
    const arbitraryJob = fc.record({ key: fc.constantFrom('t1', 't2', 't3'), isPrompt: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryJob, { maxLength: 30 }), async (jobs) => {
        const queue = new ChannelQueue(1000);
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
    const queue = new ChannelQueue(1000);
    const done: string[] = [];
    const failing = queue.add({ ...job(done, 'x'), run: async () => Promise.reject(new Error('no')) });

    await expect(failing).rejects.toThrow('no');
    await queue.add(job(done, 'after'));

    expect(done).toEqual(['after']);
  });

  it('lets a burst of new messages through and then so many a second', async () => {
    const queue = new ChannelQueue(20, 5);
    const startedAt = performance.now();

    await Promise.all(Array.from({ length: 9 }, (_, at) => queue.add({ ...job([], `${at}`), isPost: true })));

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(4 * 50 - 5);
  });

  it('remembers which event asked for what', async () => {
    const queue = new ChannelQueue(1000);
    const seen: (string | undefined)[] = [];
    const look = { isPrompt: false, key: 'k', isPost: false, run: async () => seen.push(currentEvent()) };

    await Promise.all([
      underEvent('slack:Ev1', () => queue.add(look)),
      underEvent('slack:Ev2', () => queue.add(look)),
      queue.add(look),
    ]);

    expect(seen).toEqual(['slack:Ev1', 'slack:Ev2', undefined]);
  });

  it('gives up what still waits when it has to stop', async () => {
    const queue = new ChannelQueue(0.001, 1);
    const post = { ...job([], 'post'), isPost: true };
    await queue.add(post);
    const waiting = queue.add(post);
    await new Promise((resolve) => setImmediate(resolve));
    const halt = new AbortController();

    const drained = queue.drain(halt.signal);
    halt.abort();

    await expect(waiting).rejects.toMatchObject({
      platformCode: 'stopping',
      isPermanent: false,
      mayHaveArrived: false,
    });
    await drained;
  });
});

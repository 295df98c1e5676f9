import { describe, expect, it } from '@jest/globals';
import type { BudgetConfig } from '../../../src/config/assistant-config.ts';
import type { Matter } from '../../../src/triage/assistant.ts';
import { costOf, shareSpent } from '../../../src/triage/model/budget.ts';
import { days } from '../../kit/fake-clock.ts';
import { aModel } from './a-model.ts';

const dana: Matter = { person: 'dana', isConfidential: false, ticket: 'INC-7' };
const max: Matter = { person: 'max', isConfidential: false };
const words = 'nobody can use the VPN tunnel since this morning';
const day = '2026-03-02';

const withBudget = (budget: BudgetConfig, prices = {}) => aModel({ assistant: { budget, prices, currency: 'EUR' } });

/** What one call for these words costs. */
async function tokensOfOne(): Promise<number> {
  const { assistant, store, idle } = await aModel();
  await assistant.triage(words, dana);
  await idle();
  return store.of({ day }).tokens;
}

describe("a day's budget", () => {
  it('is told at 80 %, is spent at 100 %, and begins anew the next day of the desk', async () => {
    const one = await tokensOfOne();
    const { assistant, news, clock, idle, emulator } = await withBudget({ tokensPerDay: one * 5 });
    const ask = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        await assistant.triage(words, dana);
        await idle();
      }
    };

    await ask(3);
    expect(news).toEqual([]);
    await ask(1);
    expect(news).toEqual([`nearly ${day}`]);
    await ask(1);
    expect(news).toEqual([`nearly ${day}`, `spent ${day}`]);
    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'local', fellBack: 'budget' });
    await ask(3);
    expect(emulator.requests).toHaveLength(5);
    expect(news).toHaveLength(2);

    clock.advance(days(1));
    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'openai' });
  });

  it('counts in the time zone of the desk', async () => {
    const { assistant, store, clock, idle } = await aModel();
    clock.advance(14.5 * 3_600_000); // 23:30 in UTC, half past midnight in Berlin

    await assistant.triage(words, dana);
    await idle();

    expect(store.of({ day: '2026-03-03' }).tokens).toBeGreaterThan(0);
    expect(store.of({ day }).tokens).toBe(0);
  });

  it('has a share for each person, which others do not feel', async () => {
    const { assistant, news, idle } = await withBudget({ tokensPerPersonPerDay: 1 });

    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'openai' });
    await idle();
    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'local', fellBack: 'budget' });
    expect(await assistant.triage(words, max)).toMatchObject({ by: 'openai' });
    expect(news).toEqual([`personSpent ${day}`]);
  });

  it('leaves nothing set aside for a call that the share of a person refuses', async () => {
    const { assistant, store, idle } = await withBudget({ tokensPerPersonPerDay: 1 });
    await assistant.triage(words, dana);
    await idle();
    const before = store.of({ day });

    await assistant.triage(words, dana);
    await idle();

    expect(store.of({ day })).toEqual(before);
  });

  it('may be money, where the model has a price', async () => {
    const prices = { 'small-one': { input: 1000, output: 1000 } };
    const { assistant, store, records, idle } = await withBudget({ moneyPerDay: 0.05 }, prices);

    await assistant.triage(words, dana);
    await idle();

    const { tokens, micros } = store.of({ day });
    expect(micros).toBe(tokens * 1000);
    expect(records[0]).toMatchObject({ micros, currency: 'EUR' });
    expect(await assistant.triage(words, dana)).toMatchObject({ fellBack: 'budget' });
  });

  it('of money is never begun without a price, and the admins learn why', async () => {
    const { assistant, news, emulator } = await withBudget({ moneyPerDay: 5 }, { another: { input: 1, output: 1 } });

    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'local', fellBack: 'budget' });
    expect(news).toEqual([`noPrice ${day}`]);
    expect(emulator.requests).toEqual([]);
  });

  it('of no money at all is spent from the start', async () => {
    const { assistant, emulator } = await withBudget({ moneyPerDay: 0 }, { 'small-one': { input: 1, output: 1 } });

    expect(await assistant.triage(words, dana)).toMatchObject({ fellBack: 'budget' });
    expect(emulator.requests).toEqual([]);
  });

  it('reckons with millionths, rounded up', () => {
    const prices = { m: { input: 0.4, output: 1.6 } };

    expect(costOf({ input: 1_000_000, output: 500_000 }, 'm', prices)).toBe(1_200_000);
    expect(costOf({ input: 1, output: 0 }, 'm', prices)).toBe(1);
    expect(costOf({ input: 1, output: 0 }, 'toString', prices)).toBeUndefined();
    expect(shareSpent({ tokens: 50, micros: 90 }, { tokens: 100, micros: 100 })).toBe(0.9);
    expect(shareSpent({ tokens: 50, micros: 90 }, {})).toBe(0);
  });
});

describe('the record of a call', () => {
  it('names model, purpose, tokens, time and outcome, and whose it was; never what was said', async () => {
    const { assistant, records, clock, idle } = await aModel();

    await assistant.triage(words, dana);
    await idle();

    expect(records).toEqual([
      {
        ...{ id: '0', at: clock.now(), day, model: 'small-one', purpose: 'triage', outcome: 'ok', currency: 'USD' },
        ...{ inputTokens: expect.any(Number), outputTokens: expect.any(Number), latencyMs: expect.any(Number) },
        ...{ person: 'dana', ticket: 'INC-7', expiresAt: new Date(clock.now().getTime() + days(90)) },
      },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/tunnel|morning/);
  });

  it('is written for each attempt, with how it went', async () => {
    const { assistant, emulator, records, idle } = await aModel();
    emulator.fail('errorOnce');

    await assistant.triage(words, dana);
    await idle();

    expect(records.map(({ outcome }) => outcome)).toEqual(['error', 'ok']);
    expect(records[0]).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  it('counts what a server had read that answered too late, and gives back the rest', async () => {
    const { assistant, emulator, records, store, idle } = await aModel({ deadlineMs: 200 });
    emulator.fail('slow');

    await assistant.triage(words, dana);
    await idle();

    expect(records).toMatchObject([{ outcome: 'timeout', outputTokens: 0 }]);
    expect(store.of({ day }).tokens).toBe(records[0]?.inputTokens);
  });

  it('guesses where a server does not count', async () => {
    const { assistant, emulator, records, idle } = await aModel();
    emulator.fail('noCount');

    await assistant.triage(words, dana);
    await idle();

    expect(records[0]?.inputTokens).toBeGreaterThan(100);
    expect(records[0]?.outputTokens).toBeGreaterThan(10);
  });
});

describe('vectors', () => {
  it('come in batches, in the order of the texts, counted as any call', async () => {
    const { embedder, emulator, records, idle } = await aModel();
    const texts = Array.from({ length: 130 }, (_, at) => `text number ${at} about printers`);

    const vectors = await embedder.embed(texts, { isConfidential: false });
    await idle();

    expect(vectors).toHaveLength(130);
    expect(vectors?.[77]).toEqual((await embedder.embed([texts[77] ?? ''], { isConfidential: false }))?.[0]);
    expect(emulator.requests).toHaveLength(4);
    expect(records.slice(0, 3)).toMatchObject(
      Array(3).fill({ purpose: 'embeddings', model: 'vectors', outcome: 'ok' }),
    );
  });

  it.each(['error', 'reset', 'brokenBody', 'denied'] as const)('are none when the server fails: %s', async (fault) => {
    const { embedder, emulator } = await aModel();
    emulator.fail(fault);

    expect(await embedder.embed(['one', 'two'], { isConfidential: false })).toBeUndefined();
  });
});

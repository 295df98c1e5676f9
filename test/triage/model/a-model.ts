import { afterEach } from '@jest/globals';
import { OpenaiEmulator } from '../../../playground/openai/openai-emulator.ts';
import type { AssistantConfig } from '../../../src/config/assistant-config.ts';
import type { DeskConfig } from '../../../src/config/desk-config.ts';
import { silentLog } from '../../../src/log.ts';
import { maskAll } from '../../../src/secrets/masking.ts';
import { Ladder } from '../../../src/triage/ladder.ts';
import { LocalAssistant } from '../../../src/triage/local-assistant.ts';
import { LocalTriage } from '../../../src/triage/local-triage.ts';
import { Breaker } from '../../../src/triage/model/breaker.ts';
import type { BudgetStore, Purse, SpendingLimit, Spent } from '../../../src/triage/model/budget.ts';
import type { CallRecord } from '../../../src/triage/model/call-record.ts';
import { CallRecorder } from '../../../src/triage/model/call-recorder.ts';
import { ModelEmbedder } from '../../../src/triage/model/embedder.ts';
import { ModelCalls } from '../../../src/triage/model/model-calls.ts';
import { type Examples, ModelForm } from '../../../src/triage/model/model-form.ts';
import { OpenaiClient } from '../../../src/triage/model/openai-client.ts';
import { SameLanguage } from '../../../src/triage/model/same-language.ts';
import { Spending } from '../../../src/triage/model/spending.ts';
import { aConfig } from '../../kit/a-config.ts';
import { FakeClock } from '../../kit/fake-clock.ts';

export interface ModelFacts {
  readonly assistant?: Partial<AssistantConfig>;
  readonly config?: Partial<DeskConfig>;
  readonly examples?: Examples;
  /** How long a test waits for a server that does not answer. */
  readonly deadlineMs?: number;
  readonly baseUrl?: (emulator: OpenaiEmulator) => string;
}

/** The real client, ladder and rules, over HTTP to the emulated server; counts and records in memory. */
export async function aModel(facts: ModelFacts = {}) {
  const emulator = await OpenaiEmulator.start();
  running.push(emulator);
  const clock = new FakeClock();
  const records: CallRecord[] = [];
  const news: string[] = [];
  const usual = aConfig(facts.config);
  const config = { ...usual, assistant: { ...usual.assistant, ...facts.assistant } };
  const read = () => config;
  const client = new OpenaiClient({ apiKey: 'a-key', baseUrl: facts.baseUrl?.(emulator) ?? emulator.url });
  const recorder = new CallRecorder({
    store: { add: async (record) => void records.push(record) },
    ...{ config: read, clock, log: silentLog, newId: () => `${records.length}` },
    onRefused: (status) => void news.push(`refused ${status}`),
  });
  const store = new MemoryBudget();
  const spending = new Spending({ store, config: read, clock, onNews: (one, day) => void news.push(`${one} ${day}`) });
  const mask = (texts: readonly string[]) => maskAll(texts, config.masking);
  const { examples = async () => [], deadlineMs = 15_000 } = facts;
  const own = { client, mask, config: read, spending, recorder, deadlineMs };
  const calls = new ModelCalls({ ...own, model: 'small-one', breaker: new Breaker(clock) });
  const form = new ModelForm({ calls, config: read, examples, language: new SameLanguage(), log: silentLog });
  const local = new LocalAssistant(new LocalTriage(read));
  return {
    ...{ emulator, clock, records, news, store, config, calls },
    assistant: new Ladder(local, form),
    embedder: new ModelEmbedder({
      ...own,
      ...{ questionMs: deadlineMs, articlesMs: deadlineMs },
      calls,
      local,
      model: 'vectors',
    }),
    /** Everything is written down. */
    idle: () => recorder.idle(),
    /** What was sent, as text. */
    sent: () => emulator.requests.map(({ body }) => body).join('\n'),
  };
}

const running: OpenaiEmulator[] = [];
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.stop();
});

/** Counts as the database does. */
export class MemoryBudget implements BudgetStore {
  readonly purses = new Map<string, Spent>();
  readonly #told = new Set<string>();

  async reserve(purse: Purse, amount: Spent, limit: SpendingLimit): Promise<boolean> {
    const spent = this.of(purse);
    if (spent.tokens >= (limit.tokens ?? Number.POSITIVE_INFINITY)) return false;
    if (spent.micros >= (limit.micros ?? Number.POSITIVE_INFINITY)) return false;
    await this.settle(purse, amount);
    return true;
  }

  async settle(purse: Purse, { tokens, micros }: Spent): Promise<Spent> {
    const before = this.of(purse);
    const after = { tokens: before.tokens + tokens, micros: before.micros + micros };
    this.purses.set(nameOf(purse), after);
    return after;
  }

  async mayTell(day: string, what: string): Promise<boolean> {
    const key = `${day} ${what}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }

  of(purse: Purse): Spent {
    return this.purses.get(nameOf(purse)) ?? { tokens: 0, micros: 0 };
  }
}

function nameOf({ day, person = '' }: Purse): string {
  return `${day} ${person}`;
}

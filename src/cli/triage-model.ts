import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { OpenaiEnvironment } from '../config/environment.ts';
import { silentLog } from '../log.ts';
import { maskAll } from '../secrets/masking.ts';
import type { JudgedItem } from '../triage/backtest.ts';
import { Breaker } from '../triage/model/breaker.ts';
import type { BudgetStore } from '../triage/model/budget.ts';
import type { CallRecord } from '../triage/model/call-record.ts';
import { CallRecorder } from '../triage/model/call-recorder.ts';
import { ModelCalls } from '../triage/model/model-calls.ts';
import { ModelForm } from '../triage/model/model-form.ts';
import { OpenaiClient } from '../triage/model/openai-client.ts';
import { SameLanguage } from '../triage/model/same-language.ts';
import { Spending } from '../triage/model/spending.ts';

export interface ModelOutcome {
  readonly outcome: readonly JudgedItem[];
  /** One for each call, with what it cost. */
  readonly calls: readonly CallRecord[];
}

const deadlineMs = 20_000;
const callsAtOnce = 4;

/** A backtest is asked for by hand: it counts to nobody's budget, and says itself what it cost. */
const unlimited: BudgetStore = {
  reserve: async () => true,
  settle: async () => ({ tokens: 0, micros: 0 }),
  mayTell: async () => false,
};

/** Lets the model of the environment judge what has been judged on this machine. Its answers are paid for. */
export async function judgedByModel(
  items: readonly JudgedItem[],
  { config, openai, clock }: { readonly config: DeskConfig; readonly openai: OpenaiEnvironment; readonly clock: Clock },
): Promise<ModelOutcome> {
  const calls: CallRecord[] = [];
  const desk = () => config;
  const recorder = new CallRecorder({
    ...{ config: desk, clock, log: silentLog, newId: randomUUID, onRefused: () => {} },
    store: { add: async (record) => void calls.push(record) },
  });
  const form = new ModelForm({
    calls: new ModelCalls({
      ...{ client: new OpenaiClient(openai), model: openai.model, config: desk, recorder, deadlineMs },
      mask: (texts) => maskAll(texts, config.masking),
      spending: new Spending({ store: unlimited, config: desk, clock, onNews: () => {} }),
      breaker: new Breaker(clock),
    }),
    ...{ config: desk, examples: async () => [], language: new SameLanguage(), log: silentLog },
  });
  const queue = new PQueue({ concurrency: callsAtOnce });
  const outcome = await queue.addAll(
    items.map(({ item, result }) => async (): Promise<JudgedItem> => {
      const heard = await form.triage(item.text, result, { isConfidential: false });
      return { item, result: heard && 'value' in heard ? heard.value : { ...result, ...heard } };
    }),
  );
  await recorder.idle();
  return { outcome, calls };
}

/** What the calls cost, for the end of a report. */
export function costLines(calls: readonly CallRecord[]): readonly string[] {
  const sum = (of: (call: CallRecord) => number) => calls.reduce((total, call) => total + of(call), 0);
  const priced = calls.filter(({ micros }) => micros !== undefined);
  const money = (sum(({ micros = 0 }) => micros) / 1e6).toFixed(4);
  const currency = calls[0]?.currency ?? '';
  const failed = calls.filter(({ outcome }) => outcome !== 'ok');
  const why = [...new Set(failed.map(({ outcome }) => outcome))].map(
    (outcome) => `${outcome} ${failed.filter((call) => call.outcome === outcome).length}`,
  );
  return [
    `Cost: ${priced.length === calls.length ? `${money} ${currency}` : 'unknown, desk.yaml names no price of this model'}. ` +
      `${calls.length} calls, ${sum(({ inputTokens }) => inputTokens)} tokens in, ${sum(({ outputTokens }) => outputTokens)} out.`,
    ...(why.length > 0 ? [`The model did not deliver, and this machine spoke: ${why.join(', ')}.`] : []),
  ];
}

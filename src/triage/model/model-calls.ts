import type { z } from 'zod';
import type { ModelPurpose } from '../../config/assistant-config.ts';
import type { DeskConfig } from '../../config/desk-config.ts';
import type { FallBack, Matter } from '../assistant.ts';
import type { Breaker } from './breaker.ts';
import type { CallOutcome } from './call-record.ts';
import type { CallRecorder } from './call-recorder.ts';
import { Deadline } from './deadline.ts';
import { isKeptPrivate } from './is-kept-private.ts';
import { jsonIn } from './json-in.ts';
import { type Mask, maskedData } from './masked-data.ts';
import { type ModelClient, ModelFault, type Usage } from './model-client.ts';
import { jsonSchemaOf, type ModelTask } from './model-task.ts';
import { instructionsFor } from './prompts/instructions.ts';
import type { Spending } from './spending.ts';
import { tokensIn, tokensInAtMost } from './token-guess.ts';

export interface ModelCallsParts {
  readonly client: ModelClient;
  readonly model: string;
  readonly config: () => DeskConfig;
  readonly mask: Mask;
  readonly spending: Spending;
  readonly breaker: Breaker;
  readonly recorder: CallRecorder;
  /** For one answer with all that it takes, the retry too. */
  readonly deadlineMs: number;
}

/** What came of asking a model; undefined when nobody was to be asked. */
export type Heard<Value> = { readonly value: Value } | { readonly fellBack: FallBack } | undefined;

/** What one attempt gave. */
export interface Attempt<Value> {
  readonly heard: NonNullable<Heard<Value>>;
  readonly outcome: CallOutcome;
  readonly usage: Usage;
  /** The server gave no answer at all. */
  readonly fault?: ModelFault;
}

/** A call as the gate sees it. */
export interface Call<Value> {
  readonly purpose: ModelPurpose;
  readonly model: string;
  readonly matter: Matter;
  /** What it costs at most. */
  readonly most: Usage;
  readonly deadlineMs: number;
  /** @throws ModelFault */
  readonly attempt: (signal: AbortSignal) => Promise<Attempt<Value>>;
}

const unused: Usage = { input: 0, output: 0 };
const shortPauseMs = 150;
/** A retry that has no more time than that would only cost. */
const leastForRetryMs = 100;

/** The one way to a model: whoever asks passes what desk.yaml allows, the budget, the breaker and the deadline, and is recorded. */
export class ModelCalls {
  readonly #parts: ModelCallsParts;

  constructor(parts: ModelCallsParts) {
    this.#parts = parts;
  }

  async ask<S extends z.ZodType, R>(task: ModelTask<S, R>, matter: Matter): Promise<Heard<R>> {
    const { model, deadlineMs, config, mask, client } = this.#parts;
    const { purpose, name, maxTokens } = task;
    const instructions = instructionsFor(config().desk.name, task.instructions);
    const schema = { name, shape: jsonSchemaOf(task.shape) };
    const attempt = async (signal: AbortSignal): Promise<Attempt<R>> => {
      const { data, unmask } = maskedData(task.data, mask);
      const request = { model, instructions, data: JSON.stringify(data), schema, maxTokens };
      const { text, ending, usage } = await client.complete(request, signal);
      const used = usage ?? { input: tokensIn(instructions, request.data), output: tokensIn(text) };
      if (ending === 'refused') return fell('refusal', used);
      const found = ending === 'cut' ? undefined : jsonIn(text);
      const answer = found === undefined ? undefined : task.shape.safeParse(unmask(found));
      const reading = answer?.success ? await task.read(answer.data) : undefined;
      if (!reading) return fell('malformed', used);
      return { heard: { value: reading.value }, outcome: reading.isUnsupported ? 'unsupported' : 'ok', usage: used };
    };
    const input = tokensInAtMost(instructions, JSON.stringify(task.data), JSON.stringify(schema));
    return this.make({ purpose, model, matter, most: { input, output: maxTokens }, deadlineMs, attempt });
  }

  async make<Value>(call: Call<Value>): Promise<Heard<Value>> {
    const { isEnabled, uses } = this.#parts.config().assistant;
    if (!isEnabled || !uses[call.purpose]) return undefined;
    const deadline = new Deadline(call.deadlineMs);
    const work = this.#make(call, deadline);
    // What is late is still counted, though nobody waits for it any more.
    this.#parts.recorder.follow(work.then(() => undefined));
    try {
      return await deadline.before(work, { fellBack: 'timeout' });
    } finally {
      if (!deadline.signal.aborted) deadline.stop();
    }
  }

  /** Whether models are asked for this at all. */
  isUsed(purpose: ModelPurpose): boolean {
    const { isEnabled, uses } = this.#parts.config().assistant;
    return isEnabled && uses[purpose];
  }

  async #make<Value>(call: Call<Value>, deadline: Deadline): Promise<Heard<Value>> {
    const { config, spending, breaker, recorder } = this.#parts;
    const notSent = (outcome: CallOutcome, fellBack: FallBack) => {
      recorder.note(call, outcome, unused, 0);
      return { fellBack };
    };
    if (isKeptPrivate(call.matter, config())) return notSent('private', 'private');
    const reservation = await spending.reserve(call.model, call.most, call.matter).catch((error: unknown) => {
      recorder.failed(error, 'the budget could not be read');
      return 'unknown' as const;
    });
    if (reservation === 'unknown') return { fellBack: 'error' };
    if (!reservation) return notSent('budget', 'budget');
    const left = breaker.closedFor();
    if (left) {
      recorder.follow(reservation.settle(unused));
      return notSent('paused', left);
    }
    const { heard, usage } = await this.#attempts(call, deadline);
    recorder.follow(reservation.settle(usage));
    return heard;
  }

  /** One attempt, and another when the first failed in a way that passes and there is time. */
  async #attempts<Value>(call: Call<Value>, deadline: Deadline): Promise<Attempt<Value>> {
    const first = await this.#attempt(call, deadline);
    if (!first.fault) return first;
    const pauseMs = Math.max(shortPauseMs, first.fault.retryAfterMs ?? 0);
    const isRetried = first.fault.isPassing && (await deadline.wait(pauseMs)) && deadline.leftMs > leastForRetryMs;
    const last = isRetried ? await this.#attempt(call, deadline) : first;
    if (last.fault) this.#left(last.fault);
    return last;
  }

  /** A server that refuses at once costs nobody's time: the next call may be one that it takes. */
  #left({ reason, status, isPassing, retryAfterMs }: ModelFault): void {
    const isSilent = reason === 'timeout' || (isPassing && status === undefined);
    if (isSilent || isPassing) this.#parts.breaker.failed({ reason, isSilent, retryAfterMs });
  }

  async #attempt<Value>(call: Call<Value>, { signal }: Deadline): Promise<Attempt<Value>> {
    const { breaker, recorder } = this.#parts;
    const begin = performance.now();
    const note = (attempt: Attempt<Value>) => {
      recorder.note(call, attempt.outcome, attempt.usage, performance.now() - begin);
      return attempt;
    };
    try {
      const attempt = note(await call.attempt(signal));
      breaker.succeeded();
      return attempt;
    } catch (error) {
      const fault = error instanceof ModelFault ? error : new ModelFault({ reason: 'error' });
      if (fault !== error) recorder.failed(error, 'a model could not be asked');
      recorder.refused(fault);
      // What a server had read before the time was over may have to be paid for.
      const usage = fault.reason === 'timeout' ? { input: call.most.input, output: 0 } : unused;
      return note({ ...fell(fault.reason, usage), fault });
    }
  }
}

function fell(fellBack: FallBack, usage: Usage) {
  return { heard: { fellBack }, outcome: fellBack, usage };
}

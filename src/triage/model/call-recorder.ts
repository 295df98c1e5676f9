import type { Clock } from '../../clock.ts';
import type { DeskConfig } from '../../config/desk-config.ts';
import type { Log } from '../../log.ts';
import { dayIn } from '../../tickets/ticket-service.ts';
import { costOf } from './budget.ts';
import type { CallOutcome, CallRecord, CallStore } from './call-record.ts';
import type { Call } from './model-calls.ts';
import type { ModelFault, Usage } from './model-client.ts';

export interface CallRecorderParts {
  readonly store: CallStore;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** The server would not take the key, or does not know the model. */
  readonly onRefused: (status: number) => void;
}

/** Keeps what calls cost and how they went, behind the back of who waits for an answer. */
export class CallRecorder {
  readonly #parts: CallRecorderParts;
  readonly #writing = new Set<Promise<void>>();

  constructor(parts: CallRecorderParts) {
    this.#parts = parts;
  }

  note(call: Omit<Call<unknown>, 'attempt'>, outcome: CallOutcome, usage: Usage, latencyMs: number): void {
    this.follow(this.#parts.store.add(this.#record(call, outcome, usage, latencyMs)));
  }

  /** Only an admin can put right what a server says with these. */
  refused({ status }: ModelFault): void {
    if (status === 401 || status === 403 || status === 404) this.#parts.onRefused(status);
  }

  failed(error: unknown, line: string): void {
    this.#parts.log.error({ err: error }, line);
  }

  /** Lets a write go on by itself; nobody waits for it and nothing fails with it. */
  follow(write: Promise<void>): void {
    const followed: Promise<void> = write
      .catch((error: unknown) => this.failed(error, 'what a model cost could not be written down'))
      .finally(() => this.#writing.delete(followed));
    this.#writing.add(followed);
  }

  /** Resolves when all is written. */
  async idle(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing);
  }

  #record(
    { model, purpose, matter }: Omit<Call<unknown>, 'attempt'>,
    outcome: CallOutcome,
    usage: Usage,
    latencyMs: number,
  ): CallRecord {
    const { config, clock, newId } = this.#parts;
    const { desk, assistant } = config();
    const at = clock.now();
    const micros = costOf(usage, model, assistant.prices);
    // What is confidential is counted, not named.
    const { person, ticket } = matter.isConfidential ? {} : matter;
    return {
      ...{ id: newId(), at, day: dayIn(desk.timeZone, at), model, purpose, outcome },
      ...{ inputTokens: usage.input, outputTokens: usage.output, latencyMs: Math.round(latencyMs) },
      ...(micros === undefined ? {} : { micros }),
      ...{ currency: assistant.currency, expiresAt: new Date(at.getTime() + assistant.keepCallsMs) },
      ...(person === undefined ? {} : { person }),
      ...(ticket === undefined ? {} : { ticket }),
    };
  }
}

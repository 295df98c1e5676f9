import type { ModelPurpose } from '../../config/assistant-config.ts';
import type { FallBack } from '../assistant.ts';

/**
 * `unsupported`: it answered, and its passages do not carry that; `paused`: the server was left alone after it had failed
 * again and again. With `budget`, `private` and `paused` nothing was sent.
 */
export type CallOutcome = 'ok' | 'unsupported' | 'paused' | FallBack;

/** A call of a model, as it is kept: what it cost and how it went, never what was said. */
export interface CallRecord {
  readonly id: string;
  readonly at: Date;
  /** `YYYY-MM-DD` in the desk's zone. */
  readonly day: string;
  readonly model: string;
  readonly purpose: ModelPurpose;
  readonly outcome: CallOutcome;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Money in millionths of {@link currency}; absent when the model has no price. */
  readonly micros?: number;
  readonly currency: string;
  readonly latencyMs: number;
  readonly person?: string;
  readonly ticket?: string;
  /** It is forgotten then. */
  readonly expiresAt: Date;
}

export interface CallStore {
  add(record: CallRecord): Promise<void>;
}

/** A model's server, as the desk speaks with it. */
export interface ModelClient {
  /** @throws ModelFault when the server gives no answer that can be read */
  complete(request: CompletionRequest, signal: AbortSignal): Promise<Completion>;
  /** @returns a vector for each text, in their order @throws ModelFault */
  embed(request: EmbeddingRequest, signal: AbortSignal): Promise<Embeddings>;
}

export interface CompletionRequest {
  readonly model: string;
  /** The desk's own words. */
  readonly instructions: string;
  /** JSON: the words of others. */
  readonly data: string;
  readonly schema: { readonly name: string; readonly shape: Readonly<Record<string, unknown>> };
  readonly maxTokens: number;
}

export interface Completion {
  readonly text: string;
  /** `cut`: it was too long; `refused`: the model would not. */
  readonly ending: 'whole' | 'cut' | 'refused';
  /** Absent when the server does not count. */
  readonly usage?: Usage;
}

export interface EmbeddingRequest {
  readonly model: string;
  readonly texts: readonly string[];
}

export interface Embeddings {
  readonly vectors: readonly (readonly number[])[];
  readonly usage?: Usage;
}

/** Tokens. */
export interface Usage {
  readonly input: number;
  readonly output: number;
}

interface FaultFacts {
  readonly reason: 'timeout' | 'error' | 'malformed';
  /** The same may go well in a moment. */
  readonly isPassing?: boolean;
  /** The server asks for so much patience. */
  readonly retryAfterMs?: number;
  /** HTTP. */
  readonly status?: number;
}

/** The server did not answer as it should. Its message holds nobody's words. */
export class ModelFault extends Error {
  readonly reason: FaultFacts['reason'];
  readonly isPassing: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor({ reason, isPassing = false, retryAfterMs, status }: FaultFacts) {
    super(`the model's server: ${reason}${status === undefined ? '' : ` (${status})`}`);
    this.name = 'ModelFault';
    this.reason = reason;
    this.isPassing = isPassing;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}

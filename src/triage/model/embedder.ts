import type { Embedder } from '../../knowledge/embedder.ts';
import type { Assistant, Matter } from '../assistant.ts';
import type { Mask } from './masked-data.ts';
import type { Attempt, ModelCalls } from './model-calls.ts';
import type { ModelClient } from './model-client.ts';
import { tokensIn, tokensInAtMost } from './token-guess.ts';
import { withService } from './with-service.ts';

export interface ModelEmbedderParts {
  readonly calls: ModelCalls;
  readonly client: ModelClient;
  readonly model: string;
  readonly mask: Mask;
  /** Tells what a question is about. */
  readonly local: Pick<Assistant, 'triage'>;
  /** For a question, whose asker waits for an answer beside it. */
  readonly questionMs: number;
  /** For texts that nobody waits for. */
  readonly articlesMs: number;
}

const mostInBatch = 64;
/** About what models read of a text. */
const longestText = 8000;

/** Vectors by a model, within the same bounds as its words. */
export class ModelEmbedder implements Embedder {
  readonly #parts: ModelEmbedderParts;

  constructor(parts: ModelEmbedderParts) {
    this.#parts = parts;
  }

  get model(): string {
    return this.#parts.model;
  }

  async embed(texts: readonly string[], matter: Matter): Promise<readonly (readonly number[])[] | undefined> {
    const [question, ...others] = texts;
    // Somebody's question, and not the articles, which nobody asks.
    const isAsked = matter.person !== undefined && question !== undefined && others.length === 0;
    const about = isAsked ? await withService(matter, question, this.#parts.local) : matter;
    const vectors: (readonly number[])[] = [];
    for (let from = 0; from < texts.length; from += mostInBatch) {
      const batch = await this.#batch(texts.slice(from, from + mostInBatch), about, isAsked);
      if (!batch) return undefined;
      vectors.push(...batch);
    }
    return vectors;
  }

  async #batch(texts: readonly string[], matter: Matter, isAsked: boolean) {
    const { calls, client, model, mask, questionMs, articlesMs } = this.#parts;
    const cut = texts.map((text) => text.slice(0, longestText) || ' ');
    const attempt = async (signal: AbortSignal): Promise<Attempt<readonly (readonly number[])[]>> => {
      const masked = mask(cut).texts;
      const { vectors, usage } = await client.embed({ model, texts: masked }, signal);
      const used = usage ?? { input: tokensIn(...masked), output: 0 };
      return { heard: { value: vectors }, outcome: 'ok', usage: used };
    };
    const most = { input: tokensInAtMost(...cut), output: 0 };
    const deadlineMs = isAsked ? questionMs : articlesMs;
    const heard = await calls.make({ purpose: 'embeddings', model, matter, most, deadlineMs, attempt });
    return heard && 'value' in heard ? heard.value : undefined;
  }
}

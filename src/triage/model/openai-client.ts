import type { OpenAI } from 'openai';
import { z } from 'zod';
import { Dialect } from './dialect.ts';
import {
  type Completion,
  type CompletionRequest,
  type EmbeddingRequest,
  type Embeddings,
  type ModelClient,
  ModelFault,
  type Usage,
} from './model-client.ts';

export interface OpenaiServer {
  readonly apiKey: string;
  readonly baseUrl: string;
}

const usageShape = z
  .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative().default(0) })
  .nullish()
  .catch(undefined);

/** What is read of an answer; servers that are not OpenAI's leave much out. */
const completionShape = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    ],
    z.unknown(),
  ),
  usage: usageShape,
});

const embeddingsShape = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })),
  usage: usageShape,
});

/** Speaks with OpenAI, or with a server that speaks the same language. What it needs is loaded at the first call. */
export class OpenaiClient implements ModelClient {
  readonly #server: OpenaiServer;
  readonly #dialect: Dialect;
  #loading: Promise<OpenAI> | undefined;

  constructor(server: OpenaiServer) {
    this.#server = server;
    this.#dialect = new Dialect(server.baseUrl);
  }

  async complete(request: CompletionRequest, signal: AbortSignal): Promise<Completion> {
    for (;;) {
      const params = this.#dialect.params(request);
      try {
        const client = await this.#client();
        return toCompletion(await client.chat.completions.create(params, { signal }));
      } catch (error) {
        // A server that does not know a part of the question is asked in a simpler way, and so ever after.
        if (signal.aborted || !this.#dialect.unlearn(params, error)) throw toFault(error, signal);
      }
    }
  }

  async embed({ model, texts }: EmbeddingRequest, signal: AbortSignal): Promise<Embeddings> {
    try {
      const client = await this.#client();
      const params = { model, input: [...texts], encoding_format: 'float' as const };
      return toEmbeddings(await client.embeddings.create(params, { signal }), texts.length);
    } catch (error) {
      throw toFault(error, signal);
    }
  }

  #client(): Promise<OpenAI> {
    this.#loading ??= load(this.#server);
    return this.#loading;
  }
}

/** Its own retries are off, ours know how much time is left; its log is off, for it would show what people wrote. */
async function load({ apiKey, baseUrl }: OpenaiServer): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    ...{ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off', organization: null, project: null },
    adminAPIKey: null,
    // What was meant for one server goes to no other.
    fetchOptions: { redirect: 'error' },
  });
}

function toCompletion(response: unknown): Completion {
  const read = completionShape.safeParse(response);
  if (!read.success) throw new ModelFault({ reason: 'malformed' });
  const { choices, usage } = read.data;
  const { message, finish_reason } = choices[0];
  const isRefused = Boolean(message.refusal) || finish_reason === 'content_filter';
  return {
    text: message.content ?? '',
    ending: isRefused ? 'refused' : finish_reason === 'length' ? 'cut' : 'whole',
    ...usageOf(usage),
  };
}

function toEmbeddings(response: unknown, count: number): Embeddings {
  const read = embeddingsShape.safeParse(response);
  if (!read.success || read.data.data.length !== count) throw new ModelFault({ reason: 'malformed' });
  const vectors = read.data.data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
  if (vectors.some(({ length }) => length !== vectors[0]?.length)) throw new ModelFault({ reason: 'malformed' });
  return { vectors, ...usageOf(read.data.usage) };
}

function usageOf(usage: z.output<typeof usageShape>): { usage?: Usage } {
  return usage ? { usage: { input: usage.prompt_tokens, output: usage.completion_tokens } } : {};
}

const passing = [408, 409, 425, 429];

function toFault(error: unknown, signal: AbortSignal): ModelFault {
  if (error instanceof ModelFault) return error;
  if (signal.aborted) return new ModelFault({ reason: 'timeout' });
  const { name, status, headers } = facts.parse(error);
  if (name === 'SyntaxError') return new ModelFault({ reason: 'malformed' });
  if (status === undefined) return new ModelFault({ reason: 'error', isPassing: true });
  const isPassing = passing.includes(status) || status >= 500;
  const retryAfterMs = patience(headers);
  return new ModelFault({
    reason: 'error',
    isPassing,
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

const facts = z
  .object({
    name: z.string().catch(''),
    status: z.number().optional().catch(undefined),
    headers: z.instanceof(Headers).optional().catch(undefined),
  })
  .catch({ name: '', status: undefined, headers: undefined });

function patience(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

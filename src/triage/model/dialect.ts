import { z } from 'zod';
import type { CompletionRequest } from './model-client.ts';

/** How a server is asked to keep to a schema, the surest first. */
const formats = ['schema', 'json', 'words'] as const;

/** What is sent for one completion. */
export type CompletionParams = ReturnType<Dialect['params']>;

const refusal = z.object({
  status: z.union([z.literal(400), z.literal(404), z.literal(422), z.literal(501)]),
  message: z.string().catch(''),
});

/**
 * What a server understands of the language: learnt from what it refuses, for the life of the process. All of them know
 * messages; schemas, the names of limits and temperature differ.
 */
export class Dialect {
  #format: (typeof formats)[number] = 'schema';
  #limit: 'max_completion_tokens' | 'max_tokens';
  #hasTemperature = true;

  constructor(baseUrl: string) {
    this.#limit = new URL(baseUrl).hostname.endsWith('openai.com') ? 'max_completion_tokens' : 'max_tokens';
  }

  params({ model, instructions, data, schema, maxTokens }: CompletionRequest) {
    const inWords = `${instructions}\n\nThe JSON schema of "${schema.name}": ${JSON.stringify(schema.shape)}`;
    return {
      model,
      messages: [
        { role: 'system' as const, content: this.#format === 'schema' ? instructions : inWords },
        { role: 'user' as const, content: data },
      ],
      ...(this.#format === 'schema' ? { response_format: strictly(schema) } : {}),
      ...(this.#format === 'json' ? { response_format: { type: 'json_object' as const } } : {}),
      ...(this.#limit === 'max_tokens' ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens }),
      ...(this.#hasTemperature ? { temperature: 0 } : {}),
      stream: false as const,
    };
  }

  /** @returns whether there is another way to ask */
  unlearn(asked: CompletionParams, error: unknown): boolean {
    const read = refusal.safeParse(error);
    if (!read.success) return false;
    const { message } = read.data;
    if (/response_format|json_schema|json_object|schema|structured/i.test(message)) return this.#simpler(asked);
    if (/max_(?:completion_)?tokens/i.test(message)) return this.#otherLimit(asked);
    if (!/temperature/i.test(message) || asked.temperature === undefined) return false;
    this.#hasTemperature = false;
    return true;
  }

  /** Another call may have learnt it meanwhile; then it is only asked again. */
  #simpler({ response_format: format }: CompletionParams): boolean {
    const was = format === undefined ? 'words' : format.type === 'json_schema' ? 'schema' : 'json';
    const next = formats[formats.indexOf(was) + 1];
    if (next === undefined) return false;
    if (this.#format === was) this.#format = next;
    return true;
  }

  #otherLimit(asked: CompletionParams): boolean {
    const was = 'max_tokens' in asked ? 'max_tokens' : 'max_completion_tokens';
    if (this.#limit !== was || this.#hasSwapped) return this.#limit !== was;
    this.#limit = was === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    this.#hasSwapped = true;
    return true;
  }
  #hasSwapped = false;
}

function strictly({ name, shape }: CompletionRequest['schema']) {
  return { type: 'json_schema' as const, json_schema: { name, strict: true, schema: { ...shape } } };
}

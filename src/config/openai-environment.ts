import type { OpenaiEnvironment } from './environment.ts';
import type { EnvironmentReader } from './environment-reader.ts';

const others = ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL'] as const;

/** Small, quick and able to keep to a schema: docs/ai.md tells how to choose another. */
export const usualModel = 'gpt-4.1-mini';

/**
 * The model's section: undefined when it is empty, `faulty` when it is half filled; the reader holds the faults. The key
 * turns it on, also for servers that want none.
 */
export function readOpenai(read: EnvironmentReader): OpenaiEnvironment | 'faulty' | undefined {
  const before = read.faults.length;
  const apiKey = read.text('OPENAI_API_KEY');
  const baseUrl = read.url('OPENAI_BASE_URL');
  const model = read.text('OPENAI_MODEL');
  const embeddingModel = read.text('OPENAI_EMBEDDING_MODEL');
  if (apiKey === undefined) {
    const given = others.find((name) => read.text(name) !== undefined);
    if (given !== undefined)
      read.fault(
        'OPENAI_API_KEY',
        `It is missing, but ${given} is set.`,
        `Set the server's key; any word will do for a server that asks for none. To do without a model, leave ${given} empty, too.`,
      );
    return read.faults.length === before ? undefined : 'faulty';
  }
  if (read.faults.length > before) return 'faulty';
  return {
    apiKey,
    baseUrl: baseUrl ?? 'https://api.openai.com/v1',
    model: model ?? usualModel,
    ...(embeddingModel === undefined ? {} : { embeddingModel }),
  };
}

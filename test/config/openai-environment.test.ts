import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../src/config/read-environment.ts';

describe("the model's part of the environment", () => {
  it('is off without a key', () => {
    expect(readEnvironment({})).toMatchObject({
      environment: expect.not.objectContaining({ openai: expect.anything() }),
    });
  });

  it('is on with a key alone', () => {
    expect(readEnvironment({ OPENAI_API_KEY: 'k' })).toMatchObject({
      environment: { openai: { apiKey: 'k', baseUrl: 'https://api.openai.com/v1', model: 'gpt-4.1-mini' } },
    });
  });

  it('may be any server and model', () => {
    const openai = { apiKey: 'x', baseUrl: 'http://127.0.0.1:9/v1', model: 'own', embeddingModel: 'vectors' };

    expect(
      readEnvironment({
        OPENAI_API_KEY: 'x',
        OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
        OPENAI_MODEL: 'own',
        OPENAI_EMBEDDING_MODEL: 'vectors',
      }),
    ).toMatchObject({ environment: { openai } });
  });

  it.each(['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL'])('wants a key beside %s', (name) => {
    expect(readEnvironment({ [name]: 'http://127.0.0.1:9/v1' })).toMatchObject({
      faults: [{ where: 'OPENAI_API_KEY', problem: `It is missing, but ${name} is set.` }],
    });
  });

  it('refuses what is no address, and repeats no key', () => {
    const result = readEnvironment({ OPENAI_API_KEY: 'sk-hidden', OPENAI_BASE_URL: 'localhost' });

    expect(result).toMatchObject({ faults: [{ where: 'OPENAI_BASE_URL' }] });
    expect(JSON.stringify(result)).not.toContain('sk-hidden');
  });
});

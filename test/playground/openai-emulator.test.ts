import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OpenaiEmulator } from '../../playground/openai/openai-emulator.ts';

let emulator: OpenaiEmulator;
beforeEach(async () => {
  emulator = await OpenaiEmulator.start();
});
afterEach(() => emulator.stop());

const vectors = z.object({ data: z.array(z.object({ embedding: z.array(z.number()) })) });

const base = () => emulator.url.replace(/\/v1$/, '');
const post = (path: string, body: unknown, key = 'a-key') =>
  fetch(`${base()}${path}`, {
    method: 'POST',
    ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
    body: JSON.stringify(body),
  });
const words = (text: string) => ({
  model: 'own',
  messages: [
    { role: 'system', content: 'Task: translate. Translate into the language "de".' },
    { role: 'user', content: JSON.stringify({ text }) },
  ],
});

describe('a model in a box', () => {
  it('speaks the language of chat completions, and counts tokens', async () => {
    const response = await post('/v1/chat/completions', words('The printer is broken'));

    expect(await response.json()).toMatchObject({
      object: 'chat.completion',
      model: 'own',
      choices: [{ finish_reason: 'stop', message: { content: '{"translation":"Der Drucker ist kaputt"}' } }],
      usage: { prompt_tokens: expect.any(Number), completion_tokens: expect.any(Number) },
    });
  });

  it('gives texts of one sense vectors that lie close together', async () => {
    const response = await post('/v1/embeddings', {
      input: ['the notebook is slow', 'my laptop is sluggish', 'payroll'],
    });
    const { data } = vectors.parse(await response.json());
    const [one = [], like = [], other = []] = data.map(({ embedding }) => embedding);
    const near = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

    expect(near(one, like)).toBeGreaterThan(near(one, other) + 0.3);
  });

  it('lists its models, takes no call without a key, and knows no other routes', async () => {
    expect(await (await fetch(`${base()}/v1/models`)).json()).toMatchObject({ data: [{ id: 'emulated' }] });
    expect((await post('/v1/chat/completions', words('hi'), '')).status).toBe(401);
    expect((await post('/v1/pictures', {})).status).toBe(404);
  });

  it('fails as it is told: by a switch, by its address, by a word in the message', async () => {
    expect(await (await post('/faults', { fault: 'error', times: 1 })).json()).toEqual({ fault: 'error' });
    expect((await post('/v1/chat/completions', words('hi'))).status).toBe(500);
    expect((await post('/v1/chat/completions', words('hi'))).status).toBe(200);
    expect((await post('/faults/busy/v1/chat/completions', words('hi'))).headers.get('retry-after')).toBe('30');
    expect((await post('/v1/chat/completions', words('hi emulator:denied'))).status).toBe(401);
    expect((await post('/faults', { fault: 'nonsense' })).status).toBe(400);
  });

  it('keeps what it was sent, and says what should not have been in it', async () => {
    await post('/v1/chat/completions', words('write to dana@example.com'));

    expect(await (await fetch(`${base()}/requests`)).json()).toMatchObject([
      { path: '/v1/chat/completions', key: 'a-key', leaks: ['email'] },
    ]);
  });
});

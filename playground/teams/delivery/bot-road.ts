import { Agent, request } from 'undici';
import type { JsonObject } from '../../slack/json.ts';
import type { Attempt } from './delivery.ts';

/** Brings activities to the bot's messaging endpoint and waits as long as Teams does. */
export class BotRoad {
  readonly #url: string;
  readonly #timeoutMs: number;
  readonly #agent = new Agent();

  constructor(url: string, timeoutMs: number) {
    this.#url = url;
    this.#timeoutMs = timeoutMs;
  }

  /** @param token undefined sends none */
  async send(activity: JsonObject, token: string | undefined, at: Date): Promise<Attempt> {
    const began = performance.now();
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      const answer = await request(this.#url, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(activity),
        signal,
      });
      const body = await answer.body.text();
      return { at, status: answer.statusCode, ms: performance.now() - began, body };
    } catch {
      const failure = signal.aborted ? 'timeout' : 'connection failed';
      return { at, failure, ms: performance.now() - began, body: '' };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

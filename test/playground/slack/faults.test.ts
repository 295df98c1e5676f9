import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';
import { impatient } from './a-bolt-app.ts';

let slack: Awaited<ReturnType<typeof aSlackWorkspace>>;
let client: WebClient;
beforeEach(async () => {
  slack = await aSlackWorkspace();
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, ...impatient, rejectRateLimitedCalls: true });
});
afterEach(() => slack.stop());

const post = () => client.chat.postMessage({ channel: 'C0HELPIT', text: 'hi' });
const posted = () => slack.messages('#help-it').length;

describe('a fault', () => {
  it('of 429 says when to come again, in fractions of a second too', async () => {
    slack.faults.set({ method: 'chat.postMessage', next: 1, kind: '429', retryAfterSeconds: 0.25 });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '0.25']);
    await post();
    expect(posted()).toBe(1);
  });

  it('of 500 does nothing and says so', async () => {
    slack.faults.set({ next: 1, kind: '500' });
    await expect(post()).rejects.toThrow('500');
    expect(posted()).toBe(0);
  });

  it('can cut the connection before the call has had an effect, or after', async () => {
    slack.faults.set({ next: 1, kind: 'reset-before' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(posted()).toBe(0);
    slack.faults.set({ next: 1, kind: 'reset-after' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(posted()).toBe(1);
    expect(slack.calls.map(({ status }) => status)).toEqual(['reset', 'reset']);
  });

  it('can be slow, or be any refusal of Slack', async () => {
    slack.faults.set({ next: 1, kind: 'slow', ms: 30 });
    await post();
    expect(slack.calls[0]?.ms).toBeGreaterThanOrEqual(29);
    slack.faults.set({ method: /^chat\./, next: 1, kind: 'channel_not_found' });
    await expect(post()).rejects.toThrow('channel_not_found');
    expect(posted()).toBe(1);
  });

  it('must be one that Slack knows', () => {
    const set = (method: string) => () => slack.faults.set({ method, kind: 'hash_conflict' });
    expect(set('views.update')).not.toThrow();
    expect(set('chat.update')).toThrow('never answers chat.update with hash_conflict');
  });

  it('hits the methods it is meant for, until it is taken away', async () => {
    const stop = slack.faults.set({ method: 'auth.test', kind: 'fatal_error' });
    await post();
    await expect(client.auth.test()).rejects.toThrow('fatal_error');
    stop();
    await client.auth.test();
    slack.faults.set({ kind: 'fatal_error' });
    slack.faults.clear();
    await post();
  });

  it('at a rate hits about that share of calls, and the same ones for the same seed', async () => {
    const outcomes = async (faultSeed: number) => {
      const own = await aSlackWorkspace({ faultSeed });
      own.faults.set({ rate: 0.3, kind: 'fatal_error' });
      const caller = new WebClient(own.botToken, { slackApiUrl: own.apiUrl, ...impatient });
      for (let at = 0; at < 100; at += 1) await caller.api.test().catch(() => undefined);
      await own.stop();
      return own.calls.map(({ answer }) => answer.ok);
    };
    const [first, again, other] = [await outcomes(7), await outcomes(7), await outcomes(8)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    const hits = first.filter((ok) => ok === false).length;
    expect(hits).toBeGreaterThan(15);
    expect(hits).toBeLessThan(45);
  });
});

describe('the record of calls', () => {
  it('holds what was asked and answered, and for which event of the app', async () => {
    await fetch(`${slack.apiUrl}users.info?user=U0DANA`, {
      headers: { authorization: `Bearer ${slack.botToken}`, 'x-deskhand-event': 'Ev1' },
    });
    expect(slack.calls).toMatchObject([
      { method: 'users.info', args: { user: 'U0DANA' }, status: 200, answer: { ok: true }, event: 'Ev1' },
    ]);
  });
});

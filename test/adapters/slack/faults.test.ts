import { afterEach, describe, expect, it } from '@jest/globals';
import { slackAdapter } from '../../../adapters/slack/adapter.ts';
import type { Card } from '../../../src/chat/card.ts';
import { DeliveryError } from '../../../src/errors.ts';
import { silentLog } from '../../../src/log.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
afterEach(async () => {
  await desk.stop();
});

const say = (words: string, id = words): Card => ({ blocks: [{ kind: 'text', text: words }], mark: { id } });
const wordsIn = (channel: string, threadTs: string): string[] =>
  desk.slack
    .messages(channel, { threadTs })
    .slice(1)
    .map(({ text }) => text);

describe('a Slack that is not well', () => {
  it('gets everything once and in order within each thread, in the end', async () => {
    desk = await aConnectedDesk({ slack: { faultSeed: 42 } });
    const roots = await Promise.all(
      ['one', 'two', 'three'].map(async (word) => (await desk.slack.says('dana', 'help-it', word)).message.ts),
    );
    for (const kind of ['500', 'reset-before', 'reset-after'] as const) {
      desk.slack.faults.set({ method: /^chat\./, kind, rate: 0.15 });
    }
    desk.slack.faults.set({ method: /^chat\./, kind: '429', rate: 0.02, retryAfterSeconds: 1 });
    const wanted = Array.from({ length: 20 }, (_, at) => `message ${at}`);

    await Promise.all(
      roots.flatMap((ts) => {
        const place = `slack:${desk.slack.teamId}/C0HELPIT/${ts}`;
        return wanted.map((words, at) =>
          desk.adapter.post(place, say(words, `${ts} ${words}`), { urgency: at % 3 === 0 ? 'prompt' : 'normal' }),
        );
      }),
    );

    for (const ts of roots) expect(wordsIn('help-it', ts)).toEqual(wanted);
  }, 60_000);

  it('finds the message that it kept although the answer was lost', async () => {
    desk = await aConnectedDesk();
    desk.slack.faults.set({ method: 'chat.postMessage', kind: 'reset-after', next: 1 });

    const ref = await desk.adapter.post(`slack:${desk.slack.teamId}/C0HELPIT`, say('once'));

    expect(desk.slack.messages('help-it').map(({ text, ts }) => ({ text, ts }))).toEqual([
      { text: 'once', ts: ref.split('/').at(-1) },
    ]);
  });

  it('is looked at first when a post may have arrived in an earlier life', async () => {
    desk = await aConnectedDesk();
    const place = `slack:${desk.slack.teamId}/C0HELPIT`;
    const first = await desk.adapter.post(place, say('once', 'effect 7'));

    const again = await desk.adapter.post(place, say('once', 'effect 7'), { mayHaveArrived: true });
    const other = await desk.adapter.post(place, say('other', 'effect 8'), { mayHaveArrived: true });

    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(desk.slack.messages('help-it')).toHaveLength(2);
  });

  it('is given the time that it asks for', async () => {
    desk = await aConnectedDesk();
    desk.slack.faults.set({ method: 'chat.postMessage', kind: '429', next: 1, retryAfterSeconds: 1 });
    const startedAt = performance.now();

    await desk.adapter.post(`slack:${desk.slack.teamId}/C0HELPIT`, say('patience'));

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
    expect(desk.slack.messages('help-it')).toHaveLength(1);
  });

  it('fails a call in the end, and says that it may have arrived', async () => {
    desk = await aConnectedDesk({
      adapter: { retry: { firstMs: 1, longestMs: 5, withinMs: 60, timeoutMs: 500, stopMs: 500 } },
    });
    desk.slack.faults.set({ method: 'chat.postMessage', kind: '500' });

    const posted = desk.adapter.post(`slack:${desk.slack.teamId}/C0HELPIT`, say('lost'));

    await expect(posted).rejects.toMatchObject({ platformCode: 'http_500', isPermanent: false, mayHaveArrived: true });
    await expect(posted).rejects.toBeInstanceOf(DeliveryError);
    expect(desk.troubles).toEqual([]);
  });

  it.each([
    'is_archived',
    'channel_not_found',
    'restricted_action',
    'token_revoked',
    'account_inactive',
    'missing_scope',
  ] as const)('that says %s reaches the administrators once, with what to do', async (code) => {
    desk = await aConnectedDesk();
    desk.slack.faults.set({ method: 'chat.postMessage', kind: code });
    const place = `slack:${desk.slack.teamId}/C0HELPIT`;

    await expect(desk.adapter.post(place, say('a'))).rejects.toMatchObject({ platformCode: code, isPermanent: true });
    await expect(desk.adapter.post(place, say('b'))).rejects.toMatchObject({ platformCode: code, isPermanent: true });

    expect(desk.troubles).toHaveLength(1);
    expect(desk.troubles[0]).toMatchObject({ code, what: expect.stringContaining('C0HELPIT') });
    expect(desk.troubles[0]?.advice.length).toBeGreaterThan(20);
  });

  it('is told anew when it had worked in between', async () => {
    desk = await aConnectedDesk();
    const place = `slack:${desk.slack.teamId}/C0HELPIT`;
    desk.slack.faults.set({ method: 'chat.postMessage', kind: 'is_archived', next: 1 });
    await expect(desk.adapter.post(place, say('a'))).rejects.toThrow();
    await desk.adapter.post(place, say('b'));
    desk.slack.faults.set({ method: 'chat.postMessage', kind: 'is_archived', next: 1 });
    await expect(desk.adapter.post(place, say('c'))).rejects.toThrow();

    expect(desk.troubles.map(({ code }) => code)).toEqual(['is_archived', 'is_archived']);
  });
});

describe('starting while Slack is away', () => {
  it('goes on asking until Slack answers', async () => {
    desk = await aConnectedDesk({ faults: [{ method: 'auth.test', kind: '500', next: 3 }] });

    expect(desk.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(4);
  });

  it('fails clearly with a token that cannot work', async () => {
    desk = await aConnectedDesk();
    const wrong = slackAdapter({
      botToken: 'xoxb-wrong',
      signingSecret: 's',
      apiUrl: desk.slack.apiUrl,
      messagesPerSecond: 1,
      log: silentLog,
      onTrouble: () => {},
    });

    await expect(wrong.start(async () => {})).rejects.toThrow(/invalid_auth.*SLACK_BOT_TOKEN/);
    await wrong.stop();
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { slackAdapter } from '../../../adapters/slack/adapter.ts';
import type { Trouble } from '../../../adapters/slack/options.ts';
import { silentLog } from '../../../src/log.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let open: ConnectedDesk | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

/** A desk that Slack reaches over a socket only, and, with a secret, over HTTP too. */
async function overSocket(secret?: string): Promise<ConnectedDesk> {
  const appToken = 'xapp-1-of-the-tests';
  const doors = secret ? { appToken, signingSecret: secret } : { appToken };
  open = await aConnectedDesk({ slack: { appToken, ...(secret && { signingSecret: secret }) }, doors });
  return open;
}

describe('a desk in Socket Mode', () => {
  it('hears messages and clicks, and answers', async () => {
    const desk = await overSocket();
    desk.tell(async (turn) => {
      if (turn.event.kind === 'message') await turn.reply({ blocks: [{ kind: 'text', text: 'heard' }] });
    });

    const { message, deliveries } = await desk.slack.says('dana', desk.slack.dmOf('dana'), 'my VPN is down');

    expect(desk.adapter.routes).toEqual([]);
    expect(deliveries[0]?.last).toMatchObject({ via: 'socket', status: 200 });
    expect(desk.slack.messages(desk.slack.dmOf('dana'), { threadTs: message.ts })).toHaveLength(2);
  });

  it('acknowledges an event only after it was taken, so that Slack brings again what was not', async () => {
    const desk = await overSocket();
    let attempts = 0;
    desk.tell(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('the store is away');
    });

    await desk.slack.says('dana', desk.slack.dmOf('dana'), 'my VPN is down');
    await desk.slack.until(() => attempts === 2, { timeoutMs: 15_000 });

    expect(new Set(desk.events.map(({ id }) => id)).size).toBe(1);
  }, 20_000);

  it('connects anew when Slack asks for it', async () => {
    const desk = await overSocket();

    let opened = 0;
    desk.slack.on(({ kind }) => {
      if (kind === 'socket opened') opened += 1;
    });
    desk.slack.refreshSockets();
    await desk.slack.until(() => opened === 1, { timeoutMs: 15_000 });
    await desk.slack.says('dana', desk.slack.dmOf('dana'), 'still there?');
    await desk.slack.until(() => desk.events.length === 1, { timeoutMs: 15_000 });

    expect(desk.heard('message')).toMatchObject([{ text: 'still there?' }]);
  }, 40_000);

  it('connects anew when the line is cut and Slack is away for a while', async () => {
    const desk = await overSocket();
    let opened = 0;
    desk.slack.on(({ kind }) => {
      if (kind === 'socket opened') opened += 1;
    });
    desk.slack.faults.set({ method: 'apps.connections.open', kind: '500', next: 2 });

    desk.slack.cutSockets();
    await desk.slack.until(() => opened === 1, { timeoutMs: 15_000 });
    await desk.slack.says('dana', desk.slack.dmOf('dana'), 'back again');

    expect(desk.heard('message')).toMatchObject([{ text: 'back again' }]);
  }, 20_000);

  it('says what to do when the app token cannot work', async () => {
    const desk = await overSocket();
    const troubles: Trouble[] = [];
    const wrong = slackAdapter({
      botToken: desk.slack.botToken,
      appToken: 'xapp-wrong',
      apiUrl: desk.slack.apiUrl,
      messagesPerSecond: 1,
      log: silentLog,
      onTrouble: (trouble) => troubles.push(trouble),
    });

    await expect(wrong.start(async () => {})).rejects.toThrow(/SLACK_APP_TOKEN/);
    await wrong.stop();

    expect(troubles).toMatchObject([{ code: 'invalid_auth' }]);
  });

  it('still serves signed requests when it has a signing secret', async () => {
    const desk = await overSocket('a secret of the tests');

    expect(desk.adapter.routes).toMatchObject([{ method: 'post', path: '/slack/events' }]);
    expect((await fetch(desk.eventsUrl, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});

describe('a desk without any way in', () => {
  it('is refused', () => {
    const none = {
      botToken: 'xoxb',
      apiUrl: 'https://slack.com/api/',
      messagesPerSecond: 1,
      log: silentLog,
      onTrouble: () => {},
    };
    expect(() => slackAdapter(none)).toThrow(/signing secret/);
  });
});

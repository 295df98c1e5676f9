import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'undici';
import { aWorkspaceWithSocketApp } from './a-bolt-app.ts';

let world: Awaited<ReturnType<typeof aWorkspaceWithSocketApp>>;
beforeEach(async () => {
  world = await aWorkspaceWithSocketApp();
});
afterEach(() => world.close());

describe('an app in Socket Mode', () => {
  it('hears events and acknowledges them over the socket', async () => {
    const { slack, app } = world;
    app.message('VPN', async ({ message, say }) => {
      await say({ text: 'On it', thread_ts: message.ts });
    });
    const { message, deliveries } = await slack.says('dana', '#help-it', 'VPN is down');
    expect(deliveries[0]?.last).toMatchObject({ via: 'socket', status: 200 });
    await slack.until(() => slack.messages('#help-it', { threadTs: message.ts }).length === 2);
  });

  it('answers commands and modals in the acknowledgement', async () => {
    const { slack, app } = world;
    app.command('/desk', async ({ ack }) => ack({ text: 'Hello' }));
    app.shortcut('new_issue', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'new',
          title: { type: 'plain_text', text: 'New' },
          blocks: [{ type: 'divider' }],
        },
      });
    });
    app.view('new', async ({ ack }) => ack({ response_action: 'clear' }));
    await slack.slash('dana', '#general', '/desk');
    expect(slack.ephemerals('dana').map(({ text }) => text)).toEqual(['Hello']);
    await slack.shortcut('dana', 'new_issue');
    const view = await slack.until(() => slack.views('dana')[0]);
    expect(await slack.submits('dana', view)).toMatchObject({ errors: {} });
    expect(slack.views('dana')).toEqual([]);
  });

  it('comes again when Slack asks it to, and when the line breaks', async () => {
    const { slack } = world;
    slack.refreshSockets();
    await slack.until(() => slack.openSockets === 0);
    await slack.until(() => slack.openSockets === 1);
    slack.cutSockets();
    await slack.until(() => slack.openSockets === 0);
    await slack.until(() => slack.openSockets === 1);
    const { deliveries } = await slack.says('dana', '#help-it', 'still there?');
    expect(deliveries[0]).toMatchObject({ status: 200 });
  });

  it('carries long payloads whole', async () => {
    const { slack, app } = world;
    const heard: string[] = [];
    app.event('message', async ({ event }) => {
      heard.push('text' in event ? String(event.text) : '');
    });
    const text = 'ä🎫'.repeat(20_000);
    await slack.says('dana', '#help-it', text);
    expect(heard).toEqual([text]);
  });

  it('gets no socket without the ticket', async () => {
    const socket = new WebSocket(`${world.slack.apiUrl.replace('http', 'ws').replace('/api/', '')}/link/?ticket=x`);
    await new Promise((resolve) => socket.addEventListener('error', resolve));
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { type AppAnswer, aWorkspaceWithPlainApp, type Heard, signatureOf } from './an-app-of-ones-own.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function aWorkspace(...args: Parameters<typeof aWorkspaceWithPlainApp>) {
  const world = await aWorkspaceWithPlainApp(...args);
  stops.push(world.close);
  return world;
}

const retries = (heard: readonly Heard[]) =>
  heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

describe('a delivery', () => {
  it('is signed, and carries what an event of Slack carries', async () => {
    const { slack, heard } = await aWorkspace();
    const { message } = await slack.says('dana', '#help-it', 'hi');
    const [request] = heard;
    if (!request) throw new Error('nothing came');
    expect(request.headers['x-slack-signature']).toBe(signatureOf(request, slack.signingSecret));
    expect(request.payload).toMatchObject({
      type: 'event_callback',
      team_id: slack.teamId,
      api_app_id: slack.appId,
      authorizations: [{ team_id: slack.teamId, user_id: slack.botUserId, is_bot: true }],
      event: { type: 'message', channel: 'C0HELPIT', channel_type: 'channel', user: 'U0DANA', ts: message.ts },
    });
    expect(request.payload.event_id).toMatch(/^Ev/);
    expect(request.payload.event).toMatchObject({
      team: slack.teamId,
      client_msg_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section' }] }],
    });
  });

  it('of an event is tried again up to three times, with the same event id and the reason', async () => {
    const { slack, heard } = await aWorkspace({ retryDelaysMs: [0, 1, 1] }, () => ({ status: 500 }));
    const { deliveries } = await slack.says('dana', '#help-it', 'hi');
    await slack.until(() => deliveries[0]?.attempts.length === 4);
    expect(retries(heard)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(heard.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('is tried again after silence, until the app takes it', async () => {
    let requests = 0;
    const answer = (): AppAnswer | undefined => {
      requests += 1;
      return requests === 1 ? undefined : {};
    };
    const { slack, heard } = await aWorkspace({ retryDelaysMs: [0, 0, 0], timeoutMs: 100 }, answer);
    const { deliveries } = await slack.says('dana', '#help-it', 'hi');
    await slack.until(() => deliveries[0]?.isTaken);
    expect(retries(heard)).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
    ]);
    expect(deliveries[0]?.attempts.map(({ status, failure }) => [status, failure])).toEqual([
      [undefined, 'http_timeout'],
      [200, undefined],
    ]);
  });

  it('is tried again while the app is down, until it is back', async () => {
    const { slack, server, port } = await aWorkspace({ retryDelaysMs: [100, 100, 100] });
    await new Promise((resolve) => server.close(resolve));
    const { deliveries } = await slack.says('dana', '#help-it', 'hi');
    expect(deliveries[0]?.last).toMatchObject({ failure: 'connection_failed' });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await slack.until(() => deliveries[0]?.isTaken);
    expect(deliveries[0]?.last).toMatchObject({ status: 200, retryReason: 'connection_failed' });
  });

  it('is not tried again when the app says so', async () => {
    const headers = { 'x-slack-no-retry': '1' };
    const { slack, heard } = await aWorkspace({ retryDelaysMs: [0, 0, 0] }, ({ payload }) =>
      payload.event?.text === 'no' ? { status: 500, headers } : {},
    );
    const { deliveries } = await slack.says('dana', '#help-it', 'no');
    await slack.says('dana', '#help-it', 'another');
    expect(deliveries[0]?.attempts).toHaveLength(1);
    expect(heard).toHaveLength(2);
  });

  it('of a command or an interaction is tried once only', async () => {
    const { slack, heard } = await aWorkspace({ retryDelaysMs: [0, 0, 0] }, () => ({ status: 500 }));
    const command = await slack.slash('dana', '#help-it', '/desk', 'help');
    const shortcut = await slack.shortcut('dana', 'new_issue');
    expect([command.attempts.length, shortcut.attempts.length]).toEqual([1, 1]);
    expect(heard.map(({ payload }) => payload.command ?? payload.type)).toEqual(['/desk', 'shortcut']);
  });

  it('fails at once when nobody is connected', async () => {
    const { slack, close } = await aWorkspaceWithPlainApp();
    await close();
    const { deliveries } = await slack.says('dana', '#help-it', 'hi');
    expect(deliveries[0]?.last).toMatchObject({ failure: 'not_connected' });
  });
});

describe('held deliveries', () => {
  it('go out when they are released, in the order and as often as asked', async () => {
    const { slack, heard } = await aWorkspace();
    slack.hold();
    await slack.says('dana', '#help-it', 'one');
    await slack.says('dana', '#help-it', 'two');
    expect(heard).toEqual([]);
    expect(slack.held).toHaveLength(2);

    await slack.release((held) => [...held].reverse().flatMap((one) => [one, one]));

    expect(heard.map(({ payload }) => payload.event?.text)).toEqual(['two', 'two', 'one', 'one']);
    expect(retries(heard).map(([num]) => num)).toEqual([undefined, '1', undefined, '1']);
  });

  it('can be brought again later, as they were', async () => {
    const { slack, heard } = await aWorkspace();
    const { deliveries } = await slack.says('dana', '#help-it', 'one');
    for (const delivery of deliveries) await slack.redeliver(delivery);
    expect(heard[1]?.payload).toEqual(heard[0]?.payload);
  });
});

describe('an app that subscribed to some events', () => {
  it('hears of those only', async () => {
    const { slack, heard } = await aWorkspace({ events: ['message.im'] });
    await slack.says('dana', '#help-it', '<@BOT> hi');
    await slack.says('dana', slack.dmOf('dana'), 'psst');
    expect(heard.map(({ payload }) => payload.event?.text)).toEqual(['psst']);
  });
});

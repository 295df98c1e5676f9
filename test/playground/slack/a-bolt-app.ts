import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import bolt, { type Logger } from '@slack/bolt';
import { aSlackWorkspace, type SlackWorkspaceOptions } from '../../../playground/slack/workspace.ts';

const { App, ExpressReceiver, LogLevel, SocketModeReceiver } = bolt;

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** Settings of the SDK that let a test see each failure at once, in silence. */
export const impatient = { retryConfig: { retries: 0 }, logger: silent };

/** A workspace with a real Bolt app behind its request URL. `close` stops both. */
export async function aWorkspaceWithApp(options: SlackWorkspaceOptions = {}) {
  const slack = await aSlackWorkspace({ retryDelaysMs: [], ...options });
  const receiver = new ExpressReceiver({
    signingSecret: slack.signingSecret,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, ...impatient },
  });
  const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  const { port } = server.address() as AddressInfo;
  await slack.connect({ eventsUrl: `http://127.0.0.1:${port}/slack/events` });
  const close = async () => {
    server.closeAllConnections();
    await app.stop();
    await slack.stop();
  };
  return { slack, app, close, port };
}

/** A workspace with a real Bolt app in Socket Mode. */
export async function aWorkspaceWithSocketApp(options: SlackWorkspaceOptions = {}) {
  const slack = await aSlackWorkspace({ retryDelaysMs: [], ...options });
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    token: slack.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, ...impatient },
  });
  await app.start();
  const close = async () => {
    await app.stop();
    await slack.stop();
  };
  return { slack, app, close };
}

import type { AddressInfo } from 'node:net';
import bolt from '@slack/bolt';
import { signingSecret } from './load.ts';

/** The least that a Bolt app can do: acknowledge. */
const app = new bolt.App({ token: 'xoxb-bench', signingSecret, clientOptions: { slackApiUrl: process.argv[2] ?? '' } });
app.action(/./, async ({ ack }) => {
  await ack();
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
process.send?.({ url: `http://127.0.0.1:${(server as { address(): AddressInfo }).address().port}` });
process.on('message', (message: { stop?: boolean }) => {
  if (message.stop) process.exit(0);
});

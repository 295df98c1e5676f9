import bolt from '@slack/bolt';

/** The least that a Bolt app is: it listens for Slack, and acknowledges. */
const app = new bolt.App({
  token: 'xoxb-bench',
  signingSecret: 'bench-signing-secret',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});
app.action(/./, async ({ ack }) => {
  await ack();
});
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });

import { createHmac } from 'node:crypto';

/**
 * The two headers by which an app knows that a request is from Slack (docs.slack.dev, "Verifying requests from Slack").
 * @param seconds Unix time; apps refuse what is older than five minutes, so this is the machine's time, not a test's
 */
export function signatureHeaders(secret: string, body: string, seconds = Math.floor(Date.now() / 1000)) {
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` };
}

import type { SlackEnvironment } from './environment.ts';
import type { EnvironmentReader } from './environment-reader.ts';

const places = {
  SLACK_BOT_TOKEN:
    'It begins with xoxb- and stands on api.slack.com/apps → your app → OAuth & Permissions, as "Bot User OAuth Token", once the app is installed.',
  SLACK_SIGNING_SECRET:
    'It stands on api.slack.com/apps → your app → Basic Information → App Credentials, as "Signing Secret".',
  SLACK_APP_TOKEN:
    'It begins with xapp- and is made on api.slack.com/apps → your app → Basic Information → App-Level Tokens, with the scope connections:write.',
} as const;
type Secret = keyof typeof places;

/**
 * Slack's section: undefined when it is empty, `faulty` when it is half filled or wrong; the reader holds the faults.
 */
export function readSlack(read: EnvironmentReader): SlackEnvironment | 'faulty' | undefined {
  const before = read.faults.length;
  const botToken = read.text('SLACK_BOT_TOKEN');
  const signingSecret = read.text('SLACK_SIGNING_SECRET');
  const appToken = read.text('SLACK_APP_TOKEN');
  const apiUrl = read.url('SLACK_API_URL') ?? 'https://slack.com/api/';
  const messagesPerSecond = readRate(read);
  refuseMixedUp(read);
  if (botToken === undefined && signingSecret === undefined && appToken === undefined)
    return read.faults.length === before ? undefined : 'faulty';
  if (botToken === undefined) {
    const given = signingSecret === undefined ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    read.fault('SLACK_BOT_TOKEN', `It is missing, but ${given} is set.`, orNeither('SLACK_BOT_TOKEN'));
  } else if (signingSecret === undefined && appToken === undefined) {
    const problem = 'It is missing, but SLACK_BOT_TOKEN is set.';
    const advice = `${orNeither('SLACK_SIGNING_SECRET')} For Socket Mode set SLACK_APP_TOKEN instead: ${places.SLACK_APP_TOKEN}`;
    read.fault('SLACK_SIGNING_SECRET', problem, advice);
  }
  if (botToken === undefined || read.faults.length > before) return 'faulty';
  return {
    botToken,
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
    messagesPerSecond,
  };
}

function orNeither(name: Secret): string {
  return `${places[name]} To do without Slack, leave all three of ${Object.keys(places).join(', ')} empty.`;
}

/** Only what is surely in the wrong place is refused, so that the tokens of tests and of Slack's future pass. */
function refuseMixedUp(read: EnvironmentReader): void {
  const kinds = { 'xoxb-': 'a bot token', 'xapp-': 'an app-level token', 'xoxp-': "a user's token" } as const;
  const own: Record<Secret, string> = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: 'xapp-' };
  for (const name of Object.keys(places) as Secret[])
    for (const [prefix, kind] of Object.entries(kinds))
      if (read.text(name)?.startsWith(prefix) && own[name] !== prefix)
        read.fault(name, `This is ${kind} (${prefix}…), which belongs elsewhere.`, places[name]);
}

function readRate(read: EnvironmentReader): number {
  const text = read.text('SLACK_MESSAGES_PER_SECOND');
  if (text === undefined) return 1;
  const rate = Number(text);
  if (rate > 0 && rate <= 1000) return rate;
  read.fault(
    'SLACK_MESSAGES_PER_SECOND',
    `"${text}" is not a rate.`,
    'Write a number above 0, at most 1000. Slack itself allows about 1 message a second in a channel.',
  );
  return 1;
}

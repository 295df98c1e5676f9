import { DeliveryError } from '../../src/errors.ts';

/** What Slack's refusal means for whoever called. */
export type Refusal = 'permanent' | 'passing' | 'limited';

/** Sorts Slack's error codes: what only a person can put right, what passes, what is a matter of speed. */
export function refusalOf(code: string): Refusal {
  if (limited.has(code)) return 'limited';
  return passing.has(code) || /^http_5\d\d$/.test(code) ? 'passing' : 'permanent';
}

/** Whether no call can work any more until somebody changes the app's installation. */
export const concernsWholeApp = (code: string): boolean => brokenToken.has(code) || code === 'missing_scope';

/** Whether any call that works in a place shows that this trouble is over there. */
export const isOverOnceItWorks = (code: string): boolean => brokenToken.has(code) || closedChannel.has(code);

/** Whether an administrator can put it right; other permanent refusals are this program's own affair. */
export const needsSomebody = (code: string): boolean => Object.hasOwn(advices, code);

/** What to do about a refusal, for the operator. */
export function adviceFor(code: string, details: { readonly needed?: string } = {}): string {
  if (code === 'missing_scope' && details.needed) return `${advices.missing_scope} Missing: ${details.needed}.`;
  return (
    advices[code] ??
    'Look the code up at https://docs.slack.dev/reference/methods and check the app against docs/slack.md.'
  );
}

/** The failure as the rest of the desk knows it. Names the method and place, never what was said. */
export function deliveryError(
  code: string,
  what: string,
  facts: { readonly mayHaveArrived?: boolean; readonly needed?: string; readonly cause?: unknown } = {},
): DeliveryError {
  const isPermanent = refusalOf(code) === 'permanent' && !unanswered.has(code);
  const { needed } = facts;
  const advice = isPermanent ? adviceFor(code, needed ? { needed } : {}) : 'It is tried again later.';
  return new DeliveryError(code, `Slack: ${what} failed with ${code}. ${advice}`, {
    isPermanent,
    mayHaveArrived: facts.mayHaveArrived ?? false,
    isGone: code === 'message_not_found',
    cause: facts.cause,
  });
}

const limited = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded', 'too_many_requests']);

/** Codes of our own for what never got an answer. */
const unanswered = new Set(['no_answer', 'not_reached', 'stopping', 'bad_answer']);

/** Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors, common to all methods. */
const passing = new Set([
  ...unanswered,
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

const brokenToken = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
]);

const closedChannel = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);

const newToken =
  'Install the app again (Slack app settings, Install App) and put the new bot token into SLACK_BOT_TOKEN.';
const invite = 'Invite the bot into the channel with /invite, or name another channel in desk.yaml.';
const askAdmin = 'Ask a workspace admin to let the app post there (Slack: Settings, Permissions).';

const advices: Readonly<Record<string, string>> = {
  invalid_auth: `SLACK_BOT_TOKEN is not valid. ${newToken}`,
  not_authed: `SLACK_BOT_TOKEN is empty. ${newToken}`,
  account_inactive: `The app was removed from the workspace. ${newToken}`,
  token_revoked: `The bot token was revoked. ${newToken}`,
  token_expired: `The bot token has expired. ${newToken}`,
  org_login_required: 'The workspace moves into an Enterprise Grid. Wait, then install the app again.',
  missing_scope: 'Compare the app with adapters/slack/manifest.yaml, add the scope and install the app again.',
  not_allowed_token_type: 'SLACK_BOT_TOKEN must be a bot token (xoxb-).',
  channel_not_found: `The channel does not exist, or it is private and the bot is not in it. ${invite}`,
  not_in_channel: `The bot is not in the channel. ${invite}`,
  is_archived: 'The channel is archived. Unarchive it, or name another channel in desk.yaml.',
  restricted_action: `The workspace does not let the app post there. ${askAdmin}`,
  restricted_action_read_only_channel: `The channel is read-only. ${askAdmin}`,
  restricted_action_thread_only_channel: `The channel takes only answers in threads. ${askAdmin}`,
  restricted_action_thread_locked: 'The thread is locked. Unlock it, or go on in a new one.',
  restricted_action_non_threadable_channel: `The channel takes no threads. ${askAdmin}`,
  ekm_access_denied:
    'The workspace keeps its keys away from Slack at the moment (Enterprise Key Management). Ask its admins.',
  access_denied: askAdmin,
  accesslimited:
    'The workspace lets apps in only from certain networks. Add this one to the list of allowed IP addresses.',
  user_disabled: 'The person was deactivated in Slack.',
  cannot_dm_bot: 'Slack lets no bot write to a bot. Take it out of desk.yaml.',
  messages_tab_disabled: 'Switch the Messages Tab on (Slack app settings, App Home).',
  not_enabled: 'Switch the Home Tab on (Slack app settings, App Home).',
  storage_limit_reached: 'The workspace has no room for files any more. Delete some, or upgrade its plan.',
  file_uploads_disabled: 'The workspace allows no uploads. Ask a workspace admin.',
};

import { DeliveryError } from '../../src/errors.ts';

/** Whether an administrator can put it right; other permanent refusals are this program's own affair. */
export const needsSomebody = (code: string): boolean => Object.hasOwn(advices, code);

/** Whether it is told once for the whole app, and not once for each place. */
export const concernsWholeApp = (code: string): boolean => brokenCredentials.has(code) || notInstalled.has(code);

/** Whether any call that works in a place shows that this trouble is over there. */
export const isOverOnceItWorks = (code: string): boolean => brokenCredentials.has(code) || closedPlace.has(code);

/** Whether somebody cannot be written to because they do not have the app. */
export const isNotInstalled = (code: string): boolean => notInstalled.has(code);

/** What to do about a refusal, for the operator. */
export function adviceFor(code: string): string {
  return (
    advices[code] ??
    'Look the code up at https://learn.microsoft.com/microsoftteams/platform/bots/build-notification-capability#status-codes and check the app against docs/teams.md.'
  );
}

/** The failure as the rest of the desk knows it. Names the call and place, never what was said. */
export function deliveryError(
  code: string,
  what: string,
  facts: { readonly mayHaveArrived?: boolean; readonly cause?: unknown } = {},
): DeliveryError {
  const isPermanent = !isPassing(code);
  const advice = isPermanent ? adviceFor(code) : 'It is tried again later.';
  return new DeliveryError(code, `Teams: ${what} failed with ${code}. ${advice}`, {
    isPermanent,
    mayHaveArrived: facts.mayHaveArrived ?? false,
    isGone: code === 'ActivityNotFoundInConversation',
    cause: facts.cause,
  });
}

/** Codes of our own for what never got an answer, and statuses that pass. */
function isPassing(code: string): boolean {
  return unanswered.has(code) || /^http_(?:408|412|429|5\d\d)$/.test(code);
}

const unanswered = new Set(['no_answer', 'not_reached', 'stopping', 'bad_answer']);

const brokenCredentials = new Set([
  'Unauthorized',
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_scope',
]);

const notInstalled = new Set(['ForbiddenOperationException', 'MessageWritesBlocked', 'ConversationBlockedByUser']);

const closedPlace = new Set([
  'ConversationNotFound',
  'BotNotInConversationRoster',
  'NotEnoughPermissions',
  'BotDisabledByAdmin',
]);

const registration = 'Compare it with the app registration in Entra (docs/teams.md).';
const addToTeam = 'Add the app to the team (Teams: Manage team, Apps), or name another channel in desk.yaml.';

/** Source of the connector's codes: the page of `adviceFor`; of the login's: the error reference of Entra. */
const advices: Readonly<Record<string, string>> = {
  Unauthorized: `The connector does not take the bot's token. Check TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_OAUTH_SCOPE. ${registration}`,
  invalid_client: `TEAMS_APP_PASSWORD is wrong or has expired. Make a new client secret. ${registration}`,
  unauthorized_client: `TEAMS_APP_ID is not known in the tenant. ${registration}`,
  invalid_request: `The login does not know the tenant. Check TEAMS_TENANT_ID and TEAMS_LOGIN_URL. ${registration}`,
  invalid_scope: `TEAMS_OAUTH_SCOPE is wrong. Leave it empty for the public cloud. ${registration}`,
  ForbiddenOperationException:
    'Somebody does not have the app, so the desk cannot write to them. Install it for everyone (Teams admin center, Setup policies).',
  MessageWritesBlocked:
    'Somebody has blocked or removed the app, so the desk cannot write to them. Install it for everyone (Teams admin center, Setup policies).',
  ConversationBlockedByUser: 'Somebody has blocked the bot. They can unblock it in their chat with it.',
  ConversationNotFound: `The channel does not exist any more, or the app is not in its team. ${addToTeam}`,
  BotNotInConversationRoster: `The app is not in the team. ${addToTeam}`,
  NotEnoughPermissions:
    'The channel does not let the app post there. Let members and apps post (Teams: Manage channel).',
  BotDisabledByAdmin: 'An admin has blocked the app. Allow it again (Teams admin center, Manage apps).',
};

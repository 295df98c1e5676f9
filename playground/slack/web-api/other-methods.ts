import { SlackError } from '../slack-error.ts';
import type { Method, Methods } from './method.ts';

const authTest: Method = (_args, { identity }) => ({
  url: `https://${identity.teamDomain}.slack.com/`,
  team: identity.teamName,
  user: identity.botName,
  team_id: identity.teamId,
  user_id: identity.botUserId,
  bot_id: identity.botId,
  is_enterprise_install: false,
});

const apiTest: Method = (args) => {
  if (args.text('error') !== '') throw new SlackError(args.text('error'));
  return {};
};

const teamInfo: Method = (args, { identity }) => {
  const asked = args.text('team');
  if (asked !== '' && asked !== identity.teamId) throw new SlackError('team_not_found');
  return { team: { id: identity.teamId, name: identity.teamName, domain: identity.teamDomain, icon: {} } };
};

const botsInfo: Method = (args, { identity }) => {
  if (args.text('bot') !== identity.botId) throw new SlackError('bot_not_found');
  const { botId, appId, botUserId, botName } = identity;
  return { bot: { id: botId, deleted: false, name: botName, app_id: appId, user_id: botUserId, icons: {} } };
};

/** Who the app is, where it is, and its way to a socket. */
export const otherMethods: Methods = {
  'api.test': apiTest,
  'auth.test': authTest,
  'team.info': teamInfo,
  'bots.info': botsInfo,
  'apps.connections.open': (_args, slack) => ({ url: slack.socketUrl() }),
};

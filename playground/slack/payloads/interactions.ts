import type { JsonObject } from '../json.ts';
import type { Channel, EphemeralMessage, Person, SlackMessage, SlackView, ViewValues } from '../model.ts';
import type { Parts } from '../parts.ts';
import { isEphemeral, wireMessage } from './wire-message.ts';
import { wireView } from './wire-view.ts';

/** What stands in every interaction: who, where, which app. */
export function interactionBase(slack: Parts, type: string, by: Person): JsonObject {
  const { teamId, teamDomain, appId } = slack.identity;
  return {
    type,
    team: { id: teamId, domain: teamDomain },
    user: { id: by.id, username: by.name, name: by.name, team_id: teamId },
    api_app_id: appId,
    token: 'verification-tokens-are-deprecated',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The part of block_actions that says in which message it was; an ephemeral one is only named, not shown. */
export function inMessage(channel: Channel, message: SlackMessage | EphemeralMessage, values: ViewValues): JsonObject {
  const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral(message),
      ...thread,
    },
    channel: { id: channel.id, name: channelName(channel) },
    ...(isEphemeral(message) ? {} : { message: wireMessage(message) }),
    state: { values },
  };
}

/** The part of block_actions that says in which view it was. */
export function inView(view: SlackView): JsonObject {
  return { container: { type: 'view', view_id: view.id }, view: wireView(view) };
}

/** How Slack names a channel in interactions and commands. */
export function channelName(channel: Channel): string {
  if (channel.type === 'im') return 'directmessage';
  return channel.type === 'group' ? 'privategroup' : channel.name;
}

import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../slack/json.ts';
import type { Conversation, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';

/** Who does something, where, and in which thread. */
export interface Scene {
  readonly by: TeamsPerson;
  readonly conversation: Conversation;
  readonly threadId?: string | undefined;
}

type Surroundings = Pick<Parts, 'identity' | 'clock' | 'places' | 'serviceUrl'>;

/** What every activity from Teams carries, whatever it is about (learn.microsoft.com, "Messages in bot conversations"). */
export function baseActivity(teams: Surroundings, { by, conversation, threadId }: Scene): JsonObject {
  const { identity, clock, serviceUrl } = teams;
  const at = clock.now().toISOString();
  return {
    ...{ id: `f:${randomUUID()}`, timestamp: at, localTimestamp: at, localTimezone: by.timeZone },
    channelId: 'msteams',
    serviceUrl: serviceUrl(),
    from: { id: by.id, name: by.realName, aadObjectId: by.aadObjectId },
    recipient: { id: identity.botId, name: identity.botName },
    conversation: wireConversation(identity.tenantId, conversation, threadId),
    channelData: channelDataOf(teams, conversation),
    locale: by.locale,
    entities: [clientInfo(by)],
  };
}

/** The fields of channelData that say where something is. */
function channelDataOf({ identity, places }: Pick<Surroundings, 'identity' | 'places'>, place: Conversation) {
  const tenant = { id: identity.tenantId };
  if (place.kind !== 'channel') return { tenant };
  const { id, aadGroupId, name } = places.teamOf(place);
  return {
    ...{ teamsChannelId: place.id, teamsTeamId: id, tenant },
    channel: { id: place.id },
    team: { id, aadGroupId, name },
  };
}

/** A thread is a conversation of its own: its id names the message that began it. */
function wireConversation(tenantId: string, place: Conversation, threadId?: string): JsonObject {
  if (place.kind === 'personal') return { conversationType: 'personal', tenantId, id: place.id };
  if (place.kind === 'groupChat') return { isGroup: true, conversationType: 'groupChat', tenantId, id: place.id };
  const id = threadId === undefined ? place.id : `${place.id};messageid=${threadId}`;
  return { isGroup: true, conversationType: 'channel', tenantId, id, name: place.name };
}

function clientInfo({ locale, timeZone }: TeamsPerson): JsonObject {
  const country = locale.split('-')[1] ?? 'US';
  return { type: 'clientInfo', platform: 'Web', locale, country, timezone: timeZone };
}

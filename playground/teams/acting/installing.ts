import type { JsonObject } from '../../slack/json.ts';
import { baseActivity } from '../activities/base-activity.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Conversation, Team, TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';

/** A person gets the app for themselves, or loses it. */
export function installs(teams: Parts, by: TeamsPerson, action: 'add' | 'remove'): readonly Delivery[] {
  teams.people.change(by, { hasApp: action === 'add' });
  const chat = teams.places.chatOf(by);
  const added = { membersAdded: [{ id: by.id, aadObjectId: by.aadObjectId }, bot(teams)] };
  return [
    ...(action === 'add' ? [told(teams, by, chat, { type: 'conversationUpdate', ...added })] : []),
    told(teams, by, chat, { type: 'installationUpdate', action }),
  ];
}

/** A person puts the app into a team, or takes it out. */
export function installsInTeam(
  teams: Parts,
  by: TeamsPerson,
  { team, action }: { team: Team; action: 'add' | 'remove' },
): readonly Delivery[] {
  teams.places.change(team, { hasApp: action === 'add' });
  const general = teams.places.called(team.id);
  return [
    told(teams, by, general, memberChange([bot(teams)], action)),
    told(teams, by, general, { type: 'installationUpdate', action }),
  ];
}

/** A person joins a team or leaves it. */
export function changesTeam(
  teams: Parts,
  who: TeamsPerson,
  { team, action }: { team: Team; action: 'add' | 'remove' },
): readonly Delivery[] {
  const others = [...team.members].filter((id) => id !== who.id);
  teams.places.change(team, { members: new Set(action === 'add' ? [...others, who.id] : others) });
  const member = { id: who.id, aadObjectId: who.aadObjectId };
  if (!team.hasApp) return [];
  return [told(teams, who, teams.places.called(team.id), memberChange([member], action))];
}

/** A person makes a channel in a team. */
export function createsChannel(
  teams: Parts,
  by: TeamsPerson,
  { team, name }: { team: Team; name: string },
): readonly Delivery[] {
  const { id } = teams.places.addChannel(team, { name });
  if (!team.hasApp) return [];
  const event = { type: 'conversationUpdate', channelData: { eventType: 'channelCreated', channel: { id, name } } };
  return [told(teams, by, teams.places.called(team.id), event)];
}

function memberChange(members: readonly JsonObject[], action: 'add' | 'remove'): JsonObject {
  const isAdded = action === 'add';
  return {
    type: 'conversationUpdate',
    ...(isAdded ? { membersAdded: members } : { membersRemoved: members }),
    channelData: { eventType: isAdded ? 'teamMemberAdded' : 'teamMemberRemoved' },
  };
}

function told(teams: Parts, by: TeamsPerson, conversation: Conversation, what: JsonObject): Delivery {
  const base = baseActivity(teams, { by, conversation });
  const channelData = { ...(base.channelData as JsonObject), ...(what.channelData as JsonObject | undefined) };
  return teams.deliveries.start({ ...base, ...what, channelData });
}

function bot({ identity }: Parts): JsonObject {
  return { id: identity.botId };
}

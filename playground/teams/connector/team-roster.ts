import type { Team } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { ConnectorError } from './connector-error.ts';

/** `GET /v3/teams/{id}`: what a team is. */
export function getTeam(asked: Asked, teams: Parts): Answer {
  const team = teamIn(asked, teams);
  const { id, name, aadGroupId, members } = team;
  const channelCount = channelsOf(team, teams).length;
  return { status: 200, body: { id, name, aadGroupId, channelCount, memberCount: members.size, type: 'standard' } };
}

/** `GET /v3/teams/{id}/conversations`: its channels; General comes without a name, as in Teams. */
export function getTeamChannels(asked: Asked, teams: Parts): Answer {
  const team = teamIn(asked, teams);
  const conversations = channelsOf(team, teams).map(({ id, name, members }) => ({
    id,
    ...(id === team.id ? {} : { name }),
    type: members ? 'private' : 'standard',
  }));
  return { status: 200, body: { conversations } };
}

function channelsOf(team: Team, { places }: Parts) {
  return places.channels.filter(({ teamId }) => teamId === team.id);
}

function teamIn(asked: Asked, { places }: Parts): Team {
  const team = places.team(asked.params[0] ?? '');
  if (!team) throw new ConnectorError(404, 'ConversationNotFound', 'Team not found.');
  if (team.hasApp) return team;
  throw new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

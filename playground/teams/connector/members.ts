import type { JsonObject } from '../../slack/json.ts';
import type { TeamsPerson } from '../model.ts';
import type { Parts } from '../parts.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { badArgument, ConnectorError } from './connector-error.ts';
import { memberIn, placeIn } from './place-in.ts';

const mostOfPage = 500;

/** `GET …/members`: everyone at once. */
export function getMembers(asked: Asked, teams: Parts): Answer {
  const { conversation } = placeIn(asked.params[0] ?? '', teams);
  return { status: 200, body: teams.places.membersOf(conversation).map((one) => wireMember(one, teams)) };
}

/** `GET …/members/{id}`: one, by the bot's id for them or their Entra object id. */
export function getMember(asked: Asked, teams: Parts): Answer {
  const [conversationId = '', memberId = ''] = asked.params;
  const { conversation } = placeIn(conversationId, teams);
  return { status: 200, body: wireMember(memberIn(memberId, conversation, teams), teams) };
}

/** `GET …/pagedmembers?pageSize&continuationToken`: page by page. */
export function getPagedMembers(asked: Asked, teams: Parts): Answer {
  const { conversation } = placeIn(asked.params[0] ?? '', teams);
  const { searchParams } = asked.url;
  const size = Number(searchParams.get('pageSize') ?? mostOfPage);
  const start = startIn(searchParams.get('continuationToken'));
  if (!Number.isInteger(size) || size < 1) badArgument('pageSize must be a positive number.');
  const everyone = teams.places.membersOf(conversation);
  // Teams gives at least 50 to a page whatever is asked for, but then no test could turn one.
  const end = start + Math.min(size, mostOfPage);
  const members = everyone.slice(start, end).map((one) => wireMember(one, teams));
  const more = end < everyone.length ? { continuationToken: tokenFor(end) } : {};
  return { status: 200, body: { members, ...more } };
}

/** `GET …/activities/{id}/members`: who can see a message. */
export function getActivityMembers(asked: Asked, teams: Parts): Answer {
  const [conversationId = '', activityId = ''] = asked.params;
  const { conversation } = placeIn(conversationId, teams);
  if (!teams.messages.get(conversation.id, activityId)) {
    throw new ConnectorError(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
  }
  return getMembers(asked, teams);
}

function wireMember(person: TeamsPerson, { identity }: Parts): JsonObject {
  const { id, aadObjectId, realName, email, isGuest } = person;
  const [givenName = realName, ...rest] = realName.split(' ');
  return {
    ...{ id, name: realName, objectId: aadObjectId, aadObjectId, givenName, surname: rest.join(' ') },
    ...{ email, userPrincipalName: email, tenantId: identity.tenantId, userRole: isGuest ? 'guest' : 'user' },
  };
}

function tokenFor(start: number): string {
  return Buffer.from(`from ${start}`).toString('base64url');
}

function startIn(token: string | null): number {
  if (token === null || token === '') return 0;
  const start = /^from (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  return start === undefined ? badArgument('Unknown continuationToken.') : Number(start);
}

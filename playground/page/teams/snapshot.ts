import type { Change } from '../../teams/changes.ts';
import type { TeamsMessage } from '../../teams/model.ts';
import type { TeamsTenant } from '../../teams/teams-tenant.ts';
import { type RoleOf, toWirePerson, toWirePlace, toWirePost, toWireTask, toWireTeam } from './to-wire.ts';
import type { TeamsSnapshot, TeamsUpdate } from './wire.ts';

/** How many of a place's latest messages the page gets at once. */
const postsOfPlace = 400;

/** All that the page shows of Teams, as it is now. */
export function teamsSnapshotOf(tenant: TeamsTenant, roleOf: RoleOf): TeamsSnapshot {
  const { botId, botName } = tenant.identity;
  const chats = tenant.people.map((person) => tenant.place(tenant.chatOf(person)));
  const places = [...tenant.channels, ...chats, ...tenant.groupChats];
  const tasks = tenant.people.flatMap(({ id }) => {
    const task = tenant.task(id);
    return task ? [[id, toWireTask(task)] as const] : [];
  });
  return {
    bot: { id: botId, name: botName },
    people: tenant.people.map((person) => toWirePerson(person, roleOf)),
    teams: tenant.teams.map(toWireTeam),
    places: places.map((place) => toWirePlace(place, botName)),
    posts: places.flatMap((place) => latest(tenant.allMessages(place))).map((message) => toWirePost(message, tenant)),
    tasks: Object.fromEntries(tasks),
  };
}

/** What the page has to know of a change; undefined for what it learns otherwise. */
export function teamsUpdateOf(change: Change, tenant: TeamsTenant, roleOf: RoleOf): TeamsUpdate | undefined {
  switch (change.kind) {
    case 'message posted':
    case 'message updated':
    case 'message deleted':
    case 'reaction added':
    case 'reaction removed':
      return { kind: 'post', post: toWirePost(change.message, tenant) };
    case 'typing':
      return { kind: 'typing', place: change.conversationId };
    case 'task opened':
    case 'task changed':
      return { kind: 'task', person: change.personId, task: toWireTask(change.task) };
    case 'task closed':
      return { kind: 'task', person: change.personId };
    case 'person changed':
      return { kind: 'person', person: toWirePerson(change.person, roleOf) };
    case 'team changed':
      return { kind: 'team', team: toWireTeam(change.team) };
    case 'notice shown':
    case 'file added':
    case 'call':
    case 'delivery':
      return undefined;
  }
}

/** The latest messages, and those that began a thread which goes on in them. */
function latest(messages: readonly TeamsMessage[]): readonly TeamsMessage[] {
  if (messages.length <= postsOfPlace) return messages;
  const roots = new Set(messages.slice(-postsOfPlace).map(({ threadId }) => threadId));
  return messages.filter((message, at) => at >= messages.length - postsOfPlace || roots.has(message.id));
}

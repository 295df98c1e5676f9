import type { Change } from '../slack/changes.ts';
import type { SlackMessage } from '../slack/model.ts';
import type { SlackWorkspace } from '../slack/slack-workspace.ts';
import type { TeamsSnapshot } from './teams/wire.ts';
import { type RoleOf, toWireChannel, toWireMessage, toWirePerson, toWireView } from './to-wire.ts';
import type { Happening, Snapshot, Update, WireView } from './wire.ts';

/** How many of a channel's latest messages the page gets at once. */
const messagesOfChannel = 400;

/** All that the page shows, as it is now. */
export function snapshotOf(
  slack: SlackWorkspace,
  roleOf: RoleOf,
  beside: { readonly happenings: readonly Happening[]; readonly teams: TeamsSnapshot },
): Snapshot {
  const people = slack.people.filter(({ id }) => id !== 'USLACKBOT');
  const humans = people.filter(({ isBot, deactivated }) => !isBot && !deactivated);
  // The talk with the desk is there for everyone from the start, as in Slack's sidebar.
  const directs = Object.fromEntries(humans.map(({ id }) => [slack.dmOf(id), id]));
  const homes = humans.flatMap(({ id }) => {
    const view = slack.home(id);
    return view ? [[id, toWireView(view, {})] as const] : [];
  });
  return {
    team: 'Example',
    bot: slack.botUserId,
    people: people.map((person) => toWirePerson(person, roleOf)),
    channels: slack.channels.map(toWireChannel),
    messages: [
      ...slack.channels.flatMap(({ id }) => latest(slack.allMessages(id))).map(toWireMessage),
      ...humans.flatMap(({ id }) => slack.ephemerals(id)).map(toWireMessage),
    ],
    modals: Object.fromEntries(humans.map(({ id }) => [id, modalsOf(slack, id)])),
    homes: Object.fromEntries(homes),
    directs,
    ...beside,
  };
}

/** What the page has to know of a change; undefined for what it learns otherwise. */
export function updateOf(change: Change, slack: SlackWorkspace, roleOf: RoleOf): Update | undefined {
  switch (change.kind) {
    case 'message posted':
    case 'message updated':
    case 'ephemeral posted':
    case 'ephemeral updated':
    case 'reaction added':
    case 'reaction removed':
      return { kind: 'message', message: toWireMessage(change.message) };
    case 'message deleted':
    case 'ephemeral deleted':
      return { kind: 'message gone', channel: change.message.channel, ts: change.message.ts };
    case 'view opened':
    case 'view closed':
    case 'view refused':
    case 'view updated':
      if (change.view.type === 'home')
        return { kind: 'home', person: change.person, view: toWireView(change.view, {}) };
      return { kind: 'modals', person: change.person, views: modalsOf(slack, change.person) };
    case 'home published':
      return { kind: 'home', person: change.person, view: toWireView(change.view, {}) };
    case 'person changed':
      return { kind: 'person', person: toWirePerson(change.person, roleOf) };
    case 'channel changed':
      return { kind: 'channel', channel: toWireChannel(change.channel) };
    case 'file added':
    case 'socket opened':
    case 'socket closed':
    case 'call':
    case 'delivery':
      return undefined;
  }
}

function modalsOf(slack: SlackWorkspace, person: string): readonly WireView[] {
  return slack.views(person).map((view) => toWireView(view, slack.errorsOf(view)));
}

/** The latest messages, and those that began a thread which goes on in them. */
function latest(messages: readonly SlackMessage[]): readonly SlackMessage[] {
  if (messages.length <= messagesOfChannel) return messages;
  const shown = messages.slice(-messagesOfChannel);
  const roots = new Set(shown.map(({ thread_ts }) => thread_ts));
  return messages.filter((message, at) => at >= messages.length - messagesOfChannel || roots.has(message.ts));
}

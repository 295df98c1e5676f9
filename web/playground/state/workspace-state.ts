import type {
  Happening,
  Snapshot,
  Update,
  WireChannel,
  WireMessage,
  WirePerson,
  WireView,
} from '../../../playground/page/wire.ts';
import { fromTeamsSnapshot, type TeamsState, withTeamsUpdate } from '../teams/state/teams-state.ts';
import { groupedBy } from './grouped-by.ts';

/** The workspace as the page knows it, and the tenant beside it. */
export interface WorkspaceState {
  readonly team: string;
  /** The desk's own user. */
  readonly bot: string;
  readonly people: ReadonlyMap<string, WirePerson>;
  readonly channels: ReadonlyMap<string, WireChannel>;
  /** Channel → its messages with all replies, oldest first; those for one person among them. */
  readonly messages: ReadonlyMap<string, readonly WireMessage[]>;
  readonly modals: Readonly<Record<string, readonly WireView[]>>;
  readonly homes: Readonly<Record<string, WireView>>;
  /** Oldest first. */
  readonly happenings: readonly Happening[];
  /** Channel → whose talk with the desk it is. */
  readonly directs: Readonly<Record<string, string>>;
  readonly teams: TeamsState;
}

const keptHappenings = 200;

/** The state after an update; the same update may come twice. */
export function withUpdate(state: WorkspaceState | undefined, update: Update): WorkspaceState | undefined {
  if (update.kind === 'snapshot') return fromSnapshot(update.snapshot);
  if (!state) return state;
  switch (update.kind) {
    case 'message':
      return withMessages(state, update.message.channel, (all) => putInOrder(all, update.message));
    case 'message gone':
      return withMessages(state, update.channel, (all) => all.filter(({ ts }) => ts !== update.ts));
    case 'modals':
      return { ...state, modals: { ...state.modals, [update.person]: update.views } };
    case 'home':
      return { ...state, homes: { ...state.homes, [update.person]: update.view } };
    case 'person':
      return { ...state, people: new Map(state.people).set(update.person.id, update.person) };
    case 'channel':
      return { ...state, channels: new Map(state.channels).set(update.channel.id, update.channel) };
    case 'happening':
      return { ...state, happenings: withHappening(state.happenings, update.happening) };
    case 'teams':
      return { ...state, teams: withTeamsUpdate(state.teams, update.update) };
  }
}

function fromSnapshot(snapshot: Snapshot): WorkspaceState {
  const inOrder = snapshot.messages.toSorted((a, b) => compare(a.ts, b.ts));
  return {
    ...snapshot,
    people: new Map(snapshot.people.map((person) => [person.id, person])),
    channels: new Map(snapshot.channels.map((channel) => [channel.id, channel])),
    messages: groupedBy(inOrder, ({ channel }) => channel),
    teams: fromTeamsSnapshot(snapshot.teams),
  };
}

function withMessages(
  state: WorkspaceState,
  channel: string,
  change: (all: readonly WireMessage[]) => readonly WireMessage[],
): WorkspaceState {
  const changed = change(state.messages.get(channel) ?? []);
  return { ...state, messages: new Map(state.messages).set(channel, changed) };
}

function putInOrder(all: readonly WireMessage[], message: WireMessage): readonly WireMessage[] {
  const known = all.findIndex(({ ts }) => ts === message.ts);
  if (known >= 0) return all.with(known, message);
  const after = all.findLastIndex(({ ts }) => compare(ts, message.ts) < 0);
  return all.toSpliced(after + 1, 0, message);
}

function withHappening(all: readonly Happening[], happening: Happening): readonly Happening[] {
  const known = all.findIndex(({ id }) => id === happening.id);
  return known >= 0 ? all.with(known, happening) : [...all, happening].slice(-keptHappenings);
}

/** Slack's time stamps have the same length, so that they sort as text. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { WirePlace, WirePost, WireTeam } from '../../../../playground/page/teams/wire.ts';
import type { WireObject } from '../../../../playground/page/wire.ts';
import type { TeamsState } from './teams-state.ts';

/** The person's chat with the desk. */
export function chatOf(state: TeamsState, person: string): string | undefined {
  return [...state.places.values()].find(({ kind, members }) => kind === 'personal' && members[0] === person)?.id;
}

export function membersOf(state: TeamsState, place: WirePlace): readonly string[] {
  return place.isPrivate ? place.members : (state.teams.get(place.team ?? '')?.members ?? []);
}

/** The chats that a person sees in their list, the one with the desk first. */
export function chatsOf(state: TeamsState, person: string): readonly WirePlace[] {
  const own = [...state.places.values()].filter(({ kind, members }) => kind !== 'channel' && members.includes(person));
  return own.toSorted((a, b) => Number(a.kind === 'groupChat') - Number(b.kind === 'groupChat'));
}

/** The teams that a person is in, each with the channels that they see. */
export function teamsOf(
  state: TeamsState,
  person: string,
): readonly { readonly team: WireTeam; readonly channels: readonly WirePlace[] }[] {
  const own = [...state.teams.values()].filter(({ members }) => members.includes(person));
  return own.map((team) => ({
    team,
    channels: [...state.places.values()].filter(
      (place) => place.team === team.id && membersOf(state, place).includes(person),
    ),
  }));
}

export function nameIn(state: TeamsState, id: string): string {
  return id === state.bot.id ? state.bot.name : (state.people.get(id)?.realName ?? 'Somebody');
}

export function titleOf(state: TeamsState, place: WirePlace): string {
  return place.kind === 'personal' ? state.bot.name : place.name;
}

/** A channel's threads, oldest first; one whose beginning is not known here begins with its first reply. */
export function threadsIn(
  posts: readonly WirePost[],
): readonly { readonly root: WirePost; readonly replies: readonly WirePost[] }[] {
  const threads = new Map<string, WirePost[]>();
  for (const post of posts) {
    const key = post.thread ?? post.id;
    threads.set(key, [...(threads.get(key) ?? []), post]);
  }
  return [...threads.values()].flatMap(([root, ...replies]) => (root ? [{ root, replies }] : []));
}

/** The cards of a message as one person sees them. */
export function cardsFor({ cards, ownCards }: WirePost, person: string): readonly WireObject[] {
  const own = ownCards[person];
  return own ? [own] : cards;
}

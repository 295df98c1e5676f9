import type {
  TeamsSnapshot,
  TeamsUpdate,
  WirePlace,
  WirePost,
  WireTask,
  WireTeam,
  WireTeamsPerson,
} from '../../../../playground/page/teams/wire.ts';
import { groupedBy } from '../../state/grouped-by.ts';

/** The tenant as the page knows it. */
export interface TeamsState {
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: ReadonlyMap<string, WireTeamsPerson>;
  readonly teams: ReadonlyMap<string, WireTeam>;
  readonly places: ReadonlyMap<string, WirePlace>;
  /** Place → all that was said there, replies included, oldest first. */
  readonly posts: ReadonlyMap<string, readonly WirePost[]>;
  readonly tasks: Readonly<Record<string, WireTask | undefined>>;
  /** Places in which the desk is about to say something. */
  readonly typing: ReadonlySet<string>;
}

export function fromTeamsSnapshot(snapshot: TeamsSnapshot): TeamsState {
  const inOrder = snapshot.posts.toSorted((a, b) => Number(a.id) - Number(b.id));
  return {
    ...{ bot: snapshot.bot, tasks: snapshot.tasks, typing: new Set() },
    people: byId(snapshot.people),
    teams: byId(snapshot.teams),
    places: byId(snapshot.places),
    posts: groupedBy(inOrder, ({ place }) => place),
  };
}

/** The state after an update; the same update may come twice. */
export function withTeamsUpdate(state: TeamsState, update: TeamsUpdate): TeamsState {
  switch (update.kind) {
    case 'post':
      return withPost(state, update.post);
    case 'typing':
      return { ...state, typing: new Set(state.typing).add(update.place) };
    case 'task':
      return { ...state, tasks: { ...state.tasks, [update.person]: update.task } };
    case 'person':
      return { ...state, people: new Map(state.people).set(update.person.id, update.person) };
    case 'team':
      return { ...state, teams: new Map(state.teams).set(update.team.id, update.team) };
  }
}

/** What the desk takes back is gone; where a person took something back, it says so. */
function withPost(state: TeamsState, post: WirePost): TeamsState {
  const all = state.posts.get(post.place) ?? [];
  const others = all.filter(({ id }) => id !== post.id);
  const isGone = post.isDeleted && post.from === state.bot.id;
  const after = others.findLastIndex(({ id }) => Number(id) < Number(post.id));
  const posts = isGone ? others : others.toSpliced(after + 1, 0, post);
  const typing = new Set(state.typing);
  if (post.from === state.bot.id) typing.delete(post.place);
  return { ...state, typing, posts: new Map(state.posts).set(post.place, posts) };
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

import { chatOf, membersOf } from '../teams/state/reading-teams.ts';
import { directOf } from './reading.ts';
import type { Route } from './route.ts';
import type { Self } from './selves.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Where somebody stands who is picked: in the place that is open if they are in there, else in their talk with the desk. */
export function routeFor(person: Self, route: Route, state: WorkspaceState): Route {
  return route.app === 'teams' ? inTeams(person, route, state) : inSlack(person, route, state);
}

function inTeams({ id, teams: me }: Self, { place = '' }: Route, { teams }: WorkspaceState): Route {
  const there = teams.places.get(place);
  const stays = there && me && there.kind !== 'personal' && membersOf(teams, there).includes(me.id);
  const to = stays ? place : me && chatOf(teams, me.id);
  return { app: 'teams', as: id, ...(to ? { place: to } : {}) };
}

function inSlack({ id }: Self, { place = '', thread }: Route, state: WorkspaceState): Route {
  const channel = state.channels.get(place);
  const stays = place === 'home' || (channel?.type !== 'im' && channel?.members.includes(id));
  const to = stays ? place : directOf(state, id);
  return { as: id, ...(to ? { place: to } : {}), ...(stays && thread ? { thread } : {}) };
}

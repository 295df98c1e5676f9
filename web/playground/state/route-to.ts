import { membersOf } from '../teams/state/reading-teams.ts';
import type { Route } from './route.ts';
import type { Self } from './selves.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Who follows a link, and what there is to see. */
interface Reader {
  readonly state: WorkspaceState;
  readonly self: Self;
}

interface Going extends Reader {
  readonly go: (route: Route) => void;
  readonly complain: (trouble: string) => void;
}

/** Where a link to a message leads on this page; `hidden` where one cannot look, nothing for a link out of it. */
export function routeTo(url: string, desk: Reader): Route | 'hidden' | undefined {
  return toSlack(url, desk) ?? toTeams(url, desk);
}

/** Opens it here when it leads here. @returns whether it did */
export function follow(url: string, desk: Going): boolean {
  const route = routeTo(url, desk);
  if (route === undefined) return false;
  if (route === 'hidden') desk.complain(`${desk.self.realName} cannot look in there.`);
  else desk.go(route);
  return true;
}

function toSlack(url: string, { state, self }: Reader): Route | 'hidden' | undefined {
  const found = /\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?thread_ts=(\d+\.\d+))?/.exec(url);
  const [, place = '', seconds, rest, thread] = found ?? [];
  const channel = state.channels.get(place);
  if (!channel) return undefined;
  if (!self.slack || !channel.members.includes(self.slack.id)) return 'hidden';
  return { as: self.id, place, thread: thread ?? `${seconds}.${rest}` };
}

function toTeams(url: string, { state, self }: Reader): Route | 'hidden' | undefined {
  const found = /^https:\/\/teams\.microsoft\.com\/l\/message\/([^/?]+)\/(\d+)/.exec(url);
  const [, conversation = '', thread = ''] = found ?? [];
  const place = state.teams.places.get(decodeURIComponent(conversation));
  if (!place) return undefined;
  if (!self.teams || !membersOf(state.teams, place).includes(self.teams.id)) return 'hidden';
  return { app: 'teams', as: self.id, place: place.id, thread };
}

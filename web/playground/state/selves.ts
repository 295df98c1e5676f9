import type { WireTeamsPerson } from '../../../playground/page/teams/wire.ts';
import type { WirePerson } from '../../../playground/page/wire.ts';
import { actors } from './reading.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Somebody whom one can be: one person on both platforms, by their e-mail. */
export interface Self {
  /** Slack's id, else that of Teams. */
  readonly id: string;
  readonly realName: string;
  readonly role: string;
  readonly slack?: WirePerson;
  readonly teams?: WireTeamsPerson;
}

/** Everyone, once each: those of Slack, then whoever is in Teams alone. */
export function selvesIn(state: WorkspaceState): readonly Self[] {
  const inTeams = [...state.teams.people.values()];
  const inSlack = actors(state).map((slack): Self => {
    const teams = inTeams.find(({ email }) => email === slack.email);
    const { id, realName, role } = slack;
    return { id, realName, role, slack, ...(teams ? { teams } : {}) };
  });
  const known = new Set(inSlack.map(({ teams }) => teams?.id));
  const others = inTeams.filter(({ id }) => !known.has(id));
  return [
    ...inSlack,
    ...others.map(({ id, realName, role, ...teams }) => ({
      id,
      realName,
      role,
      teams: { id, realName, role, ...teams },
    })),
  ];
}

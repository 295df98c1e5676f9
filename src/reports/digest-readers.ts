import type { DeskConfig, DigestConfig } from '../config/desk-config.ts';
import type { Person } from '../people/person.ts';
import { rolesOf, workersOf } from '../people/roles.ts';
import type { DigestScope } from './digest-content.ts';

/** Whom desk.yaml means by a digest's `to`: entries as in {@link DeskConfig.people}, each once. */
export function readersOf({ to }: DigestConfig, { people, teams }: DeskConfig): readonly string[] {
  if (to === 'managers') return [...new Set(people.managers)];
  if (to === 'admins') return [...new Set(people.admins)];
  const team = teams.find(({ id }) => id === to);
  return team ? workersOf(team) : [to];
}

/**
 * Whose tickets it counts for this reader: a team's digest its own; managers and admins read about all teams, and
 * somebody who works in some about those.
 */
export function scopeOf({ to }: DigestConfig, config: DeskConfig, reader: Person): DigestScope {
  if (to === 'managers' || to === 'admins') return {};
  if (config.teams.some(({ id }) => id === to)) return { teams: [to] };
  const { isManager, isAdmin, agentOf } = rolesOf(reader, config);
  return isManager || isAdmin || agentOf.length === 0 ? {} : { teams: agentOf };
}

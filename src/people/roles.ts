import { platformOf } from '../chat/refs.ts';
import type { DeskConfig, TeamConfig } from '../config/desk-config.ts';
import type { Person } from './person.ts';

/** What desk.yaml makes of a person. */
export interface Roles {
  readonly isAdmin: boolean;
  readonly isManager: boolean;
  /** Teams this person works in; a lead works in theirs. */
  readonly agentOf: readonly string[];
  readonly leadOf: readonly string[];
}

/** Reads a person's roles off desk.yaml. */
export function rolesOf(person: Person, config: DeskConfig): Roles {
  const isIn = (entries: readonly string[]) => entries.some((entry) => isEntryOf(entry, person));
  const leadOf = config.teams.filter((team) => isIn(team.leads)).map((team) => team.id);
  const agentOf = config.teams.filter((team) => isIn(team.agents) || isIn(team.leads)).map((team) => team.id);
  return { isAdmin: isIn(config.people.admins), isManager: isIn(config.people.managers), agentOf, leadOf };
}

/** The groups of desk.yaml that a person belongs to. */
export function groupsOf(person: Person, { groups }: Pick<DeskConfig, 'groups'>): readonly string[] {
  return groups.filter(({ members }) => members.some((entry) => isEntryOf(entry, person))).map(({ id }) => id);
}

/** Whether anybody may be asked to work on tickets. */
export function isAgent(roles: Roles): boolean {
  return roles.agentOf.length > 0;
}

/** Everybody who works in a team, leads included, each once. */
export function workersOf(team: TeamConfig): readonly string[] {
  return [...new Set([...team.agents, ...team.leads])];
}

/**
 * Whether an entry of desk.yaml means this person: by e-mail, by `slack:U024BE7LH` (whatever the workspace),
 * or by a full reference.
 */
export function isEntryOf(entry: string, person: Person): boolean {
  if (entry.includes('@') && !entry.includes(':')) return entry === person.email;
  return person.refs.some(
    (ref) => ref === entry || `${platformOf(ref)}:${ref.slice(ref.lastIndexOf('/') + 1)}` === entry,
  );
}

import type { Platform } from '../src/chat/refs.ts';
import type { NamedInDesk } from './seeds.ts';

/** Somebody as desk.yaml may name them: by address, or by the platform's id. */
export interface Named {
  /** Slack's user id, or Teams' object id. */
  readonly id: string;
  readonly email?: string;
}

/** Says in a word or two what somebody is in this desk: `agent · IT support`, `employee`. */
export function rolesIn(desk: NamedInDesk): (person: Named, platform?: Platform) => string {
  return (person, platform = 'slack') => {
    const isOneOf = (keys: readonly string[]) =>
      keys.includes(person.email?.toLowerCase() ?? '') || keys.includes(`${platform}:${person.id}`);
    const led = desk.teams.filter(({ leads }) => isOneOf(leads));
    const worked = desk.teams.filter(({ agents }) => isOneOf(agents));
    if (isOneOf(desk.people.admins)) return 'admin';
    if (isOneOf(desk.people.managers)) return 'manager';
    if (led.length > 0) return `lead · ${named(led)}`;
    if (worked.length > 0) return `agent · ${named(worked)}`;
    return 'employee';
  };
}

function named(teams: NamedInDesk['teams']): string {
  return teams.map(({ name }) => name).join(', ');
}

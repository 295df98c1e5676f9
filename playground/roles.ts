import type { NamedInDesk } from './seeds.ts';
import type { Person } from './slack/model.ts';

/** Says in a word or two what somebody is in this desk: `agent · IT support`, `employee`. */
export function rolesIn(desk: NamedInDesk): (person: Pick<Person, 'id' | 'email'>) => string {
  return (person) => {
    const isOneOf = (keys: readonly string[]) =>
      keys.includes(person.email?.toLowerCase() ?? '') || keys.includes(`slack:${person.id}`);
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

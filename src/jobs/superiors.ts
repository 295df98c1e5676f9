import type { Desk } from '../desk.ts';
import type { Person } from '../people/person.ts';
import type { Superiors } from '../tickets/alarms/ring.ts';
import { maySee } from '../tickets/permissions.ts';
import type { Ticket } from '../tickets/ticket.ts';

/** Who leads teams and the whole desk; each is looked up once. */
export class SuperiorsOfTeams {
  readonly #desk: Pick<Desk, 'config' | 'people'>;
  readonly #ofTeams = new Map<string, Promise<Superiors>>();
  readonly #known = new Map<string, Promise<readonly Person[]>>();

  constructor(desk: Pick<Desk, 'config' | 'people'>) {
    this.#desk = desk;
  }

  /** Those who may know of the ticket. */
  of(ticket: Ticket): Promise<Superiors> {
    // All who lead may know of what is not confidential.
    if (ticket.confidential) return this.#find(ticket);
    const known = this.#ofTeams.get(ticket.team) ?? this.#find(ticket);
    this.#ofTeams.set(ticket.team, known);
    return known;
  }

  async #find(ticket: Ticket): Promise<Superiors> {
    const { teams, people } = this.#desk.config();
    const leads = teams.find(({ id }) => id === ticket.team)?.leads ?? [];
    const ids = async (entries: readonly string[]) => {
      const found = await this.#people(entries);
      return found.filter((person) => maySee(this.#desk.people.actor(person), ticket)).map(({ id }) => id);
    };
    return { leads: await ids(leads), managers: await ids(people.managers) };
  }

  #people(entries: readonly string[]): Promise<readonly Person[]> {
    const name = entries.join();
    const known = this.#known.get(name) ?? this.#lookUp(entries);
    this.#known.set(name, known);
    return known;
  }

  async #lookUp(entries: readonly string[]): Promise<readonly Person[]> {
    const found = await Promise.all([...new Set(entries)].map((entry) => this.#desk.people.byEntry(entry)));
    return found.flatMap((person) => (person?.isActive ? [person] : []));
  }
}

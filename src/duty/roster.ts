import type { DeskConfig, TeamConfig } from '../config/desk-config.ts';
import { DeliveryError } from '../errors.ts';
import type { PeopleService } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import { isEntryOf } from '../people/roles.ts';
import { maySee } from '../tickets/permissions.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { onShiftFrom, type ShiftHours } from './shifts.ts';

/** Somebody who could work on a ticket. */
export interface Worker {
  readonly person: Person;
  readonly shifts: readonly ShiftHours[];
}

/** Who works in teams, as desk.yaml and the platforms say now. */
export class Roster {
  readonly #people: PeopleService;
  readonly #config: () => DeskConfig;

  constructor(people: PeopleService, config: () => DeskConfig) {
    this.#people = people;
    this.#config = config;
  }

  team(id: string): TeamConfig | undefined {
    return this.#config().teams.find((team) => team.id === id);
  }

  /** A team's agents who are still with the company, each once, in the order of desk.yaml. Its leads only where it names them as agents. */
  async agentsOf(team: TeamConfig): Promise<readonly Worker[]> {
    const people = await this.peopleOf(team.agents);
    return people.map((person) => ({
      person,
      shifts: (team.shifts ?? []).filter(({ agents }) => agents.some((entry) => isEntryOf(entry, person))),
    }));
  }

  /** The active people behind entries of desk.yaml, each once. */
  async peopleOf(entries: readonly string[]): Promise<readonly Person[]> {
    const found = await Promise.all(entries.map((entry) => this.#find(entry)));
    const active = found.flatMap((person) => (person?.isActive ? [person] : []));
    return [...new Map(active.map((person) => [person.id, person])).values()];
  }

  /** Nobody works on their own ticket, and nobody is given one that they may not know of. */
  mayWorkOn(person: Person, ticket: Ticket): boolean {
    return person.id !== ticket.requester && maySee(this.#people.actor(person), ticket);
  }

  /** Somebody whom the platform cannot be asked about now holds up nobody else. */
  async #find(entry: string): Promise<Person | undefined> {
    try {
      return await this.#people.byEntry(entry);
    } catch (error) {
      if (error instanceof DeliveryError) return undefined;
      throw error;
    }
  }
}

/**
 * When somebody can be given work next.
 * @param awayUntil the end of their absence
 * @returns `now` itself when they are there; undefined when no shift of theirs ever starts
 */
export function thereFrom({ shifts }: Worker, awayUntil: Date | undefined, now: Date): Date | undefined {
  return onShiftFrom(shifts, awayUntil && awayUntil > now ? awayUntil : now);
}

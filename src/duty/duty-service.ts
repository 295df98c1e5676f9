import type { DeskConfig } from '../config/desk-config.ts';
import type { PeopleService } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import { rolesOf } from '../people/roles.ts';
import { type Actor, maySee } from '../tickets/permissions.ts';
import { priorities, type Ticket } from '../tickets/ticket.ts';
import type { Absence } from './absence.ts';
import type { AbsenceStore } from './absence-store.ts';
import { Assigner, type Choice } from './assigner.ts';
import { Roster } from './roster.ts';
import type { TurnStore } from './turn-store.ts';

export interface DutyParts {
  readonly absences: AbsenceStore;
  readonly turns: TurnStore;
  readonly people: PeopleService;
  readonly config: () => DeskConfig;
}

/** Somebody who is away, and what they hold. */
export interface Holdings {
  readonly absence: Absence;
  readonly tickets: readonly Ticket[];
}

/** Somebody who is told of tickets. */
export interface Hearer {
  readonly person: Person;
  readonly tickets: readonly Ticket[];
}

/** Nobody reads through more. */
const mostTickets = 500;

/** Who is there to work, who is away, and who gets what. */
export class DutyService {
  readonly #parts: DutyParts;
  readonly #roster: Roster;
  readonly #assigner: Assigner;

  constructor(parts: DutyParts) {
    const { absences, turns, people, config } = parts;
    this.#parts = parts;
    this.#roster = new Roster(people, config);
    this.#assigner = new Assigner({ absences, turns, roster: this.#roster });
  }

  /**
   * Whom a ticket of a team goes to by the team's way of assignment; to the one with the fewest where it has none. Only
   * agents who are on shift and not away, never the requester, never who has the ticket now.
   * @returns when to ask again where nobody is there: the next start of a shift or the end of an absence, whichever comes
   * first, and in 15 minutes where there is no such instant
   */
  choose(ticket: Ticket, now: Date): Promise<Choice> {
    return this.#assigner.choose(ticket, now);
  }

  async isAbsent(personId: string, now: Date): Promise<boolean> {
    return (await this.absenceOf(personId, now)) !== undefined;
  }

  /** The absence that somebody is in now. */
  absenceOf(personId: string, now: Date): Promise<Absence | undefined> {
    return this.#parts.absences.of(personId, now);
  }

  /** From now on somebody is away; who is away already is so until another time. Their leads hear of it once. */
  async goAway(person: Person, until: Date, now: Date): Promise<void> {
    const earlier = await this.#parts.absences.of(person.id, now);
    await this.#parts.absences.begin({ person: person.id, from: now, until });
    if (earlier && until < earlier.until) await this.#askAgain(person, now);
  }

  /** @returns false when they were not away */
  async comeBack(person: Person, now: Date): Promise<boolean> {
    const wasAway = await this.#parts.absences.end(person.id, now);
    if (wasAway) await this.#askAgain(person, now);
    return wasAway;
  }

  /** Open tickets that somebody holds, the most urgent first. */
  async heldBy(personId: string): Promise<readonly Ticket[]> {
    return (await this.#parts.turns.heldBy([personId], mostTickets)).toSorted(byUrgency);
  }

  /** What people hold who are away, as far as it is this lead's or manager's to hand over. */
  async holdingsFor(actor: Actor, now: Date): Promise<readonly Holdings[]> {
    if (actor.leadOf.length === 0 && !actor.isManager) return [];
    const absences = await this.#parts.absences.running(now);
    const held = await this.#parts.turns.heldBy(
      absences.map(({ person }) => person),
      mostTickets,
    );
    const unled = await this.#unledTeams(now);
    const all = absences.map(async (absence) => {
      const tickets = held.filter(({ assignee }) => assignee === absence.person).toSorted(byUrgency);
      const teams = await this.#teamsOf(absence.person);
      return { absence, tickets: tickets.filter((ticket) => concerns(actor, ticket, { teams, unled })) };
    });
    return (await Promise.all(all)).filter(({ tickets }) => tickets.length > 0);
  }

  /**
   * Who has to hear what somebody holds who goes away, each with what is theirs to know: the leads of their teams and of the
   * tickets' teams, and the managers for a team that has no lead who is there. Who has nothing to hear of is left out.
   */
  async whoHears({ absence, tickets }: Holdings, now: Date): Promise<readonly Hearer[]> {
    const { people, config } = this.#parts;
    const teams = await this.#teamsOf(absence.person);
    const unled = await this.#unledTeams(now);
    const ledTeams = [...new Set([...teams, ...tickets.map(({ team }) => team)])];
    const entries = ledTeams.flatMap((team) => this.#roster.team(team)?.leads ?? []);
    const found = await this.#roster.peopleOf([...entries, ...config().people.managers]);
    return found
      .filter(({ id }) => id !== absence.person)
      .map((person) => {
        const actor = people.actor(person);
        return { person, tickets: tickets.filter((ticket) => concerns(actor, ticket, { teams, unled })) };
      })
      .filter((hearer) => hearer.tickets.length > 0);
  }

  /** Teams without a lead who is there. */
  async #unledTeams(now: Date): Promise<ReadonlySet<string>> {
    const away = new Set((await this.#parts.absences.running(now)).map(({ person }) => person));
    const unled = this.#parts.config().teams.map(async ({ id, leads }) => {
      const people = await this.#roster.peopleOf(leads);
      return people.some((lead) => !away.has(lead.id)) ? [] : [id];
    });
    return new Set((await Promise.all(unled)).flat());
  }

  async #teamsOf(personId: string): Promise<readonly string[]> {
    const person = await this.#parts.people.byId(personId);
    return person ? rolesOf(person, this.#parts.config()).agentOf : [];
  }

  async #askAgain(person: Person, now: Date): Promise<void> {
    const { agentOf } = rolesOf(person, this.#parts.config());
    const teams = agentOf.filter((team) => this.#roster.team(team)?.assign !== undefined);
    if (teams.length > 0) await this.#parts.turns.askAgain(teams, now);
  }
}

interface Led {
  /** The teams of whoever holds the ticket. */
  readonly teams: readonly string[];
  readonly unled: ReadonlySet<string>;
}

/** A ticket is its team's lead's business, and their lead's who holds it; the managers' where its team has no lead there. */
function concerns(actor: Actor, ticket: Ticket, { teams, unled }: Led): boolean {
  if (!maySee(actor, ticket)) return false;
  const isLead = [ticket.team, ...teams].some((team) => actor.leadOf.includes(team));
  return isLead || (actor.isManager && unled.has(ticket.team));
}

function byUrgency(one: Ticket, other: Ticket): number {
  const due = ({ sla }: Ticket) => sla.next?.dueAt.getTime() ?? Number.POSITIVE_INFINITY;
  const byPriority = priorities.indexOf(one.priority) - priorities.indexOf(other.priority);
  return byPriority || compare(due(one), due(other)) || one.openedAt.getTime() - other.openedAt.getTime();
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

import { DeskError } from '../errors.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { AbsenceStore } from './absence-store.ts';
import { Gathering } from './gathering.ts';
import { type Roster, thereFrom, type Worker } from './roster.ts';
import { giveOut, type TurnBook, type Wanted } from './turn-book.ts';
import type { Holding, TurnStore } from './turn-store.ts';

export interface AssignerParts {
  readonly absences: AbsenceStore;
  readonly turns: TurnStore;
  readonly roster: Roster;
}

/** Who gets a ticket, or when to ask again. */
export type Choice = { readonly person: string } | { readonly notBefore: Date };

interface Question {
  readonly ticket: Ticket;
  readonly now: Date;
}

/** When nobody knows when somebody will be there. */
const askAgainAfterMs = 15 * 60_000;
/** Each lost race means that another process has given out a whole batch. */
const maxAttempts = 60;
/** Tickets that never stop changing hands are counted as they were: one too many evens out with the next. */
const maxReadings = 5;

/**
 * Chooses who gets tickets. Whose turn it is, and what is promised and not written yet, is kept in one document a team, which
 * is changed by whoever has seen its last version: several processes and a burst of tickets share out as one would.
 */
export class Assigner {
  readonly #parts: AssignerParts;
  readonly #questions = new Gathering<Question, Choice>((team, questions) => this.#chooseAll(team, questions));

  constructor(parts: AssignerParts) {
    this.#parts = parts;
  }

  /** Asked again about the same ticket, it gives the same answer, until the ticket is with somebody else. */
  choose(ticket: Ticket, now: Date): Promise<Choice> {
    return this.#questions.ask(ticket.team, { ticket, now });
  }

  async #chooseAll(teamId: string, questions: readonly Question[]): Promise<readonly Choice[]> {
    const { absences, roster } = this.#parts;
    const now = new Date(Math.max(...questions.map((question) => question.now.getTime())));
    const team = roster.team(teamId);
    const workers = team ? await roster.agentsOf(team) : [];
    const away = new Map((await absences.running(now)).map(({ person, until }) => [person, until]));
    const asked = questions.map(({ ticket }) => ({
      ticket,
      ...this.#candidatesFor(ticket, workers, away, now),
    }));
    const wanted = asked.flatMap(({ ticket, candidates }) =>
      candidates.length > 0 ? [{ ticket: ticket.key, heldBy: ticket.assignee, candidates }] : [],
    );
    const people = await this.#giveOut(teamId, wanted, team?.assign ?? 'fewest');
    return asked.map(({ ticket, notBefore }) => {
      const person = people.get(ticket.key);
      return person === undefined ? { notBefore } : { person };
    });
  }

  #candidatesFor(ticket: Ticket, workers: readonly Worker[], away: ReadonlyMap<string, Date>, now: Date) {
    const there = workers
      .filter(({ person }) => this.#parts.roster.mayWorkOn(person, ticket) && person.id !== ticket.assignee)
      .map((worker) => ({ id: worker.person.id, from: thereFrom(worker, away.get(worker.person.id), now) }));
    const candidates = there.flatMap(({ id, from }) => (from && from <= now ? [id] : []));
    const later = there.flatMap(({ from }) => (from && from > now ? [from.getTime()] : []));
    const known = candidates.length === 0 && later.length > 0;
    return { candidates, notBefore: new Date(known ? Math.min(...later) : now.getTime() + askAgainAfterMs) };
  }

  /** @returns person by ticket; a ticket that has changed hands meanwhile is with whom it is with, or with nobody */
  async #giveOut(
    team: string,
    wanted: readonly Wanted[],
    way: 'turns' | 'fewest',
  ): Promise<ReadonlyMap<string, string>> {
    if (wanted.length === 0) return new Map();
    const { turns } = this.#parts;
    const people = [...new Set(wanted.flatMap(({ candidates }) => candidates))];
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const { book, holdings, loads } = await this.#read(team, wanted, way === 'fewest' ? people : []);
      const before = { ...book, claims: book.claims.filter((claim) => isAsItWas(claim, team, holdings)) };
      const stillWanted = wanted.filter((one) => isAsItWas(one, team, holdings));
      const chosen = giveOut(before, stillWanted, { way, loads });
      const isNew = stillWanted.some(
        ({ ticket }) => !before.claims.some((claim) => isSame(claim, ticket, chosen.people)),
      );
      if (!isNew || (await turns.write(book, chosen.book))) return withHolders(wanted, chosen.people, holdings);
    }
    throw new DeskError('conflict', `The turns of the team "${team}" kept changing.`);
  }

  /** Where loads count, what is promised is read before and after them: a ticket that is written in between counts once. */
  async #read(team: string, wanted: readonly Wanted[], people: readonly string[]) {
    const { turns } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      const book = await turns.book(team);
      const keys = [...new Set([...book.claims, ...wanted].map(({ ticket }) => ticket))];
      const holdings = await turns.holdings(keys);
      if (people.length === 0) return { book, holdings, loads: new Map<string, number>() };
      const loads = await turns.loads(people);
      const after = await turns.holdings(keys);
      const isStill = keys.every((key) => after.get(key)?.assignee === holdings.get(key)?.assignee);
      if (isStill || attempt === maxReadings) return { book, holdings, loads };
    }
  }
}

function isSame(claim: TurnBook['claims'][number], ticket: string, people: ReadonlyMap<string, string>): boolean {
  return claim.ticket === ticket && claim.person === people.get(ticket);
}

/** Whether a ticket is still open, in this team, and with whom it was when somebody was wanted for it. */
function isAsItWas(
  { ticket, heldBy }: { readonly ticket: string; readonly heldBy?: string | undefined },
  team: string,
  holdings: ReadonlyMap<string, Holding>,
): boolean {
  const holding = holdings.get(ticket);
  return holding !== undefined && isOpen(holding) && holding.team === team && holding.assignee === heldBy;
}

function withHolders(
  wanted: readonly Wanted[],
  people: ReadonlyMap<string, string>,
  holdings: ReadonlyMap<string, Holding>,
): ReadonlyMap<string, string> {
  const all = new Map(people);
  for (const { ticket } of wanted) {
    const holder = holdings.get(ticket)?.assignee;
    if (!all.has(ticket) && holder !== undefined) all.set(ticket, holder);
  }
  return all;
}

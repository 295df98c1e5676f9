/** Who of a team was given tickets by itself, and what was promised to whom and is not written into its ticket yet. */
export interface TurnBook {
  readonly team: string;
  /** Goes up by one with every change; a write names the version it was made from. */
  readonly version: number;
  /** The turn at which somebody was given their last one; who is not in it never was. */
  readonly given: readonly { readonly person: string; readonly turn: number }[];
  readonly claims: readonly Claim[];
}

/** A ticket that is to go to somebody. It counts as theirs until the ticket itself says who has it. */
export interface Claim {
  readonly ticket: string;
  readonly person: string;
  /** Who had it when it was promised; absent for a ticket that nobody had. */
  readonly heldBy?: string;
}

/** A ticket that somebody is wanted for. */
export interface Wanted {
  readonly ticket: string;
  readonly heldBy?: string | undefined;
  /** Who could have it now, in the order of desk.yaml; at least one. */
  readonly candidates: readonly string[];
}

export interface Choosing {
  readonly way: 'turns' | 'fewest';
  /** How many open tickets each candidate has; none when they are not in it. */
  readonly loads: ReadonlyMap<string, number>;
}

export interface Chosen {
  readonly book: TurnBook;
  /** Person by ticket. */
  readonly people: ReadonlyMap<string, string>;
}

/**
 * Gives each ticket to whose turn it is, or to who has the fewest, one after the other. A ticket that is promised already
 * stays with whom it was promised to, so that everybody who asks, however often, hears the same.
 */
export function giveOut(before: TurnBook, wanted: readonly Wanted[], { way, loads }: Choosing): Chosen {
  const turns = new Map(before.given.map(({ person, turn }) => [person, turn]));
  const claims = new Map(before.claims.map((claim) => [claim.ticket, claim]));
  const people = new Map<string, string>();
  let turn = Math.max(0, ...turns.values());
  for (const { ticket, heldBy, candidates } of wanted) {
    const promised = claims.get(ticket)?.person;
    if (promised !== undefined && candidates.includes(promised)) {
      people.set(ticket, promised);
      continue;
    }
    claims.delete(ticket);
    const load = way === 'fewest' ? loadsWith(loads, claims.values()) : () => 0;
    const person = leastOf(candidates, load, (id) => turns.get(id) ?? 0);
    turn += 1;
    turns.set(person, turn);
    claims.set(ticket, { ticket, person, ...(heldBy === undefined ? {} : { heldBy }) });
    people.set(ticket, person);
  }
  const given = [...turns].map(([person, at]) => ({ person, turn: at }));
  return { book: { ...before, version: before.version + 1, given, claims: [...claims.values()] }, people };
}

function loadsWith(loads: ReadonlyMap<string, number>, claims: Iterable<Claim>): (person: string) => number {
  const all = new Map(loads);
  for (const { person } of claims) all.set(person, (all.get(person) ?? 0) + 1);
  return (person) => all.get(person) ?? 0;
}

/** The one with the smallest first number, then the smallest second one, then the first in the list. */
function leastOf(
  [first, ...others]: readonly string[],
  load: (person: string) => number,
  turn: (person: string) => number,
): string {
  if (first === undefined) throw new RangeError('a ticket cannot go to one of nobody');
  return others.reduce((best, one) => {
    const difference = load(one) - load(best) || turn(one) - turn(best);
    return difference < 0 ? one : best;
  }, first);
}

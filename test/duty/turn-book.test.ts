import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giveOut, type TurnBook, type Wanted } from '../../src/duty/turn-book.ts';

const empty: TurnBook = { team: 'it', version: 0, given: [], claims: [] };
const team = ['ann', 'ben', 'cem', 'dee', 'eli'];
const tickets = (count: number, candidates: readonly string[] = team): readonly Wanted[] =>
  Array.from({ length: count }, (_, at) => ({ ticket: `INC-${at}`, candidates }));
const none = new Map<string, number>();

function countsOf(people: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe('in turns', () => {
  it('everybody gets as many as everybody else, give or take one, however the tickets come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }), (bursts) => {
        let book = empty;
        const given: string[] = [];
        for (const [at, size] of bursts.entries()) {
          const wanted = tickets(size).map((one) => ({ ...one, ticket: `${at}:${one.ticket}` }));
          const chosen = giveOut(book, wanted, { way: 'turns', loads: none });
          book = chosen.book;
          given.push(...chosen.people.values());
        }
        const counts = countsOf(given);
        expect(spread(team.map((person) => counts.get(person) ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('whoever could not be given one is the next who can', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(team, { minLength: 1 }), { minLength: 1, maxLength: 40 }), (there) => {
        let book = empty;
        const last = new Map<string, number>();
        for (const [at, candidates] of there.entries()) {
          const chosen = giveOut(book, [{ ticket: `INC-${at}`, candidates }], { way: 'turns', loads: none });
          book = chosen.book;
          const person = chosen.people.get(`INC-${at}`) ?? '';
          const longest = Math.min(...candidates.map((one) => last.get(one) ?? -1));
          expect(last.get(person) ?? -1).toBe(longest);
          last.set(person, at);
        }
      }),
    );
  });
});

describe('to the one with the fewest', () => {
  it('evens out what everybody has, counting what was given in the same burst', () => {
    const some = fc.record(Object.fromEntries(team.map((person) => [person, fc.integer({ min: 0, max: 9 })])));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 60 }), (before, count) => {
        const loads = new Map(Object.entries(before));
        const { people } = giveOut(empty, tickets(count), { way: 'fewest', loads });
        const counts = countsOf(people.values());
        const after = team.map((person) => (loads.get(person) ?? 0) + (counts.get(person) ?? 0));
        const given = team.filter((person) => counts.has(person)).map((person) => after[team.indexOf(person)] ?? 0);
        // Who was given any has at most one more than whoever has least.
        expect(Math.max(...given) - Math.min(...after)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes who was given one longest ago where some have the same', () => {
    const { book } = giveOut(empty, tickets(3), { way: 'turns', loads: none });
    const { people } = giveOut({ ...book, claims: [] }, [{ ticket: 'INC-9', candidates: ['ann', 'ben', 'cem'] }], {
      way: 'fewest',
      loads: none,
    });

    expect(people.get('INC-9')).toBe('ann');
  });
});

describe('a ticket that is promised', () => {
  it('stays with whom it was promised to, whoever asks again, and takes nobody’s turn', () => {
    const first = giveOut(empty, tickets(7), { way: 'turns', loads: none });
    const again = giveOut(first.book, tickets(7), { way: 'turns', loads: none });

    expect([...again.people]).toEqual([...first.people]);
    expect(again.book.given).toEqual(first.book.given);
  });

  it('goes to somebody else once that one is not there', () => {
    const first = giveOut(empty, tickets(1), { way: 'turns', loads: none });
    const again = giveOut(first.book, tickets(1, ['cem', 'dee']), { way: 'turns', loads: none });

    expect([first.people.get('INC-0'), again.people.get('INC-0')]).toEqual(['ann', 'cem']);
    expect(again.book.claims).toEqual([{ ticket: 'INC-0', person: 'cem' }]);
  });
});

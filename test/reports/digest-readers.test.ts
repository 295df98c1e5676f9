import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../src/people/person.ts';
import { readersOf, scopeOf } from '../../src/reports/digest-readers.ts';
import { aConfig } from '../kit/a-config.ts';
import { ben, dana, lea, mia, type Somebody } from '../kit/people.ts';
import { aDigest } from './a-digest.ts';

const config = aConfig();
const person = ({ id, name, email, ref }: Somebody): Person => {
  return { id, name, email, refs: [ref], isActive: true, checkedAt: new Date(0) };
};

describe('who reads a digest', () => {
  it('are the managers, the admins, everybody of a team, or one person', () => {
    expect(readersOf(aDigest(), config)).toEqual([mia.email]);
    expect(readersOf(aDigest({ to: 'admins' }), config)).toEqual(['ada@example.com']);
    expect(readersOf(aDigest({ to: 'it' }), config)).toEqual([ben.email, 'cem@example.com', lea.email]);
    expect(readersOf(aDigest({ to: dana.email }), config)).toEqual([dana.email]);
  });
});

describe('what a digest counts', () => {
  it('is everything for managers and admins, and a team’s own tickets for a team', () => {
    expect(scopeOf(aDigest(), config, person(mia))).toEqual({});
    expect(scopeOf(aDigest({ to: 'it' }), config, person(mia))).toEqual({ teams: ['it'] });
  });

  it('is, for one person, what they work on: their teams’ tickets, or all when they manage or work in none', () => {
    expect(scopeOf(aDigest({ to: lea.email }), config, person(lea))).toEqual({ teams: ['it', 'network'] });
    expect(scopeOf(aDigest({ to: mia.email }), config, person(mia))).toEqual({});
    expect(scopeOf(aDigest({ to: dana.email }), config, person(dana))).toEqual({});
  });
});

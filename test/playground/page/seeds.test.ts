import { describe, expect, it } from '@jest/globals';
import { rolesIn } from '../../../playground/roles.ts';
import { type NamedInDesk, seedsFor } from '../../../playground/seeds.ts';

const team = { id: 'it', name: 'IT support', agents: ['ben@example.com'], leads: ['lea@example.com'], triage: {} };

function aDesk(change: Partial<NamedInDesk> = {}): NamedInDesk {
  return {
    people: { admins: ['ada@example.com'], managers: ['mia@example.com'] },
    teams: [{ ...team, triage: { slack: '#it-triage' } }],
    services: [],
    channels: [],
    ...change,
  };
}

const hr = { id: 'hr', name: 'HR', agents: ['hana@example.com'], leads: [], triage: { slack: '#hr-triage' } };
const payroll = { id: 'payroll', name: 'Payroll', team: 'hr', keywords: [], confidential: true };

describe('the workspace for a desk', () => {
  it('has everyone whom desk.yaml names, and employees besides, with names', () => {
    const { people } = seedsFor(aDesk());
    expect(people.map(({ realName }) => realName)).toEqual([
      'Dana Novak',
      'Eve Lindqvist',
      'Ben Okafor',
      'Lea Fischer',
      'Mia Rossi',
      'Ada Kovács',
    ]);
  });

  it('makes names of addresses that it does not know, and ids that are never the same', () => {
    const agents = ['ann-marie.jones@corp.example', 'ben@corp.example', 'slack:U024BE7LH', 'teams:1b2c'];
    const { people } = seedsFor(aDesk({ teams: [{ ...team, agents }] }));
    expect(people.map(({ realName }) => realName)).toEqual(
      expect.arrayContaining(['Ann Marie Jones', 'Ben', 'U024BE7LH']),
    );
    expect(people.find(({ id }) => id === 'U024BE7LH')).not.toHaveProperty('email');
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  });

  it('has every channel that desk.yaml names, the desk in all of them', () => {
    const channels = [{ place: { slack: '#ask-anything' }, team: 'it', open: 'message' as const }];
    const seeds = seedsFor(aDesk({ channels }));
    expect(seeds.channels.map(({ name }) => name)).toEqual(['general', 'help-it', 'ask-anything', 'it-triage']);
    expect(seeds.channels.every(({ botIsMember }) => botIsMember)).toBe(true);
  });

  it('takes a channel by its id as well', () => {
    const seeds = seedsFor(aDesk({ teams: [{ ...team, triage: { slack: 'C024BE91L' } }] }));
    expect(seeds.channels.at(-1)).toMatchObject({ id: 'C024BE91L', name: 'c024be91l' });
  });

  it('makes the triage of a confidential team private, for that team alone', () => {
    const { channels, people } = seedsFor(aDesk({ teams: [{ ...team }, hr], services: [payroll] }));
    const hana = people.find(({ name }) => name === 'hana')?.id;
    expect(channels.at(-1)).toMatchObject({ name: 'hr-triage', private: true, members: [hana] });
  });
});

describe('what somebody is', () => {
  it.each([
    ['ada@example.com', 'admin'],
    ['mia@example.com', 'manager'],
    ['lea@example.com', 'lead · IT support'],
    ['Ben@Example.com', 'agent · IT support'],
    ['dana@example.com', 'employee'],
  ])('%s is %s', (email, role) => {
    expect(rolesIn(aDesk())({ id: 'U1', email })).toBe(role);
  });

  it('finds people by id too', () => {
    const desk = aDesk({ teams: [{ ...team, agents: ['slack:U024BE7LH'] }] });
    expect(rolesIn(desk)({ id: 'U024BE7LH' })).toBe('agent · IT support');
  });
});

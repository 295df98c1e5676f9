import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../src/people/person.ts';
import { isAgent, rolesOf, workersOf } from '../../src/people/roles.ts';
import { aConfig } from '../kit/a-config.ts';
import { ada, ben, dana, lea, mia, type Somebody } from '../kit/people.ts';

const person = ({ id, email, name, ref }: Somebody, refs = [ref]): Person => ({
  ...{ id, email, name, refs, isActive: true, checkedAt: new Date(0) },
});

describe('roles', () => {
  it('follow from desk.yaml', () => {
    const config = aConfig();

    expect(rolesOf(person(ben), config)).toEqual({ isAdmin: false, isManager: false, agentOf: ['it'], leadOf: [] });
    expect(rolesOf(person(lea), config)).toMatchObject({ agentOf: ['it', 'network'], leadOf: ['it', 'network'] });
    expect(rolesOf(person(mia), config)).toMatchObject({ isManager: true, agentOf: [] });
    expect(rolesOf(person(ada), config)).toMatchObject({ isAdmin: true, agentOf: [] });
    expect(isAgent(rolesOf(person(dana), config))).toBe(false);
  });

  it('are found by a platform’s id too, whatever the workspace', () => {
    const config = aConfig({ people: { admins: ['slack:U024'], managers: ['slack:T9/U7'] } });

    expect(rolesOf(person(dana, ['slack:T1/U024']), config).isAdmin).toBe(true);
    expect(rolesOf(person(dana, ['slack:T1/U0245']), config).isAdmin).toBe(false);
    expect(rolesOf(person(dana, ['slack:T9/U7']), config).isManager).toBe(true);
    expect(rolesOf(person(dana, ['slack:T8/U7']), config).isManager).toBe(false);
    expect(rolesOf(person(dana, ['teams:T1/U024']), config).isAdmin).toBe(false);
  });

  it('count a lead among those who work in the team, once', () => {
    const [it] = aConfig().teams;

    expect(it && workersOf({ ...it, leads: [ben.id, lea.id] })).toEqual([ben.id, 'cem@example.com', lea.id]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { rolesIn } from '../../../playground/roles.ts';
import { type NamedInDesk, seedsFor } from '../../../playground/seeds.ts';
import { tenantSeedsFor } from '../../../playground/tenant-seeds.ts';

const team = { id: 'it', name: 'IT support', agents: ['ben@example.com'], leads: ['lea@example.com'], triage: {} };

function seeds(change: Partial<NamedInDesk> = {}) {
  const people = { admins: ['ada@example.com'], managers: [] };
  const desk: NamedInDesk = { people, teams: [team], services: [], channels: [], ...change };
  return tenantSeedsFor(desk, seedsFor(desk));
}

const channelsOf = ({ teams }: ReturnType<typeof seeds>) =>
  teams.map(({ name, channels }) => [name, ...channels.map((one) => (typeof one === 'string' ? one : one.name))]);

describe('the tenant for a desk', () => {
  it('has the people of the Slack workspace, by their addresses', () => {
    expect(seeds().people).toEqual(
      expect.arrayContaining([
        { email: 'dana@example.com', realName: 'Dana Novak' },
        { email: 'ben@example.com', realName: 'Ben Okafor' },
      ]),
    );
  });

  it('leaves out whom desk.yaml knows by an id of Slack alone, and takes in whom it knows by one of Teams', () => {
    const { people } = seeds({ teams: [{ ...team, agents: ['slack:U024BE7LH', 'teams:1b2c'] }] });
    expect(people.map(({ realName }) => realName)).not.toContain('U024BE7LH');
    expect(people).toContainEqual({ email: '1b2c@example.com', realName: '1b2c', aadObjectId: '1b2c' });
  });

  it('has one team for everyone, with the channels in which people ask', () => {
    const named = ['IT help', 'Company / Office', '#it help', undefined];
    const channels = named.map((place) => ({
      place: { ...(place ? { teams: place } : {}) },
      team: 'it',
      open: 'message' as const,
    }));
    const made = seeds({ channels });
    expect(channelsOf(made)).toEqual([['Company', 'General', 'IT help', 'Office']]);
    expect(made.teams[0]).toMatchObject({ members: 'everyone', hearsAll: true });
  });

  it('has a team of its own for the triage of each team, for who works there, admins and managers', () => {
    const made = seeds({ teams: [{ ...team, triage: { teams: 'Support / Triage' } }] });
    expect(channelsOf(made).at(-1)).toEqual(['Support', 'General', 'Triage']);
    expect(made.teams.at(-1)?.members).toEqual(['ben@example.com', 'lea@example.com', 'ada@example.com']);
  });

  it('makes the triage of a confidential team private, for that team alone', () => {
    const services = [{ id: 'payroll', name: 'Payroll', team: 'it', keywords: [], confidential: true }];
    const made = seeds({ teams: [{ ...team, triage: { teams: 'Triage' } }], services });
    const members = ['ben@example.com', 'lea@example.com'];
    expect(made.teams.at(-1)).toMatchObject({ name: 'IT support', members });
    expect(made.teams.at(-1)?.channels).toEqual([{ name: 'General' }, { name: 'Triage', members }]);
  });

  it('has everybody in a team of Teams that several teams of the desk share', () => {
    const other = { ...team, id: 'net', agents: ['nia@example.com'], leads: [], triage: { teams: 'Support / Net' } };
    const made = seeds({ teams: [{ ...team, triage: { teams: 'Support / IT' } }, other] });
    expect(channelsOf(made).at(-1)).toEqual(['Support', 'General', 'IT', 'Net']);
    expect(made.teams.at(-1)?.members).toEqual(expect.arrayContaining(['ben@example.com', 'nia@example.com']));
  });

  it('takes a channel by its id as well', () => {
    const made = seeds({ teams: [{ ...team, triage: { teams: '19:abc@thread.tacv2' } }] });
    expect(made.teams.at(-1)?.channels).toContainEqual({ name: 'Channel', id: '19:abc@thread.tacv2' });
  });
});

describe('what somebody is in Teams', () => {
  it('is told by their address or object id', () => {
    const desk = { people: { admins: ['teams:1b2c'], managers: [] }, teams: [team], services: [], channels: [] };
    const roleOf = rolesIn(desk);
    expect(roleOf({ id: '9', email: 'ben@example.com' }, 'teams')).toBe('agent · IT support');
    expect(roleOf({ id: '1b2c', email: 'x@example.com' }, 'teams')).toBe('admin');
    expect(roleOf({ id: '1b2c', email: 'x@example.com' })).toBe('employee');
  });
});

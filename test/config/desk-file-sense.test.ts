import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/config/faults.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const team = 'teams: [{ id: it, agents: [ben@example.com] }]';

function faultsOf(text: string): readonly Fault[] {
  const result = parseDeskFile(text);
  return 'faults' in result ? result.faults : [];
}

/** Text below a good team; its first line is line 2. */
function faultsBelow(text: string): readonly Fault[] {
  return faultsOf(`${team}\n${text}`);
}

function told(faults: readonly Fault[]): string[] {
  return faults.map(({ where, problem, advice }) => `${where} ${problem} ${advice}`);
}

describe('what only the whole file can tell', () => {
  it.each([
    ['services: [{ id: vpn, team: itt }]', 'services[0].team', 'no "itt" among the teams', 'Did you mean "it"?'],
    ['channels: [{ slack: "#a", team: ops }]', 'channels[0].team', 'no "ops" among the teams', 'it'],
    ['serviceLevels: [{ id: a, respond: 1h, when: { team: ops } }]', 'serviceLevels[0].when.team', '"ops"', 'it'],
    [
      'serviceLevels: [{ id: a, respond: 1h, when: { service: vpn } }]',
      'serviceLevels[0].when.service',
      '"vpn"',
      'Define it',
    ],
    ['serviceLevels: [{ id: a, respond: 1h, calendar: alway }]', 'serviceLevels[0].calendar', '"alway"', '"always"?'],
    ['services: [{ id: vpn }, { id: vpn }]', 'services[1].id', '"vpn" is already the id', 'Rename'],
    ['calendars: [{ id: a, open: 24x7 }, { id: a, open: 24x7 }]', 'calendars[1].id', '"a" is already', 'Rename'],
    ['channels: [{ slack: "#a" }, { slack: "#a" }]', 'channels[1].slack', '"#a" is already', 'remove'],
    ['channels: [{ open: message }]', 'channels[0]', 'on no platform', 'slack: "#help-it"'],
    ['reminders: [{ at: 50% }, { at: 50% }]', 'reminders[1].at', '"50%" has a reminder', 'remove'],
    ['people: { admins: [ada@example.com, ADA@example.com] }', 'people.admins[1]', 'in this list twice', 'Remove'],
    ['serviceLevels: [{ id: a, when: {} }]', 'serviceLevels[0]', 'sets no target', 'respond'],
    [
      'serviceLevels: [{ id: a, respond: 1h }, { id: b, respond: 1h, when: { priority: P1 } }]',
      'serviceLevels[1]',
      'never used',
      'up',
    ],
    [
      'digests: [{ id: a, at: "08:30", to: bem@example.com }]',
      'digests[0].to',
      'listed nowhere',
      'Did you mean "ben@example.com"?',
    ],
  ])('is refused too: %s', (text, path, problem, advice) => {
    expect(faultsBelow(text)).toEqual([
      {
        where: `desk.yaml:2 (${path})`,
        problem: expect.stringContaining(problem),
        advice: expect.stringContaining(advice),
      },
    ]);
  });

  it('accepts a digest for managers, admins, a team, or anybody who is listed', () => {
    const to = ['managers', 'admins', 'it', 'Ben@example.com'];
    const digests = to.map((reader, at) => `{ id: d${at}, at: "08:30", to: ${reader} }`);

    expect(faultsBelow(`digests: [${digests.join(', ')}]`)).toEqual([]);
  });

  it('refuses teams of the same id, and teams without people', () => {
    expect(told(faultsOf('teams:\n  - { id: it, agents: [ben@example.com] }\n  - { id: it, agents: [] }\n'))).toEqual([
      expect.stringMatching(/^desk\.yaml:3 \(teams\[1\]\.id\) "it" is already the id of another team\./),
      expect.stringMatching(/^desk\.yaml:3 \(teams\[1\]\) Nobody belongs to this team\./),
    ]);
  });

  it('accepts a team of leads alone', () => {
    expect(faultsOf('teams: [{ id: it, leads: [lea@example.com] }]')).toEqual([]);
  });
});

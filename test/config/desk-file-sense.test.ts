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
    [
      'serviceLevels: [{ id: a, respond: 1h, when: { group: bord } }]',
      'serviceLevels[0].when.group',
      '"bord"',
      'groups',
    ],
    ['serviceLevels: [{ id: a, respond: 1h, with: { team: itt } }]', 'serviceLevels[0].with.team', '"itt"', '"it"?'],
    [
      'serviceLevels: [{ id: a, respond: 1h, with: { team: it, towards: hr } }]',
      'serviceLevels[0].with.towards',
      '"hr" among the teams',
      'it',
    ],
    [
      'serviceLevels: [{ id: a, resolve: 1h, with: { vendor: isp } }]',
      'serviceLevels[0].with.vendor',
      '"isp"',
      'vendors',
    ],
    ['groups: [{ id: a }, { id: a }]', 'groups[1].id', '"a" is already the id of another group', 'Rename'],
    ['vendors: [{ id: a }, { id: a }]', 'vendors[1].id', '"a" is already the id of another vendor', 'Rename'],
    ['groups: [{ id: a, members: [Mia@example.com, mia@example.com] }]', 'groups[0].members[1]', 'twice', 'Remove'],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { country: QQ } }]',
      'calendars[0].holidays.country',
      'known for "QQ"',
      'two capitals',
    ],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { country: DE, region: BR } }]',
      'calendars[0].holidays.region',
      'known for "BR" in DE',
      'Use one of: BB, BE, BW, BY',
    ],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { country: DE, region: BY-B } }]',
      'calendars[0].holidays.region',
      'known for "BY-B" in DE',
      'BY-A',
    ],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { country: VA, region: X } }]',
      'calendars[0].holidays.region',
      'known for "X" in VA',
      'Leave the region out.',
    ],
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
      'serviceLevels: [{ id: a, respond: 1h, with: { team: it } }, { id: b, respond: 1h, when: { kind: change }, with: { team: it } }]',
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

  it('accepts places of which public holidays are known, with a part of a region too', () => {
    const places = ['country: DE', 'country: DE, region: BE', 'country: DE, region: BY-A', 'country: US, region: CA'];
    const calendars = places.map((place, at) => `{ id: c${at}, open: 24x7, holidays: { ${place} } }`);

    expect(faultsBelow(`calendars: [${calendars.join(', ')}]`)).toEqual([]);
  });

  it('judges promises to requesters and each agreement apart', () => {
    const levels = ['', 'with: { team: it }', 'with: { team: it, towards: hr }', 'with: { vendor: isp }'];
    const written = levels.map((agreed, at) => `  - { id: l${at}, resolve: 1h${agreed && `, ${agreed}`} }`);
    const teams = 'teams: [{ id: it, agents: [ben@example.com] }, { id: hr, agents: [hana@example.com] }]';

    expect(faultsOf([teams, 'vendors: [{ id: isp }]', 'serviceLevels:', ...written].join('\n'))).toEqual([]);
  });

  it('refuses an agreement with a vendor that does not say how long it may take', () => {
    const levels = 'serviceLevels: [{ id: a, respond: 1h, with: { vendor: isp } }, { id: b, with: { team: it } }]';

    expect(told(faultsBelow(`vendors: [{ id: isp }]\n${levels}`))).toEqual([
      expect.stringMatching(/^desk\.yaml:3 \(serviceLevels\[1\]\) This service level sets no target\./),
      expect.stringMatching(/^desk\.yaml:3 \(serviceLevels\[0\]\) This agreement with a vendor .* Add resolve: /),
    ]);
  });

  it('refuses hours for people who are no agents of the team, and people who are in a shift twice', () => {
    const shift = '{ agents: [Ben@example.com, bem@example.com, ben@example.com], open: 24x7 }';
    const text = `teams:\n  - id: it\n    agents: [ben@example.com]\n    shifts:\n      - ${shift}\n`;

    expect(told(faultsOf(text))).toEqual([
      expect.stringMatching(/^desk\.yaml:5 \(teams\[0\]\.shifts\[0\]\.agents\[2\]\) .* in this list twice/),
      expect.stringMatching(
        /^desk\.yaml:5 \(teams\[0\]\.shifts\[0\]\.agents\[1\]\) "bem@example\.com" is no agent .*Did you mean "ben@example\.com"\?/,
      ),
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

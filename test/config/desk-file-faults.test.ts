import { describe, expect, it } from '@jest/globals';
import { describeFaults, type Fault } from '../../src/config/faults.ts';
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

describe('a value of the wrong kind', () => {
  it.each([
    ['reopenWithin: 7', 'reopenWithin', '7 is not a duration.', '4h'],
    ['reopenWithin: 7w', 'reopenWithin', '"7w" is not a duration.', '4h'],
    ['reopenWithin: 0d', 'reopenWithin', '"0d" is not a duration.', '4h'],
    ['reopenWithin: 99999999d', 'reopenWithin', '"99999999d" is not a duration.', '4h'],
    ['reaction: ""', 'reaction', '"" is not the name of an emoji.', 'ticket'],
    ['desk: { timeZone: Mars/Olympus }', 'desk.timeZone', '"Mars/Olympus" is not a time zone.', 'Europe/Berlin'],
    ['desk: { timeZone: "+02:00" }', 'desk.timeZone', '"+02:00" is not a time zone.', 'IANA'],
    ['desk: { locale: "?" }', 'desk.locale', '"?" is not a language.', 'en-GB'],
    ['desk: { name: "  " }', 'desk.name', '"  " is not a name.', 'Write'],
    ['desk: IT', 'desk', '"IT" is not a section with keys.', 'name, timeZone, locale'],
    ['people: { admins: ada@example.com }', 'people.admins', '"ada@example.com" is not a list.', '[ben@example.com'],
    ['people: { admins: [ada] }', 'people.admins[0]', '"ada" names nobody.', 'slack:U024BE7LH'],
    ['people: { admins: ["slack:ada"] }', 'people.admins[0]', '"slack:ada" names nobody.', 'e-mail'],
    ['people: { admins: ["teams:ada"] }', 'people.admins[0]', '"teams:ada" names nobody.', 'Entra'],
    ['services: [{ id: V P N }]', 'services[0].id', '"V P N" is not an id.', 'Lower-case'],
    ['services: [{ id: vpn, confidential: maybe }]', 'services[0].confidential', 'neither true nor false', 'true'],
    ['channels: [{ slack: help-it }]', 'channels[0].slack', '"help-it" is not a Slack channel.', '"#help-it"'],
    ['channels: [{ slack: "#Help It" }]', 'channels[0].slack', '"#Help It" is not a Slack channel.', 'id'],
    ['channels:\n  - slack: #help-it', 'channels[0].slack', '`slack` has no value.', 'YAML takes # for a comment'],
    [
      'channels: [{ slack: "#a", open: messages }]',
      'channels[0].open',
      '"messages" is not known',
      'Did you mean "message"?',
    ],
    [
      'priorities: { matrix: { 1: [P1, P2, P3], 2: [P2, P3, P5], 3: [P3, P4, P4] } }',
      'priorities.matrix.2[2]',
      '"P5"',
      'P4',
    ],
    [
      'priorities: { matrix: { 1: [P1, P2, P3], 3: [P3, P4, P4] } }',
      'priorities.matrix.2',
      '`2` is missing.',
      'urgency',
    ],
    [
      'priorities: { matrix: { 1: [P1], 2: [P2, P3, P3], 3: [P3, P4, P4] } }',
      'priorities.matrix.1',
      'not three',
      'urgency',
    ],
    ['calendars: [{ id: a, open: sometimes }]', 'calendars[0].open', '"sometimes" is not a week.', '24x7'],
    ['calendars: [{ id: a, open: { mo: ["09:00-17:00"] } }]', 'calendars[0].open.mo', '"mo" is not a day', 'mon-fri'],
    [
      'calendars: [{ id: a, open: { mon: ["17:00-09:00"] } }]',
      'calendars[0].open.mon[0]',
      'opening hours',
      'earlier first',
    ],
    [
      'calendars: [{ id: a, open: { mon: ["09:00-09:00"] } }]',
      'calendars[0].open.mon[0]',
      'opening hours',
      'earlier first',
    ],
    ['calendars: [{ id: a, open: { mon: ["09:00-24:01"] } }]', 'calendars[0].open.mon[0]', 'opening hours', '24:00'],
    ['calendars: [{ id: a, open: { mon: "09:00-17:00" } }]', 'calendars[0].open.mon', 'is not a list', '["09:00'],
    [
      'calendars: [{ id: a, open: { mon: ["09:00-12:00", "11:00-13:00"] } }]',
      'calendars[0].open.mon',
      'overlap',
      'begin',
    ],
    [
      'calendars: [{ id: a, open: { mon-fri: ["09:00-12:00"], fri: [] } }]',
      'calendars[0].open.fri',
      'fri are given twice',
      'once',
    ],
    ['calendars: [{ id: a, open: {} }]', 'calendars[0].open', 'never open', '24x7'],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { dates: ["2026-02-30"] } }]',
      'calendars[0].holidays.dates[0]',
      'not a date',
      'Year',
    ],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { region: BE } }]',
      'calendars[0].holidays.region',
      'without its country',
      'DE',
    ],
    [
      'calendars: [{ id: a, open: 24x7, holidays: { country: Germany } }]',
      'calendars[0].holidays.country',
      '"Germany"',
      'DE',
    ],
    ['reminders: [{ at: 75, tell: [lead] }]', 'reminders[0].at', '75 is not a percentage.', '75%'],
    ['reminders: [{ at: 0%, tell: [lead] }]', 'reminders[0].at', '"0%" is not a percentage.', '75%'],
    ['reminders: [{ at: 75%, tell: [leed] }]', 'reminders[0].tell[0]', '"leed"', 'Did you mean "lead"?'],
    ['reminders: [{ at: 75%, escalate: down }]', 'reminders[0].escalate', 'only escalate up', 'up'],
    ['quietHours: { from: 20:00, to: "8:00" }', 'quietHours.to', '"8:00" is not a time of day.', '"08:30"'],
    ['quietHours: { from: "20:00", to: "20:00" }', 'quietHours.to', 'end when they begin', 'different'],
    ['holdReasons: { vendor: stop }', 'holdReasons.vendor', '"stop"', 'paused, runs'],
    [
      'digests: [{ id: a, at: "08:30", days: [mon, tuesday] }]',
      'digests[0].days[1]',
      '"tuesday" is not a day',
      'mon-fri',
    ],
    ['digests: [{ id: a, at: "08:30", days: mon-fry }]', 'digests[0].days', '"mon-fry" is not a day', 'mon-fri'],
    ['digests: [{ id: a }]', 'digests[0].at', '`at` is missing.', '"08:30"'],
    ['autoClose: {}', 'autoClose.after', '`after` is missing.', '4h'],
  ])('is refused with its place and what to write: %s', (text, path, problem, advice) => {
    const line = text.split('\n').length + 1;

    expect(faultsBelow(text)).toEqual([
      {
        where: `desk.yaml:${line} (${path})`,
        problem: expect.stringContaining(problem),
        advice: expect.stringContaining(advice),
      },
    ]);
  });
});

describe('an unknown key', () => {
  it.each([
    ['serviceLevel: []', 'serviceLevel', '`serviceLevel` is not known here.', 'Did you mean "serviceLevels"?'],
    ['services:\n  - id: vpn\n    keyword: [vpn]', 'services[0].keyword', '`keyword`', 'Did you mean "keywords"?'],
    ['retention: { closedTicket: 1d }', 'retention.closedTicket', '`closedTicket`', 'Did you mean "closedTickets"?'],
    [
      'serviceLevels:\n  - id: a\n    respond: 1h\n    when: { prio: P1 }',
      'serviceLevels[0].when.prio',
      '`prio`',
      'kind, priority',
    ],
    ['holdReasons: { vendor: { clok: paused } }', 'holdReasons.vendor.clok', '`clok`', 'Did you mean "clock"?'],
    ['nudges: { unclamed: off }', 'nudges.unclamed', '`unclamed`', 'Did you mean "unclaimed"?'],
    ['nudges: { unclaimed: { agin: 4h, after: 1h } }', 'nudges.unclaimed.agin', '`agin`', 'Did you mean "again"?'],
    ['noAnswer: { ask: 1d }', 'noAnswer.ask', '`ask`', 'askAfter'],
    [
      'serviceLevels: [{ id: a, respond: 1h, with: { vender: isp } }]',
      'serviceLevels[0].with.vender',
      '`vender`',
      'vendor',
    ],
    ['colour: blue', 'colour', '`colour`', 'Known keys here: desk, people, teams'],
    ['unknown:', 'unknown', '`unknown`', 'Known keys'],
  ])('is refused at its own line, with what was meant: %s', (text, path, problem, advice) => {
    const line = text.split('\n').length + 1;

    expect(faultsBelow(text)).toEqual([
      {
        where: `desk.yaml:${line} (${path})`,
        problem: expect.stringContaining(problem),
        advice: expect.stringContaining(advice),
      },
    ]);
  });
});

describe('a file without teams', () => {
  it.each([
    ['', 'desk.yaml:1 (teams)', '`teams` is missing.'],
    ['desk: { name: X }', 'desk.yaml:1 (teams)', '`teams` is missing.'],
    ['teams: []', 'desk.yaml:1 (teams)', 'There is no team.'],
    ['teams:', 'desk.yaml:1 (teams)', '`teams` has no value.'],
    ['- teams', 'desk.yaml:1', '["teams"] is not a section with keys.'],
    ['hello', 'desk.yaml:1', '"hello" is not a section with keys.'],
  ])('is refused: "%s"', (text, where, problem) => {
    expect(faultsOf(text)).toMatchObject([{ where, problem }]);
  });
});

describe('many faults', () => {
  it('are all told at once, in the order of the file', () => {
    const faults = faultsOf(`desk: { timeZone: Berlin }
teams:
  - id: it
    agents: [ben]
services:
  - { id: vpn, team: itt, keyword: [vpn] }
serviceLevels:
  - { id: a, respond: soon }
  - { id: a, resolve: 4h }
`);

    expect(faults.map(({ where }) => where)).toEqual([
      'desk.yaml:1 (desk.timeZone)',
      'desk.yaml:4 (teams[0].agents[0])',
      'desk.yaml:6 (services[0].keyword)',
      'desk.yaml:6 (services[0].team)',
      'desk.yaml:8 (serviceLevels[0].respond)',
      'desk.yaml:9 (serviceLevels[1].id)',
      'desk.yaml:9 (serviceLevels[1])',
    ]);
  });

  it('make a text that says what each is and what to do', () => {
    const faults = [
      { where: 'PORT', problem: 'It is odd.', advice: 'Make it even.' },
      { where: 'desk.yaml:3 (teams)', problem: 'None.', advice: 'Add one.' },
    ];

    expect(describeFaults(faults)).toBe(
      'Deskhand cannot start: 2 things must be put right first.\n\n' +
        '  PORT\n    It is odd.\n    Make it even.\n\n  desk.yaml:3 (teams)\n    None.\n    Add one.\n',
    );
    expect(describeFaults(faults.slice(1), 'desk.yaml was not taken over')).toMatch(
      /^desk\.yaml was not taken over: one thing must be put right first\./,
    );
  });
});

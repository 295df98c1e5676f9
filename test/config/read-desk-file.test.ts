import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { parseDeskFile, readDeskFile } from '../../src/config/read-desk-file.ts';

const hour = 3_600_000;
const day = 24 * hour;
const justATeam = 'teams: [{ id: it, agents: [ben@example.com] }]\n';

function configOf(text: string): DeskConfig {
  const result = parseDeskFile(text);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 2));
  return result.config;
}

describe('a desk.yaml with nothing but a team', () => {
  it('is a whole desk, every default filled in', () => {
    expect(configOf(justATeam)).toEqual({
      desk: { name: 'IT Help', timeZone: 'UTC', locale: 'en' },
      people: { admins: [], managers: [] },
      teams: [{ id: 'it', name: 'it', agents: ['ben@example.com'], leads: [], triage: {} }],
      services: [],
      channels: [],
      priorities: { matrix: { 1: ['P1', 'P2', 'P3'], 2: ['P2', 'P3', 'P4'], 3: ['P3', 'P4', 'P4'] } },
      calendars: [{ id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }],
      serviceLevels: [
        {
          id: 'p1',
          when: { priority: 'P1' },
          calendar: 'always',
          respondMs: 900_000,
          updateMs: hour,
          resolveMs: 4 * hour,
        },
        { id: 'standard', when: {}, calendar: 'always', respondMs: 4 * hour, resolveMs: 24 * hour },
      ],
      holdReasons: { requester: 'paused', vendor: 'paused', change: 'runs', scheduled: 'paused' },
      parkedAtMostMs: {},
      claimAnswers: false,
      groups: [],
      vendors: [],
      nudges: { unclaimed: { afterMs: hour, againMs: 4 * hour }, stale: { afterMs: 2 * day } },
      noAnswer: { askAfterMs: day, askAgainAfterMs: 3 * day, resolveAfterMs: 7 * day },
      promises: { remindBeforeMs: 900_000 },
      reminders: [
        { atPercent: 50, tell: ['assignee'] },
        { atPercent: 75, tell: ['assignee', 'team'] },
        { atPercent: 90, tell: ['lead'] },
        { atPercent: 100, tell: ['lead', 'manager'], escalate: 'up' },
      ],
      reopenWithinMs: 7 * day,
      autoCloseAfterMs: 3 * day,
      digests: [],
      retention: { closedTicketsMs: 730 * day, messagesMs: 730 * day },
      reaction: 'ticket',
    });
  });

  it('may have sections whose lines are all commented out', () => {
    expect(configOf(`${justATeam}services:\n  # - { id: vpn }\ndigests:\n`)).toEqual(configOf(justATeam));
  });
});

describe('what a desk.yaml says', () => {
  it('reaches the desk in its own units', () => {
    const config = configOf(`${justATeam}
reopenWithin: 90s
autoClose: { after: 15m }
survey: { after: 2h }
retention: { messages: 30d }
quietHours: { from: "20:00", to: "24:00" }
reminders: [{ at: 110%, tell: [lead] }]
serviceLevels: [{ id: all, update: 1d }]
reaction: ":admission_tickets:"
`);

    expect(config).toMatchObject({
      reopenWithinMs: 90_000,
      autoCloseAfterMs: 900_000,
      survey: { afterMs: 2 * hour, remindAfterMs: 2 * day },
      retention: { closedTicketsMs: 730 * day, messagesMs: 30 * day },
      quietHours: { from: '20:00', to: '24:00', except: ['P1'] },
      reminders: [{ atPercent: 110, tell: ['lead'] }],
      serviceLevels: [{ id: 'all', when: {}, calendar: 'always', updateMs: day }],
      reaction: 'admission_tickets',
    });
    expect(config.serviceLevels[0]).not.toHaveProperty('respondMs');
  });

  it('knows groups, vendors, agreements and how long a ticket may wait', () => {
    const config = configOf(`
teams: [{ id: it, agents: [ben@example.com] }, { id: network, agents: [nia@example.com] }]
groups: [{ id: board, name: Board, members: [Mia@example.com] }, { id: interns }]
vendors: [{ id: isp, name: Acme Net }, { id: printers }]
claimAnswers: true
serviceLevels:
  - { id: board, when: { group: board }, respond: 15m }
  - { id: net-for-it, with: { team: network, towards: it }, respond: 1h }
  - { id: net, with: { team: network }, respond: 2h }
  - { id: isp, with: { vendor: isp }, resolve: 8h }
holdReasons: { requester: runs, vendor: { clock: runs, atMost: 5d }, change: { atMost: 2s } }
`);

    expect(config).toMatchObject({
      groups: [
        { id: 'board', name: 'Board', members: ['mia@example.com'] },
        { id: 'interns', name: 'interns', members: [] },
      ],
      vendors: [
        { id: 'isp', name: 'Acme Net' },
        { id: 'printers', name: 'printers' },
      ],
      claimAnswers: true,
      holdReasons: { requester: 'runs', vendor: 'runs', change: 'runs', scheduled: 'paused' },
      parkedAtMostMs: { vendor: 5 * day, change: 2000 },
    });
    expect(config.serviceLevels.map((level) => level.with)).toEqual([
      undefined,
      { team: 'network', towards: 'it' },
      { team: 'network' },
      { vendor: 'isp' },
    ]);
    expect(config.serviceLevels[0]?.when).toEqual({ group: 'board' });
  });

  it('gives a team its shifts, in the zone of the desk unless they name one, and a calendar its single days', () => {
    const config = configOf(`
desk: { timeZone: Europe/Berlin }
teams:
  - id: it
    agents: [ben@example.com, cem@example.com]
    assign: fewest
    shifts:
      - { agents: [ben@example.com], open: { mon: ["08:00-16:00"] } }
      - { agents: [Cem@example.com], timeZone: Asia/Tokyo, open: 24x7 }
calendars:
  - id: office
    open: 24x7
    exceptions: [{ date: "2026-12-31", open: ["10:00-12:00", "08:00-09:00"] }, { date: "2026-12-30", open: [] }]
`);

    expect(config.teams[0]).toMatchObject({
      assign: 'fewest',
      shifts: [
        { agents: ['ben@example.com'], timeZone: 'Europe/Berlin', open: { mon: [{ from: 480, to: 960 }] } },
        { agents: ['cem@example.com'], timeZone: 'Asia/Tokyo', open: '24x7' },
      ],
    });
    expect(config.calendars[1]?.exceptions).toEqual([
      {
        date: '2026-12-31',
        open: [
          { from: 480, to: 540 },
          { from: 600, to: 720 },
        ],
      },
      { date: '2026-12-30', open: [] },
    ]);
  });

  it.each([
    ['nudges: off', {}],
    ['nudges: { unclaimed: off }', { stale: { afterMs: 2 * day } }],
    ['nudges: { stale: off }', { unclaimed: { afterMs: hour, againMs: 4 * hour } }],
    [
      'nudges: { unclaimed: { after: 2s }, stale: { after: 3s } }',
      { unclaimed: { afterMs: 2000 }, stale: { afterMs: 3000 } },
    ],
    ['nudges: {}', { unclaimed: { afterMs: hour, againMs: 4 * hour }, stale: { afterMs: 2 * day } }],
  ])('turns nudges off one by one or all, and a nudge that is there replaces its default whole: %s', (text, nudges) => {
    expect(configOf(justATeam + text).nudges).toEqual(nudges);
  });

  it('asks nobody again when that is off', () => {
    expect(configOf(`${justATeam}noAnswer: off\n`)).not.toHaveProperty('noAnswer');
  });

  it('asks nobody how it went without a survey, and has a default for each part of one', () => {
    expect(configOf(justATeam)).not.toHaveProperty('survey');
    expect(configOf(`${justATeam}survey: {}\n`).survey).toEqual({
      afterMs: hour,
      remindAfterMs: 2 * day,
      atMostEveryMs: 14 * day,
      isAnonymous: false,
      lowScore: 2,
    });
  });

  it('sends digests every day, up to three hours late, in the zone of the desk, unless they say otherwise', () => {
    const config = configOf(`${justATeam}
desk: { timeZone: Europe/Berlin }
digests:
  - { id: a, at: "08:30" }
  - { id: b, at: "08:30", every: month, timeZone: Asia/Tokyo, lateAtMost: 1s }
`);

    expect(config.digests).toMatchObject([
      { id: 'a', to: 'managers', every: 'day', timeZone: 'Europe/Berlin', lateAtMostMs: 3 * hour },
      { id: 'b', to: 'managers', every: 'month', timeZone: 'Asia/Tokyo', lateAtMostMs: 1000 },
    ]);
  });

  it('takes seconds wherever it takes a duration', () => {
    const config = configOf(`${justATeam}
serviceLevels: [{ id: all, respond: 1s, update: 2s, resolve: 3s }]
reopenWithin: 1s
autoClose: { after: 1s }
noAnswer: { askAfter: 1s, askAgainAfter: 2s, resolveAfter: 3s }
promises: { remindBefore: 1s }
survey: { after: 1s, remindAfter: 1s, atMostEvery: 1s, anonymous: true, lowScore: 5 }
retention: { closedTickets: 1s, messages: 1s }
`);

    expect(config).toMatchObject({
      serviceLevels: [{ respondMs: 1000, updateMs: 2000, resolveMs: 3000 }],
      reopenWithinMs: 1000,
      autoCloseAfterMs: 1000,
      noAnswer: { askAfterMs: 1000, askAgainAfterMs: 2000, resolveAfterMs: 3000 },
      promises: { remindBeforeMs: 1000 },
      survey: { afterMs: 1000, remindAfterMs: 1000, atMostEveryMs: 1000, isAnonymous: true, lowScore: 5 },
      retention: { closedTicketsMs: 1000, messagesMs: 1000 },
    });
  });

  it('names people by e-mail in any case, or by their id on a platform', () => {
    const config = configOf(`
teams: [{ id: it, agents: [Ben@Example.COM, "slack:U024BE7LH", "teams:0A1B2C3D-0000-4000-8000-00000000000F"] }]
`);

    expect(config.teams[0]?.agents).toEqual([
      'ben@example.com',
      'slack:U024BE7LH',
      'teams:0a1b2c3d-0000-4000-8000-00000000000f',
    ]);
  });

  it('gives services and channels that name no team to the first', () => {
    const config = configOf(`
teams: [{ id: it, agents: [ben@example.com] }, { id: hr, agents: [hana@example.com] }]
services: [{ id: vpn, keywords: [VPN, vpn, Remote Access] }, { id: payroll, team: hr, confidential: true }]
channels: [{ slack: "#help-it" }, { slack: C024BE91L, teams: "19:abc@thread.tacv2", team: hr, open: reaction }]
`);

    expect(config.services).toEqual([
      { id: 'vpn', name: 'vpn', team: 'it', keywords: ['vpn', 'remote access'], confidential: false },
      { id: 'payroll', name: 'payroll', team: 'hr', keywords: [], confidential: true },
    ]);
    expect(config.channels).toEqual([
      { place: { slack: '#help-it' }, team: 'it', open: 'mention' },
      { place: { slack: 'C024BE91L', teams: '19:abc@thread.tacv2' }, team: 'hr', open: 'reaction' },
    ]);
  });

  it('spreads ranges of days over the week, over the weekend too, and keeps the hours in order', () => {
    const config = configOf(`${justATeam}
desk: { timeZone: Europe/Berlin }
calendars:
  - { id: office, open: { mon-wed: ["13:00-24:00", "09:00 - 12:30"], "sat-sun,fri": ["10:00-11:00"] } }
digests: [{ id: a, at: "08:30", days: [mon-tue, fri] }, { id: b, at: "08:30", days: sat-mon }, { id: c, at: "08:30" }]
`);
    const long = [
      { from: 540, to: 750 },
      { from: 780, to: 1440 },
    ];
    const short = [{ from: 600, to: 660 }];

    expect(config.calendars.map(({ id, timeZone }) => [id, timeZone])).toEqual([
      ['always', 'Europe/Berlin'],
      ['office', 'Europe/Berlin'],
    ]);
    expect(config.calendars[1]?.open).toEqual({ mon: long, tue: long, wed: long, fri: short, sat: short, sun: short });
    expect(config.digests.map(({ days }) => days)).toEqual([
      ['mon', 'tue', 'fri'],
      ['mon', 'sat', 'sun'],
      ['mon', 'tue', 'wed', 'thu', 'fri'],
    ]);
  });
});

describe('reading the file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives the desk of a good one', async () => {
    const path = join(folder, 'good.yaml');
    await writeFile(path, justATeam);

    expect(await readDeskFile(path)).toMatchObject({ config: { teams: [{ id: 'it' }] } });
  });

  it('names the file and the line of a bad one', async () => {
    const path = join(folder, 'bad.yaml');
    await writeFile(path, `${justATeam}reaction: 7\n`);

    expect(await readDeskFile(path)).toMatchObject({ faults: [{ where: `${path}:2 (reaction)` }] });
  });

  it('tells to copy the demo desk when there is none', async () => {
    const path = join(folder, 'absent.yaml');

    expect(await readDeskFile(path)).toEqual({
      faults: [
        { where: path, problem: 'There is no such file.', advice: expect.stringMatching(/^Copy the demo desk/) },
      ],
    });
  });

  it('tells that a folder is no file', async () => {
    expect(await readDeskFile(folder)).toMatchObject({ faults: [{ problem: 'The file cannot be read (EISDIR).' }] });
  });

  it('accepts the demo desk', async () => {
    expect(await readDeskFile('desk.yaml')).toMatchObject({
      config: {
        teams: [{ id: 'it' }, { id: 'network' }, { id: 'hr' }],
        people: { admins: ['ada@example.com'], managers: ['mia@example.com'] },
      },
    });
  });
});

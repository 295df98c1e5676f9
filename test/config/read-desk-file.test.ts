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
      outages: { reports: 3, withinMs: 600_000, similarity: 0.5, countBots: false, lookBackMs: 86_400_000 },
      recurring: { times: 5, withinMs: 2_592_000_000 },
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
      knowledge: { folder: 'knowledge', synonyms: [], isAnswering: true, staleAfterMs: 180 * 86_400_000 },
      replies: [],
      assistant: {
        isEnabled: true,
        uses: { triage: true, answers: true, drafts: true, summaries: true, translation: true, embeddings: true },
        confidentialServices: [],
        budget: {},
        prices: {},
        currency: 'USD',
        keepCallsMs: 90 * day,
        triage: {
          mode: 'on',
          confidence: { kind: 0.8, service: 0.6, team: 0.8, category: 0.8, impact: 0.8, urgency: 0.8 },
          suggestFrom: 0.5,
          licence: { judged: 30, band: 0.1 },
          questions: { when: 'unclear', atMost: 3 },
        },
      },
      reaction: 'ticket',
      masking: { emails: true, phones: true, ipAddresses: false },
      secrets: { expiresAfterMs: day },
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

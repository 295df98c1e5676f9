import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const hour = 3_600_000;
const day = 24 * hour;
const justATeam = 'teams: [{ id: it, agents: [ben@example.com] }]\n';

function configOf(text: string): DeskConfig {
  const result = parseDeskFile(text);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults, null, 2));
  return result.config;
}

describe('what a desk.yaml says of time and of what the desk does by itself', () => {
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
});

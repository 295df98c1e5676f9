import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../src/tickets/history.ts';
import { moves } from '../../src/tickets/history.ts';
import { agentButtons, requesterButtons } from '../../src/views/card-buttons.ts';
import { historyLines } from '../../src/views/history-lines.ts';
import { ticketDetails } from '../../src/views/ticket-details.ts';
import { aContext } from './a-context.ts';
import { aRemark, aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { labelsOf, linesOf, saidBy } from './shown.ts';

const insider = { isInsider: true, buttons: [] };
const outsider = { isInsider: false, buttons: [] };
const internal = aRemark({
  id: 'n1',
  author: 'ben',
  side: 'agent',
  visibility: 'internal',
  text: 'He broke it himself',
});

function entry(facts: Partial<HistoryEntry>): HistoryEntry {
  return { at: openedAt, by: 'ben', move: 'claim', changes: [], ...facts };
}

function historyOf(entries: readonly HistoryEntry[], isInsider = true): readonly string[] {
  const title = { title: 'x', blocks: historyLines(entries, aContext(), { isInsider, count: 15 }) };
  return linesOf(title)
    .slice(1)
    .map((line) => line.split(' · ').slice(1).join(' · '));
}

describe('a ticket shown whole', () => {
  it('shows insiders what agents say among themselves, and nobody else', () => {
    const remarks = [aRemark(), internal];

    expect(saidBy(ticketDetails(aTicket(), remarks, aContext(), insider))).toContain('He broke it himself');
    const outside = saidBy(ticketDetails(aTicket(), remarks, aContext(), outsider));
    expect(outside).toContain('It still says no.');
    expect(outside).not.toContain('He broke it himself');
  });

  it('keeps reasons, tags and links from those outside the team', () => {
    const ticket = aTicket({
      priorityReason: 'secret-reason',
      tags: ['secret-tag'],
      links: [{ kind: 'related', to: 'INC-999' }],
      history: [
        entry({ move: 'escalateTeam', note: 'secret-escalation', changes: [{ field: 'team', from: 'it', to: 'net' }] }),
        entry({ move: 'escalateUp', note: 'secret-up' }),
        entry({ move: 'prioritise', note: 'secret-priority' }),
        entry({ move: 'assign', note: 'secret-assignment' }),
      ],
    });

    expect(JSON.stringify(ticketDetails(ticket, [], aContext(), outsider))).not.toMatch(/secret|INC-999/);
    const inside = saidBy(ticketDetails(ticket, [], aContext(), insider));
    for (const word of ['secret-reason', 'secret-tag', 'INC-999', 'secret-escalation', 'secret-up'])
      expect(inside).toContain(word);
  });

  it('offers what the reader may do', () => {
    const { words } = aContext();
    const ticket = aTicketThatIs('resolved');
    const buttons = (all: ReturnType<typeof agentButtons>) =>
      labelsOf(ticketDetails(ticket, [], aContext(), { isInsider: true, buttons: all }).buttons);

    expect(buttons(agentButtons(ticket, words))).toEqual(['Reopen', 'Note']);
    expect(buttons(requesterButtons(ticket, words))).toEqual(["It's fixed", 'Still broken']);
  });

  it('says so when nobody has written', () => {
    const remarks = [aRemark({ isDescription: true })];

    expect(linesOf(ticketDetails(aTicket(), remarks, aContext(), insider))).toContain(
      'Nobody has written anything yet.',
    );
  });

  it('does not show words that were deleted', () => {
    const said = saidBy(ticketDetails(aTicket(), [aRemark({ deletedAt: openedAt })], aContext(), insider));

    expect(said).not.toContain('It still says no.');
    expect(said).toContain('The author has deleted this message.');
  });
});

describe("a ticket's history", () => {
  it('tells each move in words', () => {
    const lines = historyOf([
      entry({ by: 'dana', move: 'open' }),
      entry({ by: 'lea', move: 'assign', changes: [{ field: 'assignee', from: null, to: 'ben' }] }),
      entry({
        move: 'hold',
        changes: [{ field: 'hold', from: null, to: { reason: 'vendor' } }],
        note: 'They call back',
      }),
      entry({ move: 'escalateTeam', changes: [{ field: 'team', from: 'it', to: 'net' }] }),
      entry({ move: 'escalateUp', changes: [{ field: 'level', from: 1, to: 2 }] }),
      entry({ move: 'prioritise', changes: [{ field: 'priority', from: 'P3', to: 'P1' }] }),
      entry({ move: 'prioritise', changes: [{ field: 'impact', from: 3, to: 2 }] }),
      entry({ move: 'resolve', changes: [{ field: 'resolution', from: null, to: { code: 'workaround' } }] }),
      entry({ by: 'desk', move: 'close' }),
      entry({ move: 'merge', changes: [{ field: 'mergedInto', from: null, to: 'INC-7' }] }),
      entry({ by: 'dana', move: 'redescribe', changes: [{ field: 'description', from: 'a', to: 'b' }] }),
      entry({ by: 'dana', move: 'redescribe' }),
    ]);

    expect(lines).toEqual([
      'Dana Lee raised it',
      'Lea Roy assigned it to Ben Ito',
      'Ben Ito put it on hold: waiting for a supplier · They call back',
      'Ben Ito escalated it to Networks',
      'Ben Ito escalated it to level 2',
      'Ben Ito changed the priority from P3 to P1',
      'Ben Ito changed impact or urgency',
      'Ben Ito resolved it: workaround in place',
      'IT Help closed it',
      'Ben Ito merged it into INC-7',
      'Dana Lee edited the description',
      'Dana Lee deleted the message it came from',
    ]);
  });

  it.each<[HistoryEntry['move'], string, string, string]>([
    ['remind', 'sla:resolve@standard:75:kx3', 'reminded: 75 % of the time to resolve has passed', '75 % der Zeit'],
    [
      'remind',
      'sla:respond~team.net@ola:50:kx3',
      'reminded: 50 % of the agreed time to respond has passed',
      'vereinbarten',
    ],
    ['remind', 'unclaimed:2:kx3', 'reminded that nobody has claimed it', 'niemand'],
    ['remind', 'stale:kx3', 'reminded that nothing has happened', 'nichts geschehen'],
    ['remind', 'parked:kx3', 'reminded that it has long been on hold', 'lange wartet'],
    ['remind', 'ask:1:kx3', 'asked the requester again', 'um Antwort gebeten'],
    ['remind', 'promiseSoon:p1', 'reminded of the promised update', 'versprochene'],
    ['remind', 'survey:kx3', 'did not ask how it went: it had asked lately', 'nicht gefragt'],
    ['remind', 'something:new', 'reminded', 'erinnert'],
    ['survey', 'survey:kx3', 'asked how it went', 'gefragt'],
    ['resume', 'wake:kx3', 'resumed it', 'fortgesetzt'],
  ])('tells what the desk did by itself: %s by %s', (move, alarm, english, german) => {
    const rung = entry({ by: 'desk', move, alarm });

    expect(historyOf([rung])).toEqual([`IT Help ${english}`]);
    expect(linesOf({ blocks: historyLines([rung], aContext('de'), { isInsider: true, count: 1 }) })[0]).toContain(
      german,
    );
  });

  it.each([
    ['sla:resolve@standard:100:kx3', 'The time to resolve was over'],
    ['sla:resolve~vendor.acme@uc:100:kx3', 'The agreed time to resolve was over'],
    ['', 'A target was passed'],
  ])('tells of a target that was passed: %s', (alarm, sentence) => {
    expect(historyOf([entry({ by: 'desk', move: 'breach', alarm })])).toEqual([sentence]);
  });

  it('tells until when it is snoozed', () => {
    const snooze = { until: openedAt, by: 'ben' };
    const changes = [{ field: 'snooze', from: undefined, to: snooze }];

    expect(historyOf([entry({ move: 'snooze', changes })])[0]).toMatch(/^Ben Ito snoozed it until Mar 2, 2026/);
  });

  it('keeps reminders from those outside the team', () => {
    expect(
      historyOf([entry({ by: 'desk', move: 'remind', alarm: 'stale:kx3' }), entry({ move: 'breach' })], false),
    ).toEqual([]);
  });

  it('never shows the id of a message as if it were a note', () => {
    expect(historyOf([entry({ move: 'reply', note: 'slack:T1/C1/17000' })])).toEqual(['Ben Ito answered']);
  });

  it('leaves out, for those outside, what the team does among itself', () => {
    const entries = moves.map((move) => entry({ move }));

    const outside = historyOf(entries, false).join('\n');

    expect(outside).toContain('Ben Ito claimed it');
    expect(outside).not.toMatch(/level|priority|impact|edited|watches|linked|another ticket/);
  });

  it('keeps the latest fifteen', () => {
    const many = Array.from({ length: 20 }, (_, level) =>
      entry({ move: 'escalateUp', changes: [{ field: 'level', from: level, to: level + 1 }] }),
    );

    const lines = historyOf(many);

    expect(lines).toHaveLength(15);
    expect(lines.at(-1)).toBe('Ben Ito escalated it to level 20');
  });

  it.each(moves)('has a line for a bare move: %s', (move) => {
    const passively = ['breach', 'missPromise', 'consider'];
    expect(historyOf([entry({ move })])[0]).toMatch(passively.includes(move) ? /^(A|The) .+/ : /^Ben Ito /);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderCard as renderForSlack } from '../../adapters/slack/render-card.ts';
import { renderCard as renderForTeams } from '../../adapters/teams/render-card.ts';
import type { Card } from '../../src/chat/card.ts';
import { type ClockRules, clocksOf } from '../../src/sla/clock.ts';
import { dateSpan } from '../../src/views/dates.ts';
import { explanationCard } from '../../src/views/explanation-card.ts';
import { faultsInMessage } from '../adapters/slack/block-kit-faults.ts';
import { faultsIn } from '../adapters/teams/adaptive-card-faults.ts';
import { aHistory, type Entry, hoursMs, minutes, rules, time } from '../sla/a-history.ts';
import { allRules, begins, life } from '../sla/a-life.ts';
import { aContext } from './a-context.ts';
import { aTicket } from './a-ticket.ts';
import { linesOf, saidBy } from './shown.ts';

interface Facts {
  readonly now?: string;
  readonly locale?: string;
  readonly by?: ClockRules;
  readonly reader?: string;
}

function explained(
  entries: readonly Entry[],
  { now = '15:00', locale = 'en', by = rules, reader = 'ben' }: Facts = {},
): Card {
  const clocks = clocksOf({ moments: aHistory(...entries), rules: by, now: time(now) });
  return explanationCard(aTicket(), clocks, { id: reader }, { ...aContext(locale), now: time(now) });
}

const shown = (at: string, locale = 'en') => dateSpan(time(at), 'dateTime', aContext(locale)).fallback;
const clock = (at: string, locale = 'en') => dateSpan(time(at), 'time', aContext(locale)).fallback;

const opened: Entry = ['10:00', 'dana', 'open'];
const waiting: readonly Entry[] = [opened, ['11:00', 'ben', 'hold', { hold: 'requester' }]];
const answered: readonly Entry[] = [...waiting, ['14:10', 'dana', 'hear']];

describe('the explanation of a ticket', () => {
  it('tells what is promised, how it stands, and what happened', () => {
    expect(linesOf(explained(answered)).slice(-3)).toEqual([
      'Solution',
      'Resolve within 8 h of “office” time, as for every ticket. ' +
        `In time: 1 h 50 min used, 6 h 10 min left, due ${shown('2026-11-05T13:10Z')}. Paused in all: 3 h 10 min.`,
      [
        `${shown('10:00')} · Dana Lee raised it. The time began.`,
        `${shown('10:00')} to ${clock('11:00')} · 1 h counted`,
        `${shown('11:00')} to ${clock('14:10')} · Paused 3 h 10 min while waiting for Dana Lee, by Ben Ito`,
        `${shown('14:10')} · Dana Lee wrote. The time went on.`,
        `Since ${shown('14:10')} · 50 min counted so far`,
      ].join('\n'),
    ]);
  });

  it('does so in German', () => {
    expect(linesOf(explained(answered, { locale: 'de' })).slice(-3)).toEqual([
      'Lösung',
      'Lösung binnen 8 h der Zeit von „office“, wie bei jedem Ticket. ' +
        `Im Plan: 1 h 50 min verbraucht, noch 6 h 10 min, fällig ${shown('2026-11-05T13:10Z', 'de')}. Insgesamt angehalten: 3 h 10 min.`,
      [
        `${shown('10:00', 'de')} · Dana Lee hat es gemeldet. Die Zeit begann.`,
        `${shown('10:00', 'de')} bis ${clock('11:00', 'de')} · 1 h gezählt`,
        `${shown('11:00', 'de')} bis ${clock('14:10', 'de')} · Angehalten: 3 h 10 min, gewartet auf Dana Lee, durch Ben Ito`,
        `${shown('14:10', 'de')} · Dana Lee hat geschrieben. Die Zeit lief weiter.`,
        `Seit ${shown('14:10', 'de')} · bisher 50 min gezählt`,
      ].join('\n'),
    ]);
  });

  it('has the key in its first line and leads to the ticket', () => {
    const card = explained([opened]);

    expect(card.title).toBe('INC-42 VPN is down');
    expect(card.buttons).toMatchObject([{ action: 'ticket.show', value: 'INC-42' }]);
  });

  it('says in one line that there is no service level', () => {
    const card = explained([opened], { by: { ...rules, levels: [] } });

    expect(linesOf(card).slice(1)).toEqual(['INC-42 has no service level, so nothing is promised by a certain time.']);
  });

  it.each<[string, readonly Entry[], Facts, string]>([
    ['a pause that goes on', waiting, {}, 'Paused: 1 h used, 7 h left when it goes on. Paused in all: 4 h.'],
    ['what is nearly due', [opened], { now: '16:59' }, 'Due soon: 6 h 59 min used, 1 h 1 min left, due '],
    [
      'a late one',
      [opened],
      { now: '2026-11-05T12:00Z' },
      `Overdue since ${shown('2026-11-05T10:00Z')}: 10 h used, 2 h more than promised.`,
    ],
    ['what was in time', [opened, ['11:30', 'ben', 'resolve']], {}, 'Met: it took 1 h 30 min.'],
    [
      'what was late',
      [opened, ['2026-11-05T12:00Z', 'ben', 'resolve']],
      { now: '2026-11-06T12:00Z' },
      `Missed: it was due ${shown('2026-11-05T10:00Z')} and took 10 h, 2 h more than promised.`,
    ],
    ['what was cancelled', [opened, ['11:00', 'dana', 'cancel']], {}, 'No verdict: the ticket was cancelled.'],
  ])('tells of %s', (_, entries, facts, sentence) => {
    expect(saidBy(explained(entries, facts))).toContain(sentence);
  });

  it('says due soon from the last quarter on', () => {
    expect(saidBy(explained([opened], { now: '15:59' }))).toContain('In time: 5 h 59 min used, 2 h 1 min left');
    expect(saidBy(explained([opened], { now: '16:00' }))).toContain('Due soon: 6 h used, 2 h left');
  });

  it('tells how many updates were late', () => {
    const p1: Entry = ['10:00', 'dana', 'open', { priority: 'P1' }];
    const late: readonly Entry[] = [p1, ['11:30', 'ben', 'reply'], ['13:00', 'ben', 'reply']];

    expect(saidBy(explained(late, { now: '13:10' }))).toContain('Before that, news came late 2 times.');
    expect(saidBy(explained([...late, ['13:20', 'ben', 'resolve']], { now: '13:30' }))).toContain(
      'Missed: 2 times news came late.',
    );
    expect(saidBy(explained([p1, ['10:30', 'ben', 'resolve']]))).toContain('Met: all news came in time.');
  });

  it('tells who changed the priority, and what became of the promise', () => {
    const said = saidBy(explained([opened, ['12:00', 'lea', 'prioritise', { priority: 'P1' }]], { now: '14:30' }));

    expect(said).toContain('Resolve within 4 h of “always” time, because of priority P1.');
    expect(said).toContain(`${shown('12:00')} · Lea Roy changed the priority: 8 h became 4 h`);
    expect(said).toContain(`${shown('14:00')} · The target was passed.`);
  });

  it('names another service level that allows as long', () => {
    const vip = { id: 'vip', when: { service: 'vpn' }, calendar: 'office', resolveMs: hoursMs(8) };
    const levels = [vip, ...rules.levels];
    const said = saidBy(
      explained([opened, ['12:00', 'ben', 'edit', { service: 'vpn' }]], { by: { ...rules, levels } }),
    );

    expect(said).toContain('Ben Ito edited title, kind or service: service level “vip” came in place of “standard”');
    expect(said).toContain('because of service VPN.');
  });

  it.each([
    ['requester', undefined, 'dana', 'while waiting for you'],
    ['requester', undefined, 'ben', 'while waiting for Dana Lee'],
    ['vendor', undefined, 'ben', 'while waiting for a supplier'],
    ['vendor', 'acme', 'ben', 'while waiting for acme Ltd'],
    ['scheduled', undefined, 'ben', 'while it was scheduled for later'],
  ])('says what it waited for: %s %s, to %s', (hold, vendor, reader, words) => {
    const entry: Entry = ['11:00', 'ben', 'hold', { hold, ...(vendor ? { vendor } : {}) }];

    expect(saidBy(explained([opened, entry], { reader }))).toContain(`Paused 4 h so far ${words}, by Ben Ito`);
  });

  it('tells what fits, several things with their names', () => {
    const when = { kind: 'incident', priority: 'P3', team: 'it', group: 'board' };
    const levels = [{ id: 'board', when, calendar: 'office', resolveMs: hoursMs(2) }];
    const entries: readonly Entry[] = [opened];
    const moments = aHistory(...entries).map((moment) => ({
      ...moment,
      facts: { ...moment.facts, groups: ['board'] },
    }));
    const clocks = clocksOf({ moments, rules: { ...rules, levels }, now: time('11:00') });
    const said = (locale: string) => saidBy(explanationCard(aTicket(), clocks, { id: 'ben' }, aContext(locale)));

    expect(said('en')).toContain('because of priority P3, kind incident, team IT support, and group BOARD.');
    expect(said('de')).toContain('wegen Priorität P3, Art Störung, Team IT support und Gruppe BOARD.');
  });

  it('tells agreements with teams and vendors apart from the promise', () => {
    const levels = [
      ...rules.levels,
      { id: 'net', when: {}, calendar: 'office', resolveMs: hoursMs(3), with: { team: 'net' } },
      { id: 'net-it', when: {}, calendar: 'office', resolveMs: hoursMs(3), with: { team: 'net', towards: 'it' } },
      { id: 'acme', when: {}, calendar: 'always', resolveMs: hoursMs(48), with: { vendor: 'acme' } },
    ];
    const entries: readonly Entry[] = [
      opened,
      ['11:00', 'ben', 'escalateTeam', { team: 'net' }],
      ['12:00', 'nia', 'claim'],
      ['13:00', 'nia', 'hold', { hold: 'vendor', vendor: 'acme' }],
    ];

    const said = linesOf(explained(entries, { by: { ...rules, levels } }));

    expect(said).toEqual(
      expect.arrayContaining([
        'Solution',
        'Solution, as agreed with Networks',
        'Solution, as Networks agreed with IT support',
        'Solution, as agreed with acme Ltd',
      ]),
    );
    expect(said.join('\n')).toContain('Ben Ito escalated it to another team. The time began.');
  });
});

/** A ticket that was on hold a hundred times, with as many agreements as nobody has. */
function endless(locale = 'en'): Card {
  const minute = (at: number) => new Date(time('10:00').getTime() + at * 60_000).toISOString();
  const holds = Array.from({ length: 100 }, (_, index): readonly Entry[] => [
    [minute(index * 4 + 1), 'ben', 'hold', { hold: 'vendor', vendor: `v${index % 12}` }],
    [minute(index * 4 + 3), 'ben', 'resume'],
  ]).flat();
  const vendors = Array.from({ length: 12 }, (_, index) => ({
    ...{ id: `vendor${index}`, when: {}, calendar: 'always', resolveMs: hoursMs(48) },
    with: { vendor: `v${index}` },
  }));
  const levels = [...rules.levels, ...vendors];
  return explained([opened, ...holds], { now: '20:00', locale, by: { ...rules, levels } });
}

describe('the explanation of any ticket', () => {
  it.each(['en', 'de'])('is whole sentences that both platforms take, in %s', (locale) => {
    fc.assert(
      fc.property(life, fc.nat(20_000), (moments, passed) => {
        const now = new Date(begins + minutes(passed));
        const clocks = clocksOf({ moments, rules: allRules, now });
        const card = explanationCard(aTicket(), clocks, { id: 'dana' }, { ...aContext(locale), now });
        const slack = renderForSlack(card);

        expect(saidBy(card)).not.toMatch(/undefined|NaN|null|Invalid|\[object|-\d+ (?:h|min|s)\b/);
        expect(card.blocks.filter((block) => block.kind === 'text' && block.style === 'heading')).toHaveLength(
          clocks.length,
        );
        expect(faultsInMessage(slack.blocks)).toEqual([]);
        expect(JSON.stringify(slack)).not.toMatch(/… \+\d/);
        expect(faultsIn(renderForTeams(card))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long explanation', () => {
  it('leaves out the oldest lines and the last agreements, and says how many', () => {
    const lines = linesOf(endless()).flatMap((line) => line.split('\n'));

    expect(lines).toContainEqual(expect.stringMatching(/^… and \d{3} earlier$/));
    expect(lines).toContain('… and 6 more agreements');
  });

  it('has room for the whole of an ordinary one', () => {
    expect(saidBy(explained(answered))).not.toContain('…');
  });

  it.each([
    ['en', 'and 6 more agreements'],
    ['de', 'und 6 weitere Vereinbarungen'],
  ])('fits a message of both platforms, in %s', (locale, last) => {
    const [slack, teams] = [renderForSlack(endless(locale)), renderForTeams(endless(locale))];

    expect(faultsInMessage(slack.blocks)).toEqual([]);
    expect(faultsIn(teams)).toEqual([]);
    for (const drawn of [slack, teams]) expect(JSON.stringify(drawn)).toContain(last);
    expect(JSON.stringify(slack).length).toBeLessThan(11_000);
  });
});

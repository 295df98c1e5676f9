import { describe, expect, it } from '@jest/globals';
import type { DigestContent, Highlight } from '../../src/reports/digest-content.ts';
import { editionOn } from '../../src/reports/digest-edition.ts';
import { type DigestFacts, digestCard } from '../../src/views/digest-card.ts';
import { digestChart } from '../../src/views/digest-chart.ts';
import { aDigest } from '../reports/a-digest.ts';
import { aContext } from './a-context.ts';
import { labelsOf, linesOf, saidBy } from './shown.ts';

const content: DigestContent = {
  counts: { opened: 12, resolved: 9, open: 30, overdue: 2, dueToday: 4, stuck: 1 },
  earlier: { opened: 9, resolved: 9 },
  bars: [
    { from: '2026-11-22', opened: 1, resolved: 0 },
    { from: '2026-11-23', opened: 11, resolved: 9 },
  ],
};
const since = new Date('2026-11-24T05:00:00Z');
const ticket = { key: 'INC-42', title: 'VPN is down', priority: 'P1', team: 'it' } as const;
const highlights: readonly Highlight[] = [
  { kind: 'overdueP1', ticket, since },
  { kind: 'overdue', ticket, since },
  { kind: 'unclaimed', ticket, since },
  { kind: 'dueNext', ticket, dueAt: since },
  { kind: 'agreement', level: 'standard', tickets: 3 },
  { kind: 'surge', service: 'vpn', opened: 9, usual: 1.25 },
  { kind: 'satisfaction', mean: 3.14, earlier: 4.5, answers: 6 },
];

function facts(every: 'day' | 'week' | 'month', more: Partial<DigestFacts> = {}): DigestFacts {
  const edition = editionOn(aDigest({ every }), every === 'month' ? '2026-12-01' : '2026-11-24');
  return { edition, scope: {}, content, ...more };
}

describe('the card of a digest', () => {
  it('gives the figures of a day as they are', () => {
    const { earlier: _none, ...daily } = content;

    const card = digestCard(facts('day', { content: daily }), aContext());

    expect(card.title).toBe('Daily digest, Tue, Nov 24');
    expect(linesOf(card)).toEqual(
      expect.arrayContaining(['Opened: 12', 'Resolved: 9', 'Open now: 30', 'Overdue: 2', 'Due today: 4', 'Stuck: 1']),
    );
    expect(card.summary).toBe(card.title);
  });

  it('tells in which direction weeks and months go', () => {
    expect(saidBy(digestCard(facts('week'), aContext()))).toContain('Opened: 12, 3 more than the week before');
    expect(saidBy(digestCard(facts('week'), aContext()))).toContain('Resolved: 9, as many as the week before');
    const fewer = { ...content, earlier: { opened: 20, resolved: 1 } };
    const month = digestCard(facts('month', { content: fewer }), aContext('de'));
    expect(month.title).toBe('Monatsüberblick, November 2026');
    expect(saidBy(month)).toContain('Neu: 12, 8 weniger als im Monat davor');
    expect(saidBy(month)).toContain('Gelöst: 9, 8 mehr als im Monat davor');
  });

  it('names the teams that it is about', () => {
    expect(digestCard(facts('day', { scope: { teams: ['it', 'net'] } }), aContext()).title).toBe(
      'Daily digest for IT support, Networks, Tue, Nov 24',
    );
  });

  it.each(highlights)('says what to look at and why: $kind', (highlight) => {
    for (const locale of ['en', 'de']) {
      const card = digestCard(facts('day', { content: { ...content, highlight } }), aContext(locale));
      const at = linesOf(card).findIndex((line) => /one thing|Darauf/.test(line));

      expect(linesOf(card)[at + 1]).toMatch(/INC-42 VPN is down|standard|VPN: |3[.,]1/);
    }
  });

  it('offers the ticket that it names', () => {
    const [highlight] = highlights;
    const card = digestCard(facts('day', { content: { ...content, ...(highlight ? { highlight } : {}) } }), aContext());

    expect(card.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'row',
        button: expect.objectContaining({ action: 'ticket.show', value: 'INC-42' }),
      }),
    );
  });

  it('tells how content people were, and before', () => {
    const happy = { mean: 4.56, answers: 1, earlier: { mean: 4, answers: 3 } };

    expect(saidBy(digestCard(facts('week', { content: { ...content, satisfaction: happy } }), aContext()))).toContain(
      'Satisfaction: 4.6 of 5, from 1 answer; 4 before',
    );
    expect(
      saidBy(
        digestCard(facts('day', { content: { ...content, satisfaction: { mean: 4.56, answers: 8 } } }), aContext('de')),
      ),
    ).toContain('Zufriedenheit: 4,6 von 5, aus 8 Antworten');
  });

  it('is one line when nothing happened and nothing is wrong, with what is open', () => {
    const counts = { opened: 0, resolved: 0, open: 1, overdue: 0, dueToday: 0, stuck: 0 };
    const card = digestCard(facts('day', { content: { ...content, counts } }), aContext());

    expect(card.blocks).toHaveLength(1);
    expect(saidBy(card)).toContain('1 ticket open.');
    expect(labelsOf(card.buttons)).toEqual(['Open list', 'Mute for a week']);
  });

  it('keeps what its buttons are about short enough for every platform', () => {
    const edition = editionOn(aDigest({ id: 'a'.repeat(40) }), '2026-11-24');
    const { buttons = [] } = digestCard(facts('day', { edition }), aContext());

    for (const { value } of buttons) expect(value.length).toBeLessThanOrEqual(140);
  });
});

describe('the picture of a digest', () => {
  it('names days by weekday and date, and weeks by their Monday', () => {
    expect(digestChart(content, facts('day').edition, aContext())).toMatchObject({
      kind: 'bars',
      title: 'Opened and resolved per day',
      categories: ['Sun 22', 'Mon 23'],
      series: [
        { name: 'Opened', values: [1, 11] },
        { name: 'Resolved', values: [0, 9] },
      ],
    });
    expect(digestChart(content, facts('month').edition, aContext('de'))).toMatchObject({
      kind: 'lines',
      title: 'Neu und gelöst je Woche',
      categories: ['22. Nov.', '23. Nov.'],
    });
  });
});

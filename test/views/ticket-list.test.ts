import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { TicketLine, TicketPage } from '../../src/tickets/ticket-store.ts';
import { homePage } from '../../src/views/home-page.ts';
import { ticketList } from '../../src/views/ticket-list.ts';
import { aContext } from './a-context.ts';
import { aTicket } from './a-ticket.ts';
import { labelsOf, linesOf } from './shown.ts';

const list = { id: 'mine', title: 'My issues', empty: 'You have no issues.' };

function aPage(facts: Partial<TicketPage> = {}, count = 2): TicketPage {
  const lines = Array.from({ length: count }, (_, index): TicketLine => aTicket({ key: `INC-${index + 1}` }));
  return { lines, total: count, page: 0, pageSize: 10, ...facts };
}

function rowButtons(card: Card) {
  return card.blocks.flatMap((block) => (block.kind === 'row' && block.button ? [block.button] : []));
}

describe('a list of tickets', () => {
  it('gives each one a line with its key, title, state, priority and age', () => {
    const card = ticketList(aPage(), list, aContext());

    expect(linesOf(card)).toEqual([
      'My issues',
      'INC-1 VPN is down · new · P3 · 1 hr',
      'INC-2 VPN is down · new · P3 · 1 hr',
      '1 to 2 of 2',
    ]);
    expect(rowButtons(card)).toEqual([
      { label: 'Show', action: 'ticket.show', value: 'INC-1' },
      { label: 'Show', action: 'ticket.show', value: 'INC-2' },
    ]);
  });

  it.each([
    ['first', 0, [['Next', 'mine:1']]],
    [
      'middle',
      1,
      [
        ['Previous', 'mine:0'],
        ['Next', 'mine:2'],
      ],
    ],
    ['last', 2, [['Previous', 'mine:1']]],
  ])('leads from its %s page to the others', (_, page, expected) => {
    const { buttons } = ticketList(aPage({ page, pageSize: 2, total: 6 }), list, aContext());

    expect(buttons?.map(({ label, value }) => [label, value])).toEqual(expected);
    expect(buttons?.every(({ action }) => action === 'ticket.list')).toBe(true);
  });

  it('does not lead to a page that holds nothing', () => {
    expect(ticketList(aPage({ pageSize: 2, total: 2 }), list, aContext()).buttons).toEqual([]);
  });

  it('says so when it is empty, and when only this page is', () => {
    expect(linesOf(ticketList(aPage({}, 0), list, aContext()))).toEqual(['My issues', 'You have no issues.']);
    const beyond = aPage({ page: 3, total: 5 }, 0);
    expect(linesOf(ticketList(beyond, list, aContext()))).toContain('There is nothing on this page any more.');
  });

  it('marks a confidential ticket with a lock', () => {
    const lines = [aTicket({ confidential: true })];

    expect(linesOf(ticketList(aPage({ lines }), list, aContext()))[1]).toMatch(/^🔒 INC-42/);
    expect(linesOf(ticketList(aPage(), list, aContext()))[1]).not.toContain('🔒');
  });
});

describe('the home page', () => {
  const agent = { assigned: aPage(), unclaimed: aPage({}, 0) };

  it('begins with the way to raise an issue', () => {
    const [first] = rowButtons(homePage({ mine: aPage() }, aContext()));

    expect(first).toMatchObject({ label: 'New issue', action: 'issue.new', opensForm: true });
  });

  it('shows an employee their own issues and nothing of the agents', () => {
    const lines = linesOf(homePage({ mine: aPage({}, 0) }, aContext()));

    expect(lines).toEqual(expect.arrayContaining(['My issues', 'You have no issues.']));
    expect(lines.join('\n')).not.toMatch(/Unclaimed|Breaching/);
  });

  it('shows an agent what is theirs and what waits, and a lead what is due', () => {
    expect(linesOf(homePage({ mine: aPage({}, 0), agent, dueSoon: aPage({}, 0) }, aContext()))).toEqual(
      expect.arrayContaining([
        'Mine',
        'Unclaimed in my teams',
        'Nothing waits to be claimed.',
        'Breaching soon',
        'Nothing is overdue or due within 4 hours.',
      ]),
    );
    expect(linesOf(homePage({ mine: aPage(), agent }, aContext()))).not.toContain('Breaching soon');
  });

  it('shows ten of a section and leads to all of them', () => {
    const card = homePage({ mine: aPage({ total: 25, pageSize: 25 }, 25) }, aContext());
    const buttons = rowButtons(card);

    expect(labelsOf(buttons).filter((label) => label === 'Show')).toHaveLength(10);
    expect(buttons.at(-1)).toEqual({ label: 'Show all 25', action: 'ticket.list', value: 'mine:0' });
    expect(linesOf(card)).toContain('1 to 10 of 25');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { absenceCard, absenceSection, handedOverCard } from '../../src/views/absence-card.ts';
import { aContext } from './a-context.ts';
import { aTicketThatIs } from './a-ticket.ts';
import { linesOf } from './shown.ts';

const absence = {
  person: 'ben',
  from: new Date('2026-03-02T09:00:00Z'),
  until: new Date('2026-03-06T09:00:00Z'),
};
const heldTickets = (count: number, mayAssign = true) =>
  Array.from({ length: count }, (_, at) => ({
    ticket: aTicketThatIs('in_progress', { key: `INC-${at + 1}` }),
    mayAssign,
  }));
const textOf = (card: Card) => linesOf(card).join('\n');
const buttonsIn = ({ blocks }: Pick<Card, 'blocks'>) =>
  blocks.flatMap((block) => (block.kind === 'row' && block.button ? [block.button.action] : []));

describe('what a lead is told of somebody who is away', () => {
  it('names them, until when, and each ticket with when it is due', () => {
    const dueAt = new Date('2026-03-03T10:00:00Z');
    const ticket = aTicketThatIs('in_progress', { key: 'INC-1', sla: { next: { target: 'resolve', dueAt } } });

    const card = absenceCard({ absence, tickets: [{ ticket, mayAssign: true }] }, aContext('en-GB'));

    expect(textOf(card)).toContain('Ben Ito is away until 6 Mar 2026, 10:00 and has one open ticket.');
    expect(textOf(card)).toContain('INC-1 VPN is down · in progress · P3 · due 3 Mar 2026, 11:00');
    expect(card.summary).toBe('Ben Ito is away and has one open ticket');
  });

  it('offers to hand over what the reader may, and to look at the rest', () => {
    const own = absenceCard({ absence, tickets: heldTickets(2) }, aContext('en-GB'));
    const others = absenceCard({ absence, tickets: heldTickets(2, false) }, aContext('en-GB'));

    expect(buttonsIn(own)).toEqual(['ticket.assign', 'ticket.assign']);
    expect(own.buttons).toMatchObject([{ action: 'duty.handOverAll', value: 'ben', confirm: { yes: 'Hand over' } }]);
    expect(buttonsIn(others)).toEqual(['ticket.show', 'ticket.show']);
    expect(others.buttons).toEqual([]);
  });

  it('stays within a message however much they hold', () => {
    const card = absenceCard({ absence, tickets: heldTickets(77) }, aContext('de'));

    expect(card.blocks.length).toBeLessThanOrEqual(45);
    expect(textOf(card)).toContain('und hat 77 offene Tickets');
    expect(textOf(card)).toContain('… und 47 weitere.');
  });
});

describe('the home page of a lead', () => {
  it('says nothing while nobody who is away holds anything', () => {
    expect(absenceSection([], aContext())).toEqual([]);
    expect(absenceSection([{ absence, tickets: [] }], aContext())).toEqual([]);
  });

  it('lists ten, and how many more there are', () => {
    const blocks = absenceSection([{ absence, tickets: heldTickets(12) }], aContext('en-GB'));

    expect(buttonsIn({ blocks })).toHaveLength(10);
    expect(textOf({ blocks })).toContain('… and 2 more.');
    expect(textOf({ blocks })).toContain('with Ben Ito (until 6 Mar 2026, 10:00)');
  });
});

describe('what was handed over', () => {
  it('is told ticket by ticket; what stays can still be handed over by hand', () => {
    const all = heldTickets(2).map(({ ticket }, at) => (at === 0 ? { ticket, to: 'lea' } : { ticket }));
    const card = handedOverCard('ben', all, aContext('en-GB'));

    expect(textOf(card)).toMatch(/What Ben Ito had\nINC-1 VPN is down is now with Lea Roy\.\nINC-2 .* stays/);
    expect(buttonsIn(card)).toEqual(['ticket.assign']);
  });

  it('is nothing when there was nothing', () => {
    expect(textOf(handedOverCard('ben', [], aContext()))).toBe('Ben Ito has nothing that you could hand over.');
  });
});

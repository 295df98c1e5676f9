import { describe, expect, it } from '@jest/globals';
import type { HoldReason, Status } from '../../src/tickets/ticket.ts';
import { requesterCard } from '../../src/views/requester-card.ts';
import { aContext } from './a-context.ts';
import { aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { labelsOf, linesOf, saidBy } from './shown.ts';

const lives: readonly (readonly [Status, state: string, next: string, buttons: readonly string[]])[] = [
  ['new', 'new', 'IT support has it. Someone will take it on, and this card will say who.', ['Cancel']],
  ['in_progress', 'in progress', 'Ben Ito is working on it.', ['Cancel']],
  ['on_hold', 'on hold', 'It is waiting for you. Answer in this thread and we carry on.', ['Cancel']],
  ['resolved', 'resolved', 'Ben Ito has resolved it. Does it work for you?', ["It's fixed", 'Still broken']],
  ['closed', 'closed', 'It is done and closed. If it comes back, write here and we look at it again.', []],
  ['cancelled', 'cancelled', 'Ben Ito has cancelled it.', []],
];

describe("the requester's card", () => {
  it.each(lives)('tells of a ticket that is %s what happens next', (status, state, next, buttons) => {
    const card = requesterCard(aTicketThatIs(status), aContext());

    expect(card.title).toBe('INC-42 VPN is down');
    expect(linesOf(card)).toEqual(expect.arrayContaining([next, `State: ${state}`, 'Priority: 🟡 P3 normal']));
    expect(labelsOf(card.buttons)).toEqual(buttons);
    expect(card.mark).toEqual({ id: 'INC-42:requester', ticket: 'INC-42', card: 'requester' });
  });

  it('asks before it cancels', () => {
    const [cancel] = requesterCard(aTicket(), aContext()).buttons ?? [];

    expect(cancel).toMatchObject({ action: 'ticket.withdraw', value: 'INC-42' });
    expect(cancel?.style).toBeUndefined();
    expect(cancel?.confirm).toMatchObject({ title: 'Cancel INC-42?', yes: 'Cancel it', no: 'Keep it' });
  });

  it('confirms at a click, and asks what is still broken', () => {
    const { buttons } = requesterCard(aTicketThatIs('resolved'), aContext());

    expect(buttons).toMatchObject([
      { action: 'ticket.confirm', style: 'primary' },
      { action: 'ticket.stillBroken', opensForm: true },
    ]);
    expect(buttons?.[0]).not.toHaveProperty('opensForm');
  });

  it.each(['requester', 'vendor', 'change', 'scheduled'] satisfies HoldReason[])(
    'shows what the team wrote when it waits: %s',
    (reason) => {
      const hold = { reason, note: 'Back on Monday', since: openedAt };

      const card = requesterCard(aTicketThatIs('on_hold', { hold }), aContext());

      expect(card.blocks).toContainEqual({ kind: 'text', style: 'quote', text: 'Back on Monday' });
    },
  );

  it('speaks of no thread where there are none', () => {
    const hold = { reason: 'requester', since: openedAt } as const;
    for (const ticket of [aTicket(), aTicketThatIs('on_hold', { hold })]) {
      expect(saidBy(requesterCard(ticket, aContext()))).toMatch(/in this thread/);
      expect(saidBy(requesterCard(ticket, aContext(), { isInChat: true }))).not.toMatch(/thread/);
    }
  });

  it('names the day it is planned for, in the zone of the reader', () => {
    const hold = { reason: 'scheduled', since: openedAt, until: new Date('2026-03-04T13:00:00Z') } as const;

    const said = saidBy(requesterCard(aTicketThatIs('on_hold', { hold }), aContext()));

    expect(said).toMatch(/It is planned for Mar 4, 2026, 2:00.PM\./);
  });

  it('shows how it was resolved', () => {
    const card = requesterCard(aTicketThatIs('resolved'), aContext());

    expect(card.blocks).toContainEqual({ kind: 'text', style: 'quote', text: 'The gateway was restarted.' });
  });

  it('says who raised it when that was somebody else', () => {
    expect(saidBy(requesterCard(aTicket({ raisedBy: 'lea' }), aContext()))).toContain(
      'Raised by Lea Roy on your behalf.',
    );
    expect(saidBy(requesterCard(aTicket(), aContext()))).not.toContain('on your behalf');
  });

  it('does not say that somebody else cancelled what the requester cancelled', () => {
    const history = [{ at: openedAt, by: 'dana', move: 'cancel', changes: [] }] as const;

    expect(linesOf(requesterCard(aTicketThatIs('cancelled', { history }), aContext()))).toContain(
      'It was cancelled by you. Nothing more will happen.',
    );
  });

  it('says where a merged ticket goes on', () => {
    const said = saidBy(requesterCard(aTicketThatIs('cancelled', { mergedInto: 'INC-7' }), aContext()));

    expect(said).toContain('It goes on in INC-7.');
  });

  it('repeats the words only where the thread does not hold them already', () => {
    const words = 'The VPN is down since this morning.';
    const fromForm = aTicket({ source: { via: 'form', key: 'f1', files: [] } });

    expect(saidBy(requesterCard(fromForm, aContext()))).toContain(words);
    expect(saidBy(requesterCard(aTicket(), aContext()))).not.toContain(words);
  });

  it.each(lives)('shows nothing internal of a ticket that is %s', (status) => {
    const ticket = aTicketThatIs(status, {
      priorityReason: 'internal-reason',
      tags: ['internal-tag'],
      category: 'internal-category',
      links: [{ kind: 'related', to: 'INC-999' }],
      watchers: ['internal-watcher'],
      level: 7,
      history: [
        ...aTicketThatIs(status).history,
        { at: openedAt, by: 'lea', move: 'escalateUp', changes: [], note: 'internal-note' },
      ],
    });

    expect(JSON.stringify(requesterCard(ticket, aContext()))).not.toMatch(/internal-|INC-999|level/i);
  });

  it('keeps a confidential ticket out of what a locked screen shows', () => {
    const { summary } = requesterCard(aTicket({ confidential: true }), aContext());

    expect(summary).toBe('INC-42: news on a confidential ticket');
  });
});

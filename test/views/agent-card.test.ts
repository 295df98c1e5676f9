import { describe, expect, it } from '@jest/globals';
import { type Status, statuses } from '../../src/tickets/ticket.ts';
import { agentCard } from '../../src/views/agent-card.ts';
import { movedCard } from '../../src/views/moved-card.ts';
import { aContext } from './a-context.ts';
import { aFile, aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { labelsOf, linesOf, saidBy } from './shown.ts';

const inHand = ['Note', 'Assign', 'Escalate', 'Priority', 'Take back', 'Cancel'];
const buttons: Readonly<Record<Status, readonly string[]>> = {
  new: ['Claim', 'Assign', 'Reply', 'Note', 'Escalate', 'Resolve', 'Priority', 'Cancel'],
  in_progress: ['Reply', 'Resolve', 'Hold', ...inHand],
  on_hold: ['Resume', 'Reply', 'Resolve', ...inHand],
  resolved: ['Reopen', 'Note'],
  closed: ['Note'],
  cancelled: [],
};
const rare = ['Suggest reply', 'Edit', 'Watch', 'Link', 'Merge', 'Split', 'Summary', 'Send a secret'];
const ended: Partial<Record<Status, readonly string[]>> = { resolved: ['Make article'], closed: ['Make article'] };
const open: readonly Status[] = ['new', 'in_progress', 'on_hold'];
const slot = 'agent:it';

function sourced(facts: object) {
  return aTicket({ source: { via: 'channel', key: 'm1', files: [], ...facts } });
}

describe("the agents' card", () => {
  it.each(statuses)('offers what can be done with a ticket that is %s', (status) => {
    const card = agentCard(aTicketThatIs(status), slot, aContext());

    expect(labelsOf(card.buttons)).toEqual(buttons[status]);
    expect(labelsOf(card.more)).toEqual(open.includes(status) ? rare : (ended[status] ?? []));
    expect(card.buttons?.filter(({ style }) => style === 'primary')).toHaveLength(open.includes(status) ? 1 : 0);
  });

  it('says of each button whether it asks something first', () => {
    const cards = statuses.map((status) => agentCard(aTicketThatIs(status), slot, aContext()));
    const all = cards.flatMap((card) => [...(card.buttons ?? []), ...(card.more ?? [])]);
    const atOnce = all.filter(({ opensForm }) => !opensForm).map(({ action }) => action);

    expect(new Set(atOnce)).toEqual(
      new Set([
        ...[
          'ticket.claim',
          'ticket.takeBack',
          'ticket.resume',
          'ticket.watch',
          'help.suggest',
          'help.summary',
          'secret.ask',
        ],
      ]),
    );
    expect(all.every(({ value }) => value === 'INC-42')).toBe(true);
  });

  it('is found again by its slot', () => {
    expect(agentCard(aTicket(), 'agent:it:2', aContext()).mark).toEqual({
      id: 'INC-42:agent:it:2',
      ticket: 'INC-42',
      card: 'agent',
    });
  });

  it('shows what an agent works by', () => {
    const ticket = aTicketThatIs('in_progress', {
      level: 2,
      raisedBy: 'lea',
      watchers: ['lea'],
      links: [{ kind: 'duplicate', to: 'INC-3' }],
    });

    expect(linesOf(agentCard(ticket, slot, aContext()))).toEqual(
      expect.arrayContaining([
        'INC-42 VPN is down',
        'State: in progress',
        'Priority: 🟡 P3 normal',
        'Requester: Dana Lee, raised by Lea Roy',
        'Assignee: Ben Ito',
        'Team: IT support, level 2',
        'Service: VPN',
        'Impact: a team or several people',
        'Urgency: work is slowed down',
        'Links: duplicate: INC-3',
        'Watchers: 1 person',
        'The VPN is down since this morning.',
      ]),
    );
  });

  it('tells what was solved before in up to three lines, as long as it may help', () => {
    const similar = [1, 2, 3, 4].map((at) => ({ key: `INC-${at}`, what: `Restart\n${'it '.repeat(200)}`, score: 0.9 }));
    const rowsOf = (status: Status) =>
      agentCard(aTicketThatIs(status, { similar }), slot, aContext()).blocks.filter(({ kind }) => kind === 'row');

    expect(rowsOf('new')).toHaveLength(3);
    expect(rowsOf('new')[0]).toMatchObject({
      text: expect.stringMatching(/^Solved before: INC-1 Restart it it .{60,90}…$/),
      button: { label: 'Show', action: 'ticket.show', value: 'INC-1' },
    });
    expect(rowsOf('resolved')).toEqual([]);
  });

  it('says why a priority is not what impact and urgency give', () => {
    const ticket = aTicket({ priority: 'P1', priorityReason: 'The board meets' });

    expect(linesOf(agentCard(ticket, slot, aContext()))).toContain(
      'Priority: 🔴 P1 critical, set by hand: The board meets',
    );
  });

  it('says that nobody has an open ticket, and keeps quiet about a finished one', () => {
    expect(linesOf(agentCard(aTicket(), slot, aContext()))).toContain('Assignee: nobody yet');
    expect(saidBy(agentCard(aTicketThatIs('cancelled'), slot, aContext()))).not.toContain('nobody');
  });

  it('cuts long words and says where the whole is', () => {
    const description = `${'a'.repeat(700)} the end`;

    const card = agentCard(aTicket({ description }), slot, aContext());

    expect(card.blocks).toContainEqual({ kind: 'text', style: 'quote', text: `${'a'.repeat(599)}…` });
    expect(saidBy(card)).toContain('The whole text is in the thread.');
    expect(saidBy(agentCard(aTicket(), slot, aContext()))).not.toContain('whole text');
  });

  it('says why it waits, how it was resolved, why it was cancelled, where it goes on', () => {
    const until = new Date('2026-03-04T13:00:00Z');
    const scheduled = aTicketThatIs('on_hold', { hold: { reason: 'scheduled', since: openedAt, until } });
    const merged = aTicketThatIs('cancelled', { mergedInto: 'INC-7' });
    const said = (ticket: typeof merged) => saidBy(agentCard(ticket, slot, aContext()));

    expect(said(aTicketThatIs('on_hold'))).toContain('On hold: waiting for the requester.\nWhich office are you in?');
    expect(said(scheduled)).toContain('On hold: scheduled for later, until Mar 4, 2026');
    expect(said(aTicketThatIs('resolved'))).toContain('Resolved by Ben Ito: fixed.\nThe gateway was restarted.');
    expect(said(aTicketThatIs('cancelled'))).toContain('Cancelled, because:\nNot ours.');
    expect(said(merged)).toContain('It goes on in INC-7.');
  });

  it('leads to the message it came from until its author deletes it', () => {
    const permalink = 'https://example.com/m1';
    const link = { kind: 'link', text: 'Open the message', url: permalink };

    expect(agentCard(sourced({ permalink }), slot, aContext()).blocks).toContainEqual(
      expect.objectContaining({ text: [link] }),
    );
    const deleted = agentCard(sourced({ permalink, isDeleted: true }), slot, aContext());
    expect(JSON.stringify(deleted)).not.toContain(permalink);
    expect(saidBy(deleted)).toContain('The author has deleted the message.');
  });

  it('names the files that came with it', () => {
    const card = agentCard(sourced({ files: [aFile('screen.png'), aFile('log.txt')] }), slot, aContext());

    expect(linesOf(card)).toContain('Files: screen.png, log.txt');
  });
});

describe('the card of a team that no longer has the ticket', () => {
  it('is one line without buttons that says where it went', () => {
    const card = movedCard(aTicket({ team: 'net' }), slot, aContext());

    expect(linesOf(card)).toEqual(['INC-42 has moved to Networks.']);
    expect(card.buttons).toBeUndefined();
    expect(card.mark).toEqual({ id: 'INC-42:agent:it', ticket: 'INC-42', card: 'agent' });
  });

  it('tells no more than the key of a confidential one', () => {
    const card = movedCard(aTicket({ team: 'net', confidential: true }), slot, aContext());

    expect(linesOf(card)).toEqual(['INC-42 is handled elsewhere.']);
    expect(JSON.stringify(card)).not.toMatch(/VPN|Networks|Dana/);
  });
});

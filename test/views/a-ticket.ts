import type { Remark } from '../../src/tickets/conversation.ts';
import { ticketFrom } from '../../src/tickets/draft.ts';
import type { Notice, NoticeEffect } from '../../src/tickets/effects.ts';
import type { Status, Ticket } from '../../src/tickets/ticket.ts';

export const openedAt = new Date('2026-03-02T08:00:00Z');

/** INC-42 of Dana, new and with the support team, unless told otherwise. */
export function aTicket(facts: Partial<Ticket> = {}): Ticket {
  const draft = {
    kind: 'incident',
    title: 'VPN is down',
    description: 'The VPN is down since this morning.',
    requester: 'dana',
    raisedBy: 'dana',
    service: 'vpn',
    team: 'it',
    impact: 2,
    urgency: 2,
    confidential: false,
    source: { via: 'channel', key: 'slack:m1', files: [] },
  } as const;
  const matrix = { 1: ['P1', 'P2', 'P3'], 2: ['P2', 'P3', 'P4'], 3: ['P3', 'P4', 'P4'] } as const;
  return { ...ticketFrom(draft, 'INC-42', matrix, openedAt, '2026-03-02'), ...facts };
}

/** INC-42 as it looks in a status after an ordinary life. */
export function aTicketThatIs(status: Status, facts: Partial<Ticket> = {}): Ticket {
  return aTicket({ status, ...byStatus[status], ...facts });
}

const assignee = 'ben';
const resolution = { code: 'fixed', note: 'The gateway was restarted.', by: 'ben' } as const;
const byStatus: Readonly<Record<Status, Partial<Ticket>>> = {
  new: {},
  in_progress: { assignee },
  on_hold: { assignee, hold: { reason: 'requester', note: 'Which office are you in?', since: openedAt } },
  resolved: { assignee, resolution, resolvedAt: openedAt },
  closed: { assignee, resolution, resolvedAt: openedAt, closedAt: openedAt },
  cancelled: {
    cancelReason: 'Not ours.',
    closedAt: openedAt,
    history: [{ at: openedAt, by: 'ben', move: 'cancel', changes: [] }],
  },
};

export function aNotice(notice: Notice, facts: Partial<NoticeEffect> = {}): NoticeEffect {
  return { kind: 'notice', id: '3:0', at: openedAt, notice, to: 'requester', by: 'ben', ...facts };
}

/** Something that Dana wrote, unless told otherwise. */
export function aRemark(facts: Partial<Remark> = {}): Remark {
  return {
    id: 'slack:m2',
    ticket: 'INC-42',
    author: 'dana',
    side: 'requester',
    visibility: 'public',
    text: 'It still says no.',
    files: [],
    at: openedAt,
    isDescription: false,
    version: 1,
    copies: [],
    owing: true,
    ...facts,
  };
}

export function aFile(name: string) {
  return { ref: `slack:${name}`, name, mimeType: 'image/png', bytes: 10 };
}

import type { Place } from '../../chat/refs.ts';
import { changeOf, type Move, type TicketPatch } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import { Refusal } from '../refusal.ts';
import type { LinkKind, Ticket } from '../ticket.ts';
import { takenAside } from './privacy.ts';

/** Somebody wants to hear of the ticket. */
export const watch =
  (person: string): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'watch', { set: { watchers: [...new Set([...ticket.watchers, person])] } });

export const unwatch =
  (person: string): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'unwatch', { set: { watchers: ticket.watchers.filter((one) => one !== person) } });

/** Ties the ticket to another one; the same tie twice is one. */
export const link =
  (kind: LinkKind, to: string): Move =>
  (ticket, context) => {
    if (to === ticket.key) throw new Refusal({ kind: 'sameTicket', key: ticket.key });
    return changeOf(ticket, context, 'link', { set: { links: withLink(ticket, kind, to) } });
  };

/** The ticket ends as a duplicate; everything goes on in the other one, which is told by an effect. */
export const mergeInto =
  (into: string): Move =>
  (ticket, context) => {
    requireStart('merge', ticket);
    if (into === ticket.key) throw new Refusal({ kind: 'sameTicket', key: ticket.key });
    return changeOf(ticket, context, 'merge', {
      set: {
        status: 'cancelled',
        hold: undefined,
        mergedInto: into,
        links: withLink(ticket, 'duplicate', into),
        closedAt: context.now,
        closedDay: context.today,
      },
      owes: [{ absorbInto: into }],
    });
  };

/**
 * Takes over the people and threads of a ticket that was merged into this one.
 * @param shared those of both tickets' threads that others can read; what is confidential goes into none of them
 */
export const absorb =
  (merged: Ticket, shared: readonly Place[] = []): Move =>
  (ticket, context) => {
    const confidential = ticket.confidential || merged.confidential;
    const people = [merged.requester, ...merged.watchers].filter((person) => person !== ticket.requester);
    const threads = [...(merged.thread ? [merged.thread] : []), ...merged.alsoIn].filter(
      (place) => place !== ticket.thread && !(confidential && shared.includes(place)),
    );
    const aside = confidential && !ticket.confidential ? takenAside(ticket, ticket.cards, shared) : {};
    return changeOf(ticket, context, 'absorb', {
      set: {
        watchers: [...new Set([...ticket.watchers, ...people])],
        ...aside,
        alsoIn: [...new Set([...(aside.alsoIn ?? ticket.alsoIn), ...threads])],
        links: withLink(ticket, 'duplicate', merged.key),
        confidential,
        ...reportsOf(ticket, merged),
        ...(goesOnAfterAll(ticket, merged) ? reopened(ticket) : {}),
      },
    });
  };

/** Who reported the merged one has reported this one, too; an outage that was declared goes on here. */
function reportsOf(ticket: Ticket, merged: Ticket): TicketPatch {
  const { affected = [], outage } = ticket;
  const known = new Set([ticket.key, ...affected.map((report) => report.ticket)]);
  const more = (merged.affected ?? []).filter((report) => !known.has(report.ticket));
  const declared = outage ?? merged.outage;
  return {
    ...(more.length > 0 ? { affected: [...affected, ...more] } : {}),
    ...(declared ? { outage: declared } : {}),
  };
}

/** Two people merged two tickets into each other in the same instant: the older one goes on. */
function goesOnAfterAll(ticket: Ticket, merged: Ticket): boolean {
  const isOlder =
    ticket.openedAt < merged.openedAt || (+ticket.openedAt === +merged.openedAt && ticket.key < merged.key);
  return ticket.mergedInto === merged.key && isOlder;
}

function reopened(ticket: Ticket): TicketPatch {
  const status = ticket.assignee ? 'in_progress' : 'new';
  return { status, mergedInto: undefined, closedAt: undefined, closedDay: undefined };
}

function withLink(ticket: Ticket, kind: LinkKind, to: string): Ticket['links'] {
  const has = ticket.links.some((one) => one.kind === kind && one.to === to);
  return has ? ticket.links : [...ticket.links, { kind, to }];
}

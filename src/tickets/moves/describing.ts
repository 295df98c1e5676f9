import type { Place } from '../../chat/refs.ts';
import { type Change, changeOf, type Move } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import { type Matrix, priorityOf } from '../priority.ts';
import type { Level, Priority, Ticket, TicketKind } from '../ticket.ts';
import { cardsForTeam } from './escalation.ts';
import { takenAside } from './privacy.ts';

export interface Prioritising {
  readonly impact: Level;
  readonly urgency: Level;
  /** Set against the matrix, with the reason. */
  readonly override?: { readonly priority: Priority; readonly reason: string };
}

/** Weighs the ticket anew. The elapsed time of its clocks stays. */
export const prioritise =
  ({ impact, urgency, override }: Prioritising, matrix: Matrix): Move =>
  (ticket, context) => {
    requireStart('prioritise', ticket);
    const priority = override?.priority ?? priorityOf(matrix, impact, urgency);
    return changeOf(ticket, context, 'prioritise', {
      set: { impact, urgency, priority, priorityReason: override?.reason },
      note: override?.reason,
    });
  };

export interface Edit {
  readonly title: string;
  readonly kind: TicketKind;
  readonly service?: { readonly id: string; readonly team: string; readonly confidential: boolean } | undefined;
}

/**
 * Title, service or kind were wrong. A confidential service makes the ticket confidential; it never becomes public by itself.
 * @param shared those of the ticket's threads that others can read
 */
export const edit =
  ({ title, kind, service }: Edit, shared: readonly Place[] = []): Move =>
  (ticket, context) => {
    requireStart('edit', ticket);
    const becomesConfidential = !ticket.confidential && service?.confidential === true;
    const changesTeam = service && service.id !== ticket.service && service.team !== ticket.team;
    const cards = changesTeam ? cardsForTeam(ticket.cards, service.team) : ticket.cards;
    return changeOf(ticket, context, 'edit', {
      set: {
        title,
        kind,
        service: service?.id,
        confidential: ticket.confidential || (service?.confidential ?? false),
        ...(changesTeam ? { ...unassigned, team: service.team, cards } : {}),
        ...(becomesConfidential ? takenAside(ticket, cards, shared) : {}),
      },
    });
  };

const unassigned = { status: 'new', assignee: undefined, hold: undefined } as const;

/**
 * The author edited the words that the ticket was raised with, or took them back.
 * @param title what the new words would be called, when the title still is what the old ones were called
 */
export const redescribe =
  (text: string | undefined, title?: string): Move =>
  (ticket, context): Change =>
    changeOf(ticket, context, 'redescribe', {
      set:
        text === undefined
          ? { source: { ...ticket.source, isDeleted: true } }
          : { description: text, ...(title ? { title } : {}) },
    });

/** Whether the author's edit says anything new. */
export function isNewDescription(ticket: Ticket, text: string | undefined): boolean {
  return text === undefined ? !ticket.source.isDeleted : text !== ticket.description;
}

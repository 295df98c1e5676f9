import type { Button, Card } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { affectedPeople } from '../tickets/ticket-outage.ts';
import { dateSpan } from './dates.ts';
import { paragraph, quiet, quote, ticketTitle } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface OutageStatus {
  readonly markId: string;
  /** What agents have told everybody last. */
  readonly update: { readonly text: string; readonly at: Date } | undefined;
  readonly isOpen: boolean;
}

/** How a declared outage stands, for everybody in a channel: nothing in it is internal. */
export function outageStatusCard(ticket: Ticket, status: OutageStatus, context: ViewContext): Card {
  const { outages: say, ticket: ticketWords } = context.words;
  const { service, openedAt } = ticket;
  return {
    title: ticketTitle(ticket),
    blocks: [
      paragraph(standing(ticket, context)),
      {
        kind: 'facts',
        facts: [
          { label: say.stateLabel, value: ticketWords.states[ticket.status] },
          { label: say.sinceLabel, value: [dateSpan(openedAt, 'dateTime', context)] },
          { label: say.affectedLabel, value: say.affected(affectedPeople(ticket)) },
          ...(service ? [{ label: context.words.ticket.labels.service, value: context.serviceName(service) }] : []),
          ...(status.update
            ? [{ label: say.updateLabel, value: [dateSpan(status.update.at, 'dateTime', context)] }]
            : []),
        ],
      },
      ...quote(status.update?.text),
      ...(status.isOpen ? [quiet(say.statusHint)] : []),
    ],
    ...(status.isOpen ? { buttons: [meToo(ticket.key, context)] } : {}),
    mark: { id: status.markId, ticket: ticket.key },
  };
}

function standing({ status }: Ticket, { words }: ViewContext): string {
  const say = words.outages.status;
  if (status === 'cancelled') return say.cancelled;
  return status === 'resolved' || status === 'closed' ? say.resolved : say.open;
}

function meToo(key: string, { words }: ViewContext): Button {
  return { label: words.outages.meToo, action: 'outage.join', value: key, style: 'primary' };
}

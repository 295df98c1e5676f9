import type { Form } from '../../chat/form.ts';
import { cut } from '../../chat/plain-text.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { options, type ServiceChoice, serviceOptions } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** Puts right what a ticket is called and what it is about. Fields: `title`, `kind`, optional `service` (its id). */
export function editForm(ticket: Ticket, services: readonly ServiceChoice[], context: ViewContext): Form {
  const { words } = context;
  const say = words.forms.edit;
  const isKnown = services.some(({ id }) => id === ticket.service);
  const service = {
    kind: 'choice',
    name: 'service',
    label: say.service,
    optional: true,
    options: serviceOptions(services, words),
    ...(ticket.service && isKnown ? { value: ticket.service } : {}),
  } as const;
  return ticketForm('ticket.edit', ticket, context, {
    title: say.title,
    submit: say.submit,
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: say.ticketTitle,
        value: cut(ticket.title, longestTitle),
        maxLength: longestTitle,
      },
      {
        kind: 'choice',
        name: 'kind',
        label: say.kind,
        options: options(kinds, (kind) => words.ticket.kinds[kind]),
        value: ticket.kind,
      },
      ...(services.length > 0 ? [service] : []),
    ],
  });
}

const longestTitle = 200;
const kinds = ['incident', 'request'] as const;

import type { Form } from '../../chat/form.ts';
import type { LinkKind, Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { options } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/** How tickets can be tied by hand. */
const linkable = ['duplicate', 'related', 'parent', 'child', 'caused_by'] as const satisfies readonly LinkKind[];

/** Ties two tickets. Fields: `kind` (a link kind) and `key` of the other ticket. */
export function linkForm(ticket: Ticket, context: ViewContext): Form {
  const { title, submit, kind, kinds, key, keyHint } = context.words.forms.link;
  return ticketForm('ticket.link', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: kind,
        options: options(linkable, (id) => kinds[id]),
        value: 'related',
      },
      { kind: 'text', name: 'key', label: key, hint: keyHint, maxLength: 30 },
    ],
  });
}

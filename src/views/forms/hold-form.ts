import type { Form } from '../../chat/form.ts';
import { holdReasons, type Ticket } from '../../tickets/ticket.ts';
import { firstName } from '../ticket-facts.ts';
import type { ViewContext } from '../view-context.ts';
import { noteField, options, type VendorChoice, vendorField } from './form-parts.ts';
import { ticketForm } from './ticket-form.ts';

/**
 * The ticket waits. Fields: `reason` (a hold reason), `vendor` (the id of one, where desk.yaml names any), optional `note`,
 * which the requester reads, and optional `until` (`YYYY-MM-DD HH:MM`), which counts when it is scheduled.
 */
export function holdForm(ticket: Ticket, vendors: readonly VendorChoice[], context: ViewContext): Form {
  const { words } = context;
  const { title, submit, reason, noteHint, until, untilHint } = words.forms.hold;
  const hint = noteHint(firstName(ticket.requester, context));
  return ticketForm('ticket.hold', ticket, context, {
    title,
    submit,
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: reason,
        options: options(holdReasons, (id) => words.ticket.holdReasons[id]),
        value: 'requester',
      },
      ...(vendors.length > 0 ? [vendorField(vendors, words)] : []),
      noteField(words, { hint, optional: true }),
      { kind: 'text', name: 'until', label: until, hint: untilHint, optional: true, maxLength: 16 },
    ],
  });
}

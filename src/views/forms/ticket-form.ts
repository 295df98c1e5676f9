import type { FormId } from '../../chat/actions.ts';
import type { Field, Form } from '../../chat/form.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle } from './form-parts.ts';

/** A form about one ticket; its value is the ticket's key. */
export function ticketForm(
  id: FormId,
  { key }: Pick<Ticket, 'key'>,
  { words }: ViewContext,
  parts: { readonly title: string; readonly submit: string; readonly fields: readonly Field[] },
): Form {
  return { id, cancel: words.forms.cancel, value: key, ...parts, title: formTitle(parts.title) };
}

import type { Form } from '../../chat/form.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle } from './form-parts.ts';

/** Somebody goes away. Field: `until`, as `YYYY-MM-DD HH:MM` or in words. */
export function awayForm({ words }: ViewContext): Form {
  const { title, submit, until, untilHint } = words.duty.form;
  return {
    id: 'duty.away',
    title: formTitle(title),
    submit,
    cancel: words.forms.cancel,
    value: 'away',
    fields: [{ kind: 'text', name: 'until', label: until, hint: untilHint, maxLength: 60 }],
  };
}

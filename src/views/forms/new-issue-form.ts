import type { Form } from '../../chat/form.ts';
import { cut } from '../../chat/plain-text.ts';
import type { ViewContext } from '../view-context.ts';
import { formTitle, levelField, longestInput, type ServiceChoice, serviceOptions } from './form-parts.ts';

export interface NewIssuePrefill {
  readonly description?: string;
  readonly service?: string;
  /** Given back as the form's value; empty when left out. */
  readonly value?: string;
}

/** Raises an issue. Fields: `description`, and optional `service`, `urgency` (1–3), `confidential`. */
export function newIssueForm(
  services: readonly ServiceChoice[],
  { words }: ViewContext,
  prefill: NewIssuePrefill = {},
): Form {
  const say = words.forms.newIssue;
  const { description, service, value = '' } = prefill;
  return {
    id: 'issue.new',
    title: formTitle(say.title),
    submit: say.submit,
    cancel: words.forms.cancel,
    value,
    fields: [
      {
        kind: 'text',
        name: 'description',
        label: say.description,
        hint: say.descriptionHint,
        multiline: true,
        maxLength: longestInput,
        ...(description ? { value: cut(description, longestInput) } : {}),
      },
      ...(services.length > 0 ? [serviceField(services, words, service)] : []),
      levelField({ name: 'urgency', label: say.urgency, optional: true }, words),
      {
        kind: 'check',
        name: 'confidential',
        label: say.confidential,
        hint: say.confidentialHint,
        optional: true,
      },
    ],
  };
}

function serviceField(services: readonly ServiceChoice[], words: ViewContext['words'], value: string | undefined) {
  const isKnown = services.some(({ id }) => id === value);
  return {
    kind: 'choice',
    name: 'service',
    label: words.forms.newIssue.service,
    hint: words.forms.newIssue.serviceHint,
    optional: true,
    options: serviceOptions(services, words),
    ...(value && isKnown ? { value } : {}),
  } as const;
}

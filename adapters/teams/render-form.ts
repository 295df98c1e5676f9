import type { CheckField, ChoiceField, Field, Form, NoteField, PersonField, TextField } from '../../src/chat/form.ts';
import { cut } from '../../src/chat/plain-text.ts';
import type { PersonRef } from '../../src/chat/refs.ts';
import { spansOf } from '../../src/chat/text.ts';
import { label } from './buttons.ts';
import type { AdaptiveCard, Element, Input } from './elements.ts';
import { escapeMarkdown, printable } from './escape.ts';
import { type FormOrigin, inputIds, writeForm } from './form-data.ts';
import { markdown } from './markdown.ts';
import { Mentions } from './mentions.ts';
import { userOf } from './place-id.ts';

/** What a form is drawn with, beside itself. */
export interface FormContext extends FormOrigin {
  /** What is wrong, by field. */
  readonly problems?: ReadonlyMap<string, string>;
  /** How somebody is called, when it is known: a picker shows who is chosen only with a name. */
  readonly nameOf?: (person: PersonRef) => string | undefined;
}

/**
 * Draws a form as the card of a task module: every input is named by its field, a problem stands right under it.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function renderForm(form: Form, { problems, nameOf, ...origin }: FormContext = {}): AdaptiveCard {
  const fields = form.fields.slice(0, 50);
  const ids = inputIds(fields);
  const told = new Set<string>();
  const body = fields.flatMap((field, at) => {
    const problem = field.kind === 'note' ? undefined : problems?.get(field.name);
    if (field.kind !== 'note') told.add(field.name);
    return [...fieldElements(field, ids[at] ?? '', nameOf), ...(problem === undefined ? [] : [problemText(problem)])];
  });
  const elsewhere = [...(problems ?? [])].filter(([field]) => !told.has(field)).map(([, text]) => problemText(text));
  const all = [...elsewhere, ...body];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: label(form.title, 200),
    body: all.length > 0 ? all : [{ type: 'TextBlock', text: '…', wrap: true }],
    actions: [
      {
        type: 'Action.Submit',
        title: label(form.submit, 75),
        style: 'positive',
        data: writeForm({ ...form, fields }, origin),
      },
    ],
  };
}

/** The answer to an invoke that shows a form, for the first time or again. */
export function formTask(form: Form, context: FormContext = {}) {
  const card = { contentType: cardType, content: renderForm(form, context) };
  return {
    task: { type: 'continue', value: { title: label(form.title, 64), width: 'medium', height: 'medium', card } },
  } as const;
}

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** People are looked up by Teams itself. */
export const peoplePicker = 'graph.microsoft.com/users';

function fieldElements(field: Field, id: string, nameOf: FormContext['nameOf']): readonly Element[] {
  switch (field.kind) {
    case 'text':
      return withHint(textInput(field, id), field);
    case 'choice':
      return choiceElements(field, id);
    case 'person':
      return withHint(personInput(field, id, nameOf), field);
    case 'check':
      return withHint(checkInput(field, id), field);
    case 'note':
      return noteElements(field);
  }
}

function withHint(input: Input, { hint }: Exclude<Field, NoteField>): readonly Element[] {
  const words = hint === undefined ? '' : escapeMarkdown(cut(printable(hint).trim(), 500));
  return words
    ? [input, { type: 'TextBlock', text: words, wrap: true, isSubtle: true, size: 'small', spacing: 'none' }]
    : [input];
}

function labelled(field: Exclude<Field, NoteField>, id: string) {
  const name = label(field.label, 200);
  return { id, label: name, ...(field.optional ? {} : ({ isRequired: true, errorMessage: `⚠ ${name}` } as const)) };
}

function textInput(field: TextField, id: string): Input {
  const most = Math.min(3000, Math.max(1, Math.floor(field.maxLength ?? 3000) || 3000));
  const value = field.value === undefined ? '' : printable(field.value).slice(0, most).toWellFormed();
  return {
    type: 'Input.Text',
    ...labelled(field, id),
    maxLength: most,
    ...(field.multiline && { isMultiline: true }),
    ...(value && { value }),
  };
}

/** A list without entries cannot be drawn; the form says so where it would stand. */
function choiceElements(field: ChoiceField, id: string): readonly Element[] {
  const seen = new Set<string>();
  const options = field.options
    .slice(0, mostOptions)
    .filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
  if (options.length === 0)
    return [{ type: 'TextBlock', text: `${escapeMarkdown(label(field.label, 200))}: –`, wrap: true }];
  const choices = options.map(({ value, label: name, description }) => ({
    title: description?.trim() ? `${label(name, 100)} (${label(description, 100)})` : label(name, 100),
    value: value.slice(0, 200).toWellFormed(),
  }));
  const chosen = choices[options.findIndex(({ value }) => value === field.value)]?.value;
  const input: Input = {
    type: 'Input.ChoiceSet',
    ...labelled(field, id),
    // Slack's menus are searched by typing as they are; Teams' only where one says so.
    style: field.isSearched ? 'filtered' : 'compact',
    choices,
    ...(chosen !== undefined && { value: chosen }),
  };
  return withHint(input, field);
}

/** They stand in the card twice: to be picked, and to be drawn again. */
const mostOptions = 250;

function personInput(field: PersonField, id: string, nameOf: FormContext['nameOf']): Input {
  const user = field.value?.startsWith('teams:') ? userOf(field.value) : undefined;
  const name = field.value && nameOf?.(field.value);
  const chosen = user && name ? { title: label(name, 100), value: user } : undefined;
  return {
    type: 'Input.ChoiceSet',
    ...labelled(field, id),
    style: 'compact',
    choices: chosen ? [chosen] : [],
    'choices.data': { type: 'Data.Query', dataset: peoplePicker },
    ...(chosen && { value: chosen.value }),
  };
}

/** A box may always stay empty: its answer is a yes or a no. */
function checkInput(field: CheckField, id: string): Input {
  const value = field.value ? 'true' : 'false';
  return {
    type: 'Input.Toggle',
    id,
    title: label(field.label, 300),
    value,
    valueOn: 'true',
    valueOff: 'false',
    wrap: true,
  };
}

function noteElements({ text }: NoteField): readonly Element[] {
  const named = spansOf(text).map((span) => (typeof span !== 'string' && span.kind === 'mention' ? span.name : span));
  const words = markdown(named, 3000, new Mentions());
  return words ? [{ type: 'TextBlock', text: words, wrap: true }] : [];
}

function problemText(text: string): Element {
  const words = escapeMarkdown(cut(printable(text).trim() || '…', 1000));
  return { type: 'TextBlock', text: words, wrap: true, color: 'attention', spacing: 'none' };
}

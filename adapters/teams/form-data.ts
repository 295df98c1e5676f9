import { type FormId, formIds } from '../../src/chat/actions.ts';
import type { Field, Form, FormValues } from '../../src/chat/form.ts';
import { isPayload, type Payload, part, parts, word } from '../../src/chat/payload.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Place } from '../../src/chat/refs.ts';
import { printable } from './escape.ts';
import { personRef } from './place-id.ts';

/** Where the button stood that opens a form. */
export interface FormOrigin {
  readonly place?: Place;
  readonly thread?: Place;
}

/** A form that came back. */
export interface SentForm extends FormOrigin {
  readonly form: Form;
  readonly values: FormValues;
}

/**
 * What travels with a form: all of it, because Teams keeps no form open. One that was not filled in well is drawn anew
 * from what came back, in whichever process it comes back to.
 */
export function writeForm(form: Form, origin: FormOrigin): Payload {
  const fields = form.fields.map((field) =>
    field.kind === 'note' ? { ...field, text: plainText(field.text) } : { ...field, value: undefined },
  );
  return { [formKey]: wellFormed({ ...form, ...origin, fields }) };
}

/**
 * Reads what a form brought back; nothing when it is none of the desk's.
 * @param tenant of the person who sent it
 */
export function readForm(data: Payload, tenant: string): SentForm | undefined {
  const sent = part(data, formKey);
  const id = formIds.find((each): each is FormId => each === sent.id);
  if (id === undefined) return undefined;
  const fields = parts(sent, 'fields').filter(isField);
  const place = word(sent, 'place');
  const thread = word(sent, 'thread');
  return {
    form: {
      id,
      fields,
      title: word(sent, 'title') ?? '',
      submit: word(sent, 'submit') ?? '',
      cancel: word(sent, 'cancel') ?? '',
      value: word(sent, 'value') ?? '',
    },
    values: valuesOf(fields, data, tenant),
    ...(isTeamsRef(place) && { place }),
    ...(isTeamsRef(thread) && { thread }),
  };
}

/** The ids of a form's inputs, by the place of their fields: the field's own name where it can be one. */
export function inputIds(fields: readonly Field[]): readonly string[] {
  const taken = new Set([formKey, 'msteams']);
  return fields.map((field, at) => {
    const name = field.kind === 'note' ? '' : printable(field.name.slice(0, 100));
    const id = name === '' || taken.has(name) ? `field-${at}` : name;
    taken.add(id);
    return id;
  });
}

/** A form as it was filled in. */
export function filledIn({ form, values }: SentForm): Form {
  return { ...form, fields: form.fields.map((field) => withValue(field, values)) };
}

const formKey = '_form';

/** What cannot be shown is not sent; nothing in a form but its value is longer than this. */
function wellFormed(form: Payload): unknown {
  return JSON.parse(JSON.stringify(form), (key, value) =>
    typeof value === 'string' ? value.slice(0, key === 'value' ? 2000 : 500).toWellFormed() : value,
  );
}

const kinds: ReadonlySet<unknown> = new Set<Field['kind']>(['text', 'choice', 'person', 'check', 'note']);

/** It was written by the desk, and can only have been changed by who it is shown to. */
function isField(field: Payload): field is Payload & Field {
  if (!kinds.has(field.kind)) return false;
  if (field.kind === 'note') return typeof field.text === 'string';
  const hasOptions = parts(field, 'options').every(
    (each) => typeof each.value === 'string' && typeof each.label === 'string',
  );
  const isChoice = field.kind !== 'choice' || (Array.isArray(field.options) && field.options.every(isPayload));
  return typeof field.name === 'string' && typeof field.label === 'string' && hasOptions && isChoice;
}

const isTeamsRef = (ref: string | undefined): ref is string => ref?.startsWith('teams:') ?? false;

function valuesOf(fields: readonly Field[], data: Payload, tenant: string): FormValues {
  const ids = inputIds(fields);
  const values: Record<string, string | boolean | undefined> = {};
  fields.forEach((field, at) => {
    if (field.kind === 'note') return;
    const given = data[ids[at] ?? ''];
    const text = typeof given === 'string' ? given.trim() : undefined;
    if (field.kind === 'check') values[field.name] = given === true || text === 'true';
    else if (text) values[field.name] = field.kind === 'person' && !isTeamsRef(text) ? personRef(tenant, text) : text;
  });
  return values;
}

function withValue(field: Field, values: FormValues): Field {
  if (field.kind === 'note') return field;
  const given = values[field.name];
  if (field.kind === 'check') return { ...field, value: given === true };
  return typeof given === 'string' ? { ...field, value: given } : field;
}

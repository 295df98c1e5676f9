import type { InputBlock, KnownBlock, ModalView, PlainTextOption, StaticSelect } from '@slack/types';
import type { CheckField, ChoiceField, Field, Form, NoteField, PersonField, TextField } from '../../src/chat/form.ts';
import type { Place } from '../../src/chat/refs.ts';
import { printable } from './escape.ts';
import { slackUser } from './places.ts';
import { writeMetadata } from './private-metadata.ts';
import { richText, richTextBlock } from './rich-text.ts';
import { plainLabel } from './small-text.ts';

/**
 * Draws a form as a modal. Each input's block is named by its field, so that an answer and an error find their way back.
 * Source: https://docs.slack.dev/reference/views/modal-views
 * @param from where the button stood that opens it
 */
export function renderForm(form: Form, from: { readonly place?: Place; readonly thread?: Place }): ModalView {
  const names = new Set<string>();
  const blocks = form.fields.slice(0, 100).flatMap((field, at) => fieldBlocks(field, () => blockId(field, at, names)));
  return {
    type: 'modal',
    callback_id: form.id,
    title: plainLabel(form.title, 24),
    submit: plainLabel(form.submit, 24),
    close: plainLabel(form.cancel, 24),
    private_metadata: writeMetadata({ ...from, value: form.value }),
    blocks: blocks.length > 0 ? blocks : [richTextBlock([{ type: 'text', text: '…' }])],
  };
}

/** The `action_id` of every input: its block names the field. */
const actionId = 'value';

function blockId(field: Field, at: number, taken: Set<string>): string {
  const name = field.kind === 'note' ? '' : printable(field.name.slice(0, 255));
  const id = name === '' || taken.has(name) ? `field-${at}` : name;
  taken.add(id);
  return id;
}

function fieldBlocks(field: Field, id: () => string): readonly KnownBlock[] {
  switch (field.kind) {
    case 'text':
      return [input(field, id(), textInput(field))];
    case 'choice':
      return choiceBlocks(field, id());
    case 'person':
      return [input(field, id(), personInput(field))];
    case 'check':
      return [checkBlock(field, id())];
    case 'note':
      return noteBlocks(field);
  }
}

function input(field: Exclude<Field, NoteField>, id: string, element: InputBlock['element']): InputBlock {
  const hint = field.hint?.trim();
  return {
    type: 'input',
    block_id: id,
    label: plainLabel(field.label, 2000),
    element,
    optional: field.optional === true,
    ...(hint && { hint: plainLabel(hint, 2000) }),
  };
}

function textInput({ multiline, value, maxLength }: TextField): InputBlock['element'] {
  const most = Math.min(3000, Math.max(1, Math.floor(maxLength ?? 3000) || 3000));
  const initial = value === undefined ? '' : printable(value).slice(0, most).toWellFormed();
  return {
    type: 'plain_text_input',
    action_id: actionId,
    multiline: multiline === true,
    max_length: most,
    ...(initial && { initial_value: initial }),
  };
}

/** A list without entries cannot be drawn; the form says so where it would stand. */
function choiceBlocks(field: ChoiceField, id: string): readonly KnownBlock[] {
  const seen = new Set<string>();
  const options = field.options
    .slice(0, 10_000)
    .filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
  if (options.length === 0)
    return [richTextBlock([{ type: 'text', text: `${plainLabel(field.label, 2000).text}: –` }])];
  const drawn = options.map(option);
  const chosen = options.findIndex(({ value }) => value === field.value);
  const initial = drawn[chosen];
  const element: StaticSelect = { type: 'static_select', action_id: actionId };
  if (drawn.length <= 100) element.options = drawn;
  else element.option_groups = groups(drawn);
  if (initial) element.initial_option = initial;
  return [input(field, id, element)];
}

function option({ value, label, description }: ChoiceField['options'][number]): PlainTextOption {
  const more = description?.trim();
  return {
    text: plainLabel(label, 75),
    value: value.slice(0, 150).toWellFormed(),
    ...(more && { description: plainLabel(more, 75) }),
  };
}

/** Slack shows a hundred options in one list; groups of a hundred, named by where they begin and end, hold the rest. */
function groups(options: readonly PlainTextOption[]): NonNullable<StaticSelect['option_groups']> {
  const made: NonNullable<StaticSelect['option_groups']> = [];
  for (let at = 0; at < options.length; at += 100) {
    const some = options.slice(at, at + 100);
    const ends = [some[0], some.at(-1)].map((each) => (each?.text.text ?? '').slice(0, 30));
    made.push({ label: plainLabel(ends.join(' – '), 75), options: some });
  }
  return made;
}

function personInput({ value }: PersonField): InputBlock['element'] {
  const user = value && slackUser(value);
  return { type: 'users_select', action_id: actionId, ...(user && { initial_user: user }) };
}

/** A box may always stay empty: its answer is a yes or a no. */
function checkBlock(field: CheckField, id: string): InputBlock {
  const box: PlainTextOption = { text: plainLabel(field.label, 75), value: 'yes' };
  const element: InputBlock['element'] = {
    type: 'checkboxes',
    action_id: actionId,
    options: [box],
    ...(field.value && { initial_options: [box] }),
  };
  return { ...input(field, id, element), optional: true };
}

function noteBlocks({ text }: NoteField): readonly KnownBlock[] {
  const elements = richText(text, 3000);
  return elements.length > 0 ? [richTextBlock(elements)] : [];
}

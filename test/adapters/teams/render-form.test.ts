import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filledIn, readForm } from '../../../adapters/teams/form-data.ts';
import { formTask, renderForm } from '../../../adapters/teams/render-form.ts';
import type { Form } from '../../../src/chat/form.ts';
import { anyForm } from '../slack/arbitrary-cards.ts';
import { actionsOf, faultsIn, textsOf } from './adaptive-card-faults.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const ben = 'aaaaaaaa-0000-0000-0000-000000000002';
const form: Form = {
  id: 'ticket.hold',
  title: 'Hold INC-42',
  submit: 'Hold',
  cancel: 'Back',
  value: 'INC-42 3',
  fields: [
    { kind: 'note', text: ['Until ', { kind: 'date', at: new Date(0), style: 'date', fallback: '1.1.' }] },
    {
      kind: 'choice',
      name: 'reason',
      label: 'Waits for',
      options: [
        { value: 'vendor', label: 'a vendor' },
        { value: 'requester', label: 'Dana', description: 'asks' },
      ],
    },
    {
      kind: 'text',
      name: 'note',
      label: 'Note',
      hint: 'They read *this*',
      optional: true,
      multiline: true,
      maxLength: 500,
    },
    { kind: 'person', name: 'who', label: 'Who', optional: true },
    { kind: 'check', name: 'quiet', label: 'Tell nobody', value: true },
  ],
};

/** What Teams sends: the action's data and the inputs' values in one object. */
function sentIn(drawn: unknown, inputs: Record<string, string>) {
  const [submit] = actionsOf(drawn);
  return JSON.parse(JSON.stringify({ ...(submit?.data as object), ...inputs }));
}

/** A card's people picker and its words are Teams' own, and not in the schema. */
const asSchemaKnows = (card: unknown) =>
  JSON.parse(JSON.stringify(card), (_, value) => {
    if (typeof value !== 'object' || value === null || !('choices.data' in value)) return value;
    const { 'choices.data': __, ...rest } = value;
    return rest;
  });

describe('a form in Teams', () => {
  it('is the card of a task module', () => {
    const { task } = formTask(form);

    expect(task).toMatchObject({
      type: 'continue',
      value: { title: 'Hold INC-42', card: { contentType: 'application/vnd.microsoft.card.adaptive' } },
    });
    expect(faultsIn(asSchemaKnows(task.value.card.content))).toEqual([]);
  });

  it('has an input for each field, named by it', () => {
    const inputs = renderForm(form).body.filter((each) => each.type.startsWith('Input.'));

    expect(inputs).toMatchObject([
      {
        type: 'Input.ChoiceSet',
        id: 'reason',
        label: 'Waits for',
        isRequired: true,
        choices: [{ title: 'a vendor' }, { title: 'Dana (asks)' }],
      },
      { type: 'Input.Text', id: 'note', isMultiline: true, maxLength: 500 },
      { type: 'Input.ChoiceSet', id: 'who', 'choices.data': { dataset: 'graph.microsoft.com/users' } },
      { type: 'Input.Toggle', id: 'quiet', title: 'Tell nobody', value: 'true' },
    ]);
    expect(textsOf(renderForm(form))).toContain('They read \\*this\\*');
  });

  it('lets people type to find one of many, where the form says so', () => {
    const choice = {
      kind: 'choice',
      name: 'saved',
      label: 'Saved reply',
      options: [{ value: 'a', label: 'A' }],
    } as const;
    const styles = [choice, { ...choice, isSearched: true }].map(
      (field) => renderForm({ ...form, fields: [field] }).body[0],
    );

    expect(styles).toMatchObject([{ style: 'compact' }, { style: 'filtered' }]);
  });

  it('shows who was chosen once the name is known', () => {
    const person = {
      ...form,
      fields: [{ kind: 'person', name: 'who', label: 'Who', value: `teams:${tenant}/${ben}` }],
    } as const;

    expect(renderForm(person, { nameOf: () => 'Ben' }).body[0]).toMatchObject({
      value: ben,
      choices: [{ title: 'Ben', value: ben }],
    });
    expect(renderForm(person).body[0]).toMatchObject({ choices: [] });
  });

  it('says what is wrong right under the field', () => {
    const { body } = renderForm(form, { problems: new Map([['note', 'Say *why*.']]) });
    const at = body.findIndex((each) => 'id' in each && each.id === 'note');

    expect(body.slice(at + 1, at + 3)).toMatchObject([
      { text: 'They read \\*this\\*' },
      { text: 'Say \\*why\\*.', color: 'attention' },
    ]);
  });

  it('says what is wrong elsewhere at the top', () => {
    expect(renderForm(form, { problems: new Map([['gone', 'No.']]) }).body[0]).toMatchObject({
      text: 'No.',
      color: 'attention',
    });
  });

  it('whatever is in it, is one that Teams takes', () => {
    fc.assert(
      fc.property(anyForm, (any) => {
        const faults = faultsIn(asSchemaKnows(renderForm(any)));
        expect(faults.filter((each) => each !== 'is 80 KB or larger')).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});

describe('a form that comes back', () => {
  const from = { place: `teams:${tenant}/19:a@thread.v2`, thread: `teams:${tenant}/19:a@thread.tacv2;messageid=1` };

  it('brings its context and what was filled in', () => {
    const sent = readForm(
      sentIn(renderForm(form, from), { reason: 'vendor', note: '  until Monday ', who: ben, quiet: 'false' }),
      tenant,
    );

    expect(sent).toMatchObject({ ...from, form: { id: 'ticket.hold', value: 'INC-42 3' } });
    expect(sent?.values).toEqual({
      reason: 'vendor',
      note: 'until Monday',
      who: `teams:${tenant}/${ben}`,
      quiet: false,
    });
  });

  it('leaves out what stayed empty', () => {
    expect(readForm(sentIn(renderForm(form), { reason: '', note: ' ' }), tenant)?.values).toEqual({ quiet: false });
  });

  it('can be drawn again as it was filled in', () => {
    const sent = readForm(sentIn(renderForm(form, from), { reason: 'requester', note: 'x', quiet: 'true' }), tenant);
    const again = sent && renderForm(filledIn(sent), { ...from, problems: new Map([['note', 'More.']]) });

    expect(again?.body.filter((each) => each.type.startsWith('Input.'))).toMatchObject([
      { id: 'reason', value: 'requester', choices: [{ value: 'vendor' }, { value: 'requester' }] },
      { id: 'note', value: 'x' },
      { id: 'who' },
      { id: 'quiet', value: 'true' },
    ]);
    expect(textsOf(again)[0]).toBe('Until 1\\.1\\.'.replaceAll('\\', ''));
    expect(readForm(sentIn(again, { reason: 'vendor' }), tenant)).toMatchObject({
      values: { reason: 'vendor' },
      ...from,
    });
  });

  it.each([
    ['nothing', {}],
    ['no form of the desk', { _form: { id: 'evil', fields: [] } }],
    ['no object', { _form: 'ticket.hold' }],
  ])('with %s in it is none', (_, data) => {
    expect(readForm(data, tenant)).toBeUndefined();
  });

  it('reads only fields that are shaped as one', () => {
    const odd = [
      { kind: 'choice', name: 'a', label: 'A', options: ['x'] },
      { kind: 'text' },
      null,
      { kind: 'text', name: 'b', label: 'B' },
    ];

    expect(readForm({ _form: { id: 'issue.new', fields: odd }, b: 'yes' }, tenant)).toMatchObject({
      form: { fields: [{ name: 'b' }] },
      values: { b: 'yes' },
    });
  });
});

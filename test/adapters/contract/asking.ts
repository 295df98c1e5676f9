import { expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { FormEvent } from '../../../src/chat/event.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Story, Subject } from './subject.ts';

const card: Card = {
  title: 'INC-42 VPN is down',
  blocks: [],
  buttons: [{ label: 'Resolve', action: 'ticket.resolve', value: 'INC-42', opensForm: true }],
  mark: { id: 'card-1', ticket: 'INC-42', card: 'agent' },
};

const form: Form = {
  id: 'ticket.resolve',
  title: 'Resolve INC-42',
  submit: 'Resolve',
  cancel: 'Back',
  value: 'INC-42',
  fields: [
    { kind: 'text', name: 'note', label: 'What helped?', multiline: true },
    {
      kind: 'choice',
      name: 'code',
      label: 'Code',
      options: [
        { value: 'fixed', label: 'Fixed' },
        { value: 'none', label: 'Not needed' },
      ],
    },
    { kind: 'text', name: 'cause', label: 'Cause', optional: true },
  ],
};

const answer = { 'What helped?': '  restarted <it> & waited ', Code: 'Not needed' };

/** What is typed and picked. */
export function asking(subject: () => Subject): void {
  const opens: Story = async (turn) => {
    if (turn.event.kind === 'action') await turn.openForm(form);
  };
  const openForm = async () => {
    const ref = await subject().adapter.post(subject().place('help-it'), card);
    subject().tell(opens);
    await subject().clicks('ben', ref, 'Resolve');
  };

  it('opens the form that a button asks for, for the one who clicked', async () => {
    await openForm();

    expect(subject().form('ben')).toBe('Resolve INC-42');
    expect(subject().form('dana')).toBeUndefined();
  });

  it('brings what was typed and picked, trimmed, with what the form was about', async () => {
    await openForm();

    expect(await subject().submits('ben', answer)).toEqual([]);

    const [heard] = formsIn(subject());
    expect(heard).toMatchObject({ form: 'ticket.resolve', value: 'INC-42', person: subject().person('ben') });
    expect(heard?.values).toMatchObject({ note: 'restarted <it> & waited', code: 'none' });
    expect(heard?.values.cause).toBeUndefined();
    expect(subject().form('ben')).toBeUndefined();
  });

  it('keeps the form open with a problem beside its field, the first one told', async () => {
    await openForm();
    subject().tell(async (turn) => {
      turn.formProblem('note', 'Say a little more.');
      turn.formProblem('note', 'And this is too late.');
    });

    expect(await subject().submits('ben', answer)).toEqual(['Say a little more.']);
    expect(subject().form('ben')).toBe('Resolve INC-42');

    subject().tell(async () => {});
    expect(await subject().submits('ben', answer)).toEqual([]);
    expect(new Set(formsIn(subject()).map(({ id }) => id)).size).toBe(2);
  });
}

const formsIn = ({ events }: Subject): readonly FormEvent[] => events.filter((event) => event.kind === 'form');

import fc from 'fast-check';
import { actionIds, formIds } from '../../../src/chat/actions.ts';
import type { Block, Button, Card } from '../../../src/chat/card.ts';
import type { Field, Form } from '../../../src/chat/form.ts';
import type { Span, Text } from '../../../src/chat/text.ts';

/** Strings as people and programs produce them: empty, blank, markup, emoji, halves of surrogate pairs, very long. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 4, arbitrary: fc.constantFrom(...nasty()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(100_000), '😀'.repeat(40_000), 'a\n'.repeat(5000), '&'.repeat(9000)),
  },
);

function nasty(): string[] {
  return [
    ...[
      '',
      ' ',
      '\n',
      '\u0000',
      '\ud800',
      'a\udc00b',
      '👩‍👩‍👧‍👦',
      '<!channel>',
      '<@U0DANA>',
      '<https://evil.example|click>',
      '&amp;',
    ],
    ...['*bold*', '_it_', '~no~', '`code`', ':tada:', '> quote', '@here', '\u202e'],
  ];
}

const anyUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    '',
    'javascript:alert(1)',
    'mailto:dana@example.com',
    'https://a.example/a|b>c',
    'http://localhost/x.png',
  ),
  anyString,
);

const anyDate = fc.date({ noInvalidDate: false });

const span: fc.Arbitrary<Span> = fc.oneof(
  anyString,
  fc.record({
    kind: fc.constantFrom('bold' as const, 'italic' as const, 'strike' as const, 'code' as const),
    text: anyString,
  }),
  fc.record({
    kind: fc.constant('mention' as const),
    refs: fc.array(fc.constantFrom('slack:T1/U1', 'teams:t/1', 'slack:T1/<!channel>', 'nonsense'), { maxLength: 3 }),
    name: anyString,
  }),
  fc.record({ kind: fc.constant('link' as const), text: anyString, url: anyUrl }),
  fc.record({
    kind: fc.constant('date' as const),
    at: anyDate,
    style: fc.constantFrom('date' as const, 'time' as const, 'dateTime' as const),
    fallback: anyString,
  }),
);

export const anyText: fc.Arbitrary<Text> = fc.oneof(anyString, fc.array(span, { maxLength: 8 }));

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: anyString,
    action: fc.constantFrom(...actionIds),
    value: anyString,
    style: fc.constantFrom('primary' as const, 'danger' as const),
    opensForm: fc.boolean(),
    confirm: fc.record({ title: anyString, text: anyString, yes: anyString, no: anyString }),
  },
  { requiredKeys: ['label', 'action', 'value'] },
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('text' as const),
      text: anyText,
      style: fc.constantFrom('normal' as const, 'heading' as const, 'quiet' as const, 'quote' as const),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: anyString, value: anyText }), { maxLength: 15 }),
  }),
  fc.record({ kind: fc.constant('row' as const), text: anyText, button }, { requiredKeys: ['kind', 'text'] }),
  fc.record({ kind: fc.constant('image' as const), url: anyUrl, alt: anyString }),
  fc.record({ kind: fc.constant('progress' as const), label: anyString, percent: fc.double() }),
  fc.record({ kind: fc.constant('divider' as const) }),
);

/** Up to 200 blocks and 40 buttons, far more than a flow would ever show. */
export const anyCard: fc.Arbitrary<Card> = fc.record(
  {
    title: anyText,
    blocks: fc.oneof(
      fc.array(block, { maxLength: 12 }),
      fc.array(block, { minLength: 60, maxLength: 200, size: 'max' }),
    ),
    buttons: fc.array(button, { maxLength: 40 }),
    more: fc.array(button, { maxLength: 9 }),
    summary: anyString,
  },
  { requiredKeys: ['blocks'] },
);

const input = { name: anyString, label: anyString, hint: anyString, optional: fc.boolean() };

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('text' as const),
      ...input,
      multiline: fc.boolean(),
      value: anyString,
      maxLength: fc.integer({ min: -5, max: 9000 }),
    },
    { requiredKeys: ['kind', 'name', 'label'] },
  ),
  fc.record(
    {
      kind: fc.constant('choice' as const),
      ...input,
      options: fc.oneof(
        fc.array(fc.record({ value: anyString, label: anyString, description: anyString }), { maxLength: 6 }),
        fc
          .integer({ min: 90, max: 320 })
          .map((count) => Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: `Option ${at}` }))),
      ),
      value: fc.oneof(anyString, fc.constantFrom('v0', 'v99', 'v100', 'v250')),
    },
    { requiredKeys: ['kind', 'name', 'label', 'options'] },
  ),
  fc.record(
    {
      kind: fc.constant('person' as const),
      ...input,
      value: fc.constantFrom('slack:T1/U1', 'teams:t/1', 'slack:', ''),
    },
    { requiredKeys: ['kind', 'name', 'label'] },
  ),
  fc.record(
    { kind: fc.constant('check' as const), ...input, value: fc.boolean() },
    { requiredKeys: ['kind', 'name', 'label'] },
  ),
  fc.record({ kind: fc.constant('note' as const), text: anyText }),
);

/** Up to 130 fields with any names, labels and options. */
export const anyForm: fc.Arbitrary<Form> = fc.record({
  id: fc.constantFrom(...formIds),
  title: anyString,
  submit: anyString,
  cancel: anyString,
  value: fc.string({ unit: 'binary', maxLength: 2000 }),
  fields: fc.oneof(fc.array(field, { maxLength: 8 }), fc.array(field, { minLength: 100, maxLength: 130, size: 'max' })),
});

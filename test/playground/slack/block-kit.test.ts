import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkMessageBlocks } from '../../../playground/slack/block-kit/check-blocks.ts';
import { checkView } from '../../../playground/slack/block-kit/check-view.ts';
import type { JsonObject } from '../../../playground/slack/json.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const long = (length: number) => 'x'.repeat(length);
const option = (text: string, value = text) => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const button = (more: JsonObject = {}) => ({ type: 'button', action_id: 'a', text: plain('Claim'), ...more });
const section = (more: JsonObject) => ({ type: 'section', text: plain('words'), ...more });
const actions = (...elements: JsonObject[]) => ({ type: 'actions', elements });
const input = (element: JsonObject) => ({ type: 'input', label: plain('Title'), element });
const select = (more: JsonObject) => ({ type: 'static_select', action_id: 's', ...more });
const confirm = { title: plain('Sure?'), text: plain('Really?'), confirm: plain('Yes'), deny: plain('No') };

/** A block that Slack refuses, the fault, and where. */
const refused: readonly [string, JsonObject, string, string][] = [
  ['an unknown block', { type: 'poem' }, 'unsupported type: poem', ''],
  ['a block without a type', {}, 'missing required field: type', ''],
  ['a field that does not exist', section({ colour: 'red' }), 'invalid additional property: colour', ''],
  ['a section without words', { type: 'section' }, 'missing required field: text', ''],
  ['an empty text', { type: 'section', text: plain('') }, 'must be more than 0 characters', '/text/text'],
  ['a text of 3001', { type: 'section', text: plain(long(3001)) }, 'must be less than 3001 characters', '/text/text'],
  ['a bare string as text', { type: 'section', text: 'words' }, 'must be an object', '/text'],
  ['mrkdwn in a header', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }, 'unsupported type: mrkdwn', '/text'],
  ['a header of 151', { type: 'header', text: plain(long(151)) }, 'must be less than 151 characters', '/text/text'],
  ['11 fields', section({ fields: Array(11).fill(plain('x')) }), 'no more than 10 items allowed', '/fields'],
  ['a field of 2001', section({ fields: [plain(long(2001))] }), 'must be less than 2001 characters', '/fields/0/text'],
  ['a block_id of 256', section({ block_id: long(256) }), 'must be less than 256 characters', '/block_id'],
  ['no actions', { type: 'actions', elements: [] }, 'no less than 1 items allowed', '/elements'],
  [
    '26 actions',
    actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` }))),
    'no more than 25 items allowed',
    '/elements',
  ],
  [
    'a button text of 76',
    actions(button({ text: plain(long(76)) })),
    'must be less than 76 characters',
    '/elements/0/text/text',
  ],
  [
    'a button value of 2001',
    actions(button({ value: long(2001) })),
    'must be less than 2001 characters',
    '/elements/0/value',
  ],
  [
    'a button of a strange style',
    actions(button({ style: 'loud' })),
    'must be one of: primary, danger',
    '/elements/0/style',
  ],
  ['a button with no url', actions(button({ url: 'nowhere' })), 'must be a valid url', '/elements/0/url'],
  [
    'a button label of 76',
    actions(button({ accessibility_label: long(76) })),
    'must be less than 76 characters',
    '/elements/0/accessibility_label',
  ],
  [
    'a confirmation with a title of 101',
    actions(button({ confirm: { ...confirm, title: plain(long(101)) } })),
    'must be less than 101 characters',
    '/elements/0/confirm/title/text',
  ],
  [
    'a confirmation without a deny',
    actions(button({ confirm: { title: plain('a'), text: plain('b'), confirm: plain('c') } })),
    'missing required field: deny',
    '/elements/0/confirm',
  ],
  [
    'two elements with one action_id',
    actions(button(), button()),
    '`action_id` "a" already exists',
    '/elements/1/action_id',
  ],
  [
    'a text input among actions',
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input',
    '/elements/0',
  ],
  [
    'a select with 101 options',
    actions(select({ options: options(101) })),
    'no more than 100 items allowed',
    '/elements/0/options',
  ],
  ['a select with no options', actions(select({})), 'must have either options or option_groups', '/elements/0'],
  [
    'a select that begins with what it does not offer',
    actions(select({ options: options(2), initial_option: option('o9') })),
    'must be one of the options',
    '/elements/0/initial_option',
  ],
  [
    'an option text of 76',
    actions(select({ options: [option(long(76), 'v')] })),
    'must be less than 76 characters',
    '/elements/0/options/0/text/text',
  ],
  [
    'an option value of 151',
    actions(select({ options: [option('o', long(151))] })),
    'must be less than 151 characters',
    '/elements/0/options/0/value',
  ],
  [
    'a placeholder of 151',
    actions(select({ options: options(1), placeholder: plain(long(151)) })),
    'must be less than 151 characters',
    '/elements/0/placeholder/text',
  ],
  [
    'an overflow menu of 6',
    actions({ type: 'overflow', action_id: 'o', options: options(6) }),
    'no more than 5 items allowed',
    '/elements/0/options',
  ],
  [
    '11 checkboxes',
    actions({ type: 'checkboxes', action_id: 'c', options: options(11) }),
    'no more than 10 items allowed',
    '/elements/0/options',
  ],
  [
    '11 things in a context',
    { type: 'context', elements: Array(11).fill(plain('x')) },
    'no more than 10 items allowed',
    '/elements',
  ],
  [
    'an image without alt text',
    { type: 'image', image_url: 'https://example.com/a.png' },
    'missing required field: alt_text',
    '',
  ],
  ['an image without a picture', { type: 'image', alt_text: 'a' }, 'must have either image_url or slack_file', ''],
  ['a markdown text of 12001', { type: 'markdown', text: long(12_001) }, 'must be less than 12001 characters', '/text'],
  ['an input without an element', { type: 'input', label: plain('Title') }, 'missing required field: element', ''],
  [
    'an input label of 2001',
    { ...input({ type: 'plain_text_input' }), label: plain(long(2001)) },
    'must be less than 2001 characters',
    '/label/text',
  ],
  [
    'a text input for 3001 characters',
    input({ type: 'plain_text_input', max_length: 3001 }),
    'must be less than 3001',
    '/element/max_length',
  ],
  ['a button as an input', input(button()), 'unsupported type: button', '/element'],
  [
    'a number input that does not say whether it takes decimals',
    input({ type: 'number_input' }),
    'missing required field: is_decimal_allowed',
    '/element',
  ],
  [
    'a date that is none',
    input({ type: 'datepicker', initial_date: 'soon' }),
    'must be a valid date',
    '/element/initial_date',
  ],
];

describe('blocks that Slack refuses', () => {
  it.each(refused)('include %s', (_name, block, fault, at) => {
    expect(checkMessageBlocks([block])).toContain(`${fault} [json-pointer:/blocks/0${at}]`);
  });

  it('include a 51st in a message', () => {
    const divider = { type: 'divider' };
    expect(checkMessageBlocks(Array(50).fill(divider))).toEqual([]);
    expect(checkMessageBlocks(Array(51).fill(divider))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
  });

  it('include two with one block_id', () => {
    const twin = { type: 'divider', block_id: 'b' };
    expect(checkMessageBlocks([twin, twin])).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ]);
  });

  it('are each named, however many there are', () => {
    expect(checkMessageBlocks([{ type: 'poem' }, { type: 'section' }])).toHaveLength(2);
  });
});

describe('blocks within the limits', () => {
  it('pass, right up to each limit', () => {
    const block = section({
      text: { type: 'mrkdwn', text: long(3000) },
      fields: Array(10).fill(plain(long(2000))),
      accessory: button({ text: plain(long(75)), value: long(2000), confirm }),
      block_id: long(255),
    });
    const menu = actions(select({ options: options(100), initial_option: option('o3') }));
    expect(checkMessageBlocks([block, menu, { type: 'header', text: plain(long(150)) }])).toEqual([]);
  });

  it('count characters, not bytes or surrogates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        const isFine = checkMessageBlocks([{ type: 'header', text: plain('🎫'.repeat(length)) }]).length === 0;
        return isFine === length <= 150;
      }),
    );
  });
});

describe('a view', () => {
  const modal = { type: 'modal', title: plain('Hold'), submit: plain('Hold'), blocks: [{ type: 'divider' }] };
  const faults: readonly [string, JsonObject, string][] = [
    [
      'has a title of 25',
      { ...modal, title: plain(long(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['has no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
    ['has no blocks', { ...modal, blocks: [] }, 'no less than 1 items allowed [json-pointer:/view/blocks]'],
    [
      'has 101 blocks',
      { ...modal, blocks: Array(101).fill({ type: 'divider' }) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'has 3001 characters of metadata',
      { ...modal, private_metadata: long(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'has a callback_id of 256',
      { ...modal, callback_id: long(256) },
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'has a submit of 25',
      { ...modal, submit: plain(long(25)) },
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'asks without a submit',
      { type: 'modal', title: plain('x'), blocks: [input({ type: 'plain_text_input' })] },
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      'holds a markdown block',
      { ...modal, blocks: [{ type: 'markdown', text: 'x' }] },
      'unsupported type: markdown [json-pointer:/view/blocks/0]',
    ],
    ['says it is a home', { ...modal, type: 'home' }, 'must be one of: modal [json-pointer:/view/type]'],
  ];

  it.each(faults)('is refused when it %s', (_name, view, fault) => {
    expect(checkView(view, 'modal')).toContain(fault);
  });

  it('passes when all is well, as a modal and as a home', () => {
    expect(checkView(modal, 'modal')).toEqual([]);
    expect(checkView({ type: 'home', blocks: [{ type: 'divider' }] }, 'home')).toEqual([]);
    expect(checkView({ type: 'home', title: plain('x'), blocks: [{ type: 'divider' }] }, 'home')).toEqual([
      'invalid additional property: title [json-pointer:/view]',
    ]);
  });
});

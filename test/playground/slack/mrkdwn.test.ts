import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typedText } from '../../../playground/slack/acting/typed-text.ts';
import { Changes } from '../../../playground/slack/changes.ts';
import { defaultPeople } from '../../../playground/slack/default-seeds.ts';
import type { Identity } from '../../../playground/slack/model.ts';
import { mrkdwnSpans, plainWords } from '../../../playground/slack/mrkdwn.ts';
import { People } from '../../../playground/slack/people.ts';
import { pingsIn } from '../../../playground/slack/pings.ts';

const identity: Identity = {
  teamId: 'T0EXAMPLE',
  teamName: 'Example',
  teamDomain: 'example',
  appId: 'A0DESKHAND',
  botId: 'B0DESKHAND',
  botUserId: 'U0DESKHAND',
  botName: 'deskhand',
  botToken: 'xoxb-test',
  appToken: 'xapp-test',
  signingSecret: 'secret',
};

const text = (words: string, ...styles: string[]) => ({ kind: 'text', text: words, styles });

describe("Slack's markup", () => {
  it.each([
    ['plain &lt;words&gt; &amp; more', [text('plain <words> & more')]],
    [
      'a *bold _and slanted_* word',
      [text('a '), text('bold ', 'bold'), text('and slanted', 'bold', 'italic'), text(' word')],
    ],
    ['~no~', [text('no', 'strike')]],
    ['2*3*4 and snake_case_name', [text('2*3*4 and snake_case_name')]],
    ['`a *b*`', [{ kind: 'code', text: 'a *b*' }]],
    ['```\nline\n```', [{ kind: 'preformatted', text: 'line' }]],
    [
      '<@U0DANA> in <#C0HELPIT|help-it>',
      [{ kind: 'user', id: 'U0DANA' }, text(' in '), { kind: 'channel', id: 'C0HELPIT', label: 'help-it' }],
    ],
    [
      '<!here> <!subteam^S0IT|@it>',
      [{ kind: 'broadcast', range: 'here' }, text(' '), { kind: 'usergroup', id: 'S0IT', label: '@it' }],
    ],
    ['<https://x.org/?a=1&amp;b=2|X>', [{ kind: 'link', url: 'https://x.org/?a=1&b=2', text: 'X' }]],
    ['<https://x.org>', [{ kind: 'link', url: 'https://x.org', text: 'https://x.org' }]],
    [
      ':ticket: :+1::skin-tone-2:',
      [{ kind: 'emoji', name: 'ticket' }, text(' '), { kind: 'emoji', name: '+1::skin-tone-2' }],
    ],
    ['&gt; quoted\nand on', [{ kind: 'quote', spans: [text('quoted')] }, text('and on')]],
    ['<strange>', [text('<strange>')]],
    [
      '<!date^1777881600^{date}|4 May>',
      [{ kind: 'date', at: new Date(1_777_881_600_000), format: '{date}', fallback: '4 May' }],
    ],
  ])('of %j is read', (markup, spans) => {
    expect(mrkdwnSpans(markup)).toEqual(spans);
  });

  it('never hides a word: what was typed is what is read', () => {
    const people = new People(defaultPeople, identity, new Changes());
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '&', '!', '@', '|', '#', 'channel') });
    fc.assert(
      fc.property(words, (rest) => {
        const typed = `a ${rest}`;
        return plainWords(mrkdwnSpans(typedText(typed, people))) === typed.replaceAll('<!channel>', '@channel');
      }),
    );
  });
});

describe('what a person types', () => {
  const people = new People(defaultPeople, identity, new Changes());

  it.each([
    ['a < b & c', 'a &lt; b &amp; c'],
    ['<@dana> and <@BOT>', '<@U0DANA> and <@U0DESKHAND>'],
    ['<@nobody>', '&lt;@nobody&gt;'],
    ['<!channel>', '<!channel>'],
    ['<script>', '&lt;script&gt;'],
    ['see https://x.org/?a=1&b=2', 'see <https://x.org/?a=1&amp;b=2>'],
    ['ask ada@example.com', 'ask <mailto:ada@example.com|ada@example.com>'],
  ])('%j travels as %j', (typed, wire) => {
    expect(typedText(typed, people)).toBe(wire);
  });
});

describe('the pings of a message', () => {
  it('are found in its text and however deep in its blocks', () => {
    const blocks = [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: 'for <@U0BEN>' },
        fields: [{ type: 'mrkdwn', text: '<!channel>' }],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: '<!subteam^S0IT>' }] },
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0EVE' }] }] },
    ];
    expect(pingsIn({ text: 'old <!group>' })).toEqual(['channel']);
    expect(pingsIn({ text: '<@U0DANA>', blocks })).toEqual(['U0DANA', 'U0BEN', 'channel', 'S0IT', 'U0EVE']);
  });

  it('are none where the markup is escaped, is code of nothing, or stands in plain text', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '<!channel>' } },
      { type: 'section', text: { type: 'mrkdwn', text: '&lt;!channel&gt; and `&lt;@U0BEN&gt;`' } },
    ];
    expect(pingsIn({ text: '&lt;@U0DANA&gt; @channel', blocks })).toEqual([]);
  });
});

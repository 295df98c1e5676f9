import { describe, expect, it } from '@jest/globals';
import { renderHome } from '../../../adapters/slack/home.ts';
import { metadataOf, renderCard } from '../../../adapters/slack/render-card.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import type { Block, Button, Card } from '../../../src/chat/card.ts';
import { bold, link } from '../../../src/chat/text.ts';

const button = (label: string, more: Partial<Button> = {}): Button => ({
  label,
  action: 'ticket.show',
  value: 'INC-42',
  ...more,
});
const blocksOf = (card: Partial<Card>) => renderCard({ blocks: [], ...card }).blocks;
const one = (block: Block) => blocksOf({ blocks: [block] })[0];
const section = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

describe('a card in Slack', () => {
  it('begins with its title in bold, and says it in the notification, too', () => {
    const { text, blocks } = renderCard({
      title: 'INC-42 <VPN> & more',
      blocks: [{ kind: 'text', text: 'Since 9:00.' }],
    });

    expect(blocks[0]).toEqual(section({ type: 'text', text: 'INC-42 <VPN> & more', style: { bold: true } }));
    expect(text).toBe('INC-42 &lt;VPN&gt; &amp; more\nSince 9:00.');
  });

  it('shows what people typed as data', () => {
    expect(one({ kind: 'text', text: '<!channel> *x* :tada: `y`' })).toEqual(
      section({ type: 'text', text: '<!channel> *x* :tada: `y`' }),
    );
    expect(one({ kind: 'row', text: '*x* <!here>', button: button('Show') })).toMatchObject({
      text: { type: 'plain_text', text: '*x* <!here>', emoji: false },
    });
    expect(one({ kind: 'row', text: [bold('INC-42'), ' *x*'], button: button('Show') })).toMatchObject({
      text: { type: 'plain_text', text: 'INC-42 *x*' },
    });
  });

  it('draws spans with their meaning', () => {
    const at = new Date('2026-11-24T08:00:00Z');
    const mention = { kind: 'mention', refs: ['teams:t/x', 'slack:T1/U0BEN'], name: 'Ben' } as const;
    const spans = [
      bold('b'),
      mention,
      link('wiki', 'https://a.example/'),
      { kind: 'date', at, style: 'time', fallback: '09:00' } as const,
    ];

    expect(one({ kind: 'text', text: spans })).toEqual(
      section(
        { type: 'text', text: 'b', style: { bold: true } },
        { type: 'user', user_id: 'U0BEN' },
        { type: 'link', url: 'https://a.example/', text: 'wiki' },
        { type: 'date', timestamp: 1_795_507_200, format: '{time}', fallback: '09:00' },
      ),
    );
    expect(one({ kind: 'text', text: spans, style: 'quiet' })).toMatchObject({
      elements: [
        { type: 'mrkdwn', text: '*b*<@U0BEN><https://a.example/|wiki><!date^1795507200^{time}|09:00>', verbatim: true },
      ],
    });
  });

  it('names whom Slack does not know, and shows what is no link', () => {
    const stranger = { kind: 'mention', refs: ['teams:t/x'], name: 'Ben' } as const;
    expect(one({ kind: 'text', text: [stranger, link('x', 'javascript:alert(1)')] })).toEqual(
      section({ type: 'text', text: 'Ben' }, { type: 'text', text: 'x' }),
    );
  });

  it('draws facts, quotes, progress and pictures', () => {
    expect(
      one({
        kind: 'facts',
        facts: [
          { label: 'Status', value: 'new' },
          { label: 'Assignee', value: '' },
        ],
      }),
    ).toEqual(
      section(
        { type: 'text', text: 'Status: ', style: { bold: true } },
        { type: 'text', text: 'new' },
        { type: 'text', text: '\n' },
        { type: 'text', text: 'Assignee: ', style: { bold: true } },
        { type: 'text', text: '–' },
      ),
    );
    expect(one({ kind: 'text', text: 'mine', style: 'quote' })).toMatchObject({
      elements: [{ type: 'rich_text_quote' }],
    });
    expect(JSON.stringify(one({ kind: 'progress', label: 'Respond', percent: 42 }))).toContain('████░░░░░░ 42 %');
    expect(one({ kind: 'image', url: 'https://a.example/x.png', alt: 'chart' })).toMatchObject({
      type: 'image',
      alt_text: 'chart',
    });
    expect(one({ kind: 'image', url: 'http://localhost/x.png', alt: 'chart' })).toMatchObject({ type: 'rich_text' });
  });

  it('has its buttons in rows of five, at most 25, the rarer ones in a menu', () => {
    const rows = blocksOf({
      buttons: Array.from({ length: 40 }, (_, at) => button(`B${at}`)),
      more: [button('Watch')],
    });

    expect(rows.map((row) => (row.type === 'actions' ? row.elements.length : 0))).toEqual([5, 5, 5, 5, 5]);
    expect(rows.at(-1)).toMatchObject({ elements: [{}, {}, {}, {}, { type: 'overflow' }] });
  });

  it('has a second menu for more rare buttons than one holds', () => {
    const rows = blocksOf({ more: Array.from({ length: 7 }, (_, at) => button(`M${at}`)) });

    expect(rows).toMatchObject([
      {
        elements: [
          { type: 'overflow', options: { length: 5 } },
          { type: 'overflow', options: { length: 2 } },
        ],
      },
    ]);
  });

  it('asks before a rare button, which therefore is no entry of a menu', () => {
    const confirm = { title: 'Sure?', text: 'It is gone then.', yes: 'Cancel it', no: 'Keep' };
    expect(blocksOf({ more: [button('Cancel', { confirm, style: 'danger' }), button('Watch')] })).toMatchObject([
      {
        elements: [
          { type: 'button', confirm: { confirm: { text: 'Cancel it' } }, style: 'danger' },
          { type: 'overflow' },
        ],
      },
    ]);
  });

  it('that is too long ends in how much is missing, with its buttons still there', () => {
    const rows = Array.from({ length: 80 }, (_, at): Block => ({ kind: 'row', text: `INC-${at}` }));
    const drawn = blocksOf({ title: 'Mine', blocks: rows, buttons: [button('Next')] });

    expect(drawn).toHaveLength(50);
    expect(JSON.stringify(drawn.at(-2))).toContain('… +33');
    expect(drawn.at(-1)).toMatchObject({ type: 'actions' });
    expect(renderHome({ title: 'Mine', blocks: rows }).blocks).toHaveLength(81);
  });

  it('is found again by its metadata', () => {
    expect(metadataOf({ id: 'x', ticket: 'INC-42', card: 'agent' })).toEqual({
      event_type: 'deskhand_card',
      event_payload: { id: 'x', ticket: 'INC-42', card: 'agent' },
    });
    expect(metadataOf({ id: 'x' })).toEqual({ event_type: 'deskhand_message', event_payload: { id: 'x' } });
  });
});

describe('a form in Slack', () => {
  it('groups options by hundreds and begins with the chosen one', () => {
    const options = Array.from({ length: 230 }, (_, at) => ({ value: `v${at}`, label: `Service ${at}` }));
    const field = { kind: 'choice', name: 'service', label: 'Service', options, value: 'v150' } as const;
    const view = renderForm(
      { id: 'issue.new', title: 'New issue', submit: 'Send', cancel: 'Cancel', value: '', fields: [field] },
      {},
    );

    expect(view.blocks[0]).toMatchObject({
      block_id: 'service',
      element: { initial_option: { value: 'v150' }, option_groups: [{}, {}, { options: { length: 30 } }] },
    });
  });

  it('says so where there is nothing to choose from', () => {
    const field = { kind: 'choice', name: 'service', label: 'Service', options: [] } as const;
    const view = renderForm(
      { id: 'issue.new', title: 'New issue', submit: 'Send', cancel: 'Cancel', value: '', fields: [field] },
      {},
    );

    expect(JSON.stringify(view.blocks)).toContain('Service: –');
  });
});

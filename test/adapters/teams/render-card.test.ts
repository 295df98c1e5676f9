import { describe, expect, it } from '@jest/globals';
import { renderCard, summaryOf } from '../../../adapters/teams/render-card.ts';
import type { Button, Card } from '../../../src/chat/card.ts';
import { bold, link, type Text } from '../../../src/chat/text.ts';
import { actionsOf, faultsIn, textsOf } from './adaptive-card-faults.ts';

const withText = (text: Text): Card => ({ blocks: [{ kind: 'text', text }] });
const drawnText = (text: Text): string | undefined => textsOf(renderCard(withText(text)))[0];
const claim: Button = { label: 'Claim', action: 'ticket.claim', value: 'INC-42' };

describe('a card in Teams', () => {
  const card: Card = {
    title: 'INC-42 VPN is down',
    blocks: [
      { kind: 'text', text: 'The tunnel closes.', style: 'quote' },
      { kind: 'divider' },
      { kind: 'facts', facts: [{ label: 'Priority', value: 'P1' }] },
      { kind: 'image', url: 'https://desk.example.com/chart.png', alt: 'A week' },
      { kind: 'progress', label: 'Respond', percent: 50 },
      { kind: 'row', text: 'INC-7', button: { label: 'Show', action: 'ticket.show', value: 'INC-7' } },
    ],
    buttons: [claim],
  };

  it('is drawn whole, and is one that Teams takes', () => {
    const drawn = renderCard(card);

    expect(faultsIn(drawn)).toEqual([]);
    expect(drawn).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: 'INC-42 VPN is down\nThe tunnel closes.',
    });
    expect(drawn.body.map(({ type }) => type)).toEqual([
      'TextBlock',
      'Container',
      'FactSet',
      'Image',
      'TextBlock',
      'ColumnSet',
    ]);
    expect(textsOf(drawn)).toEqual([
      'INC-42 VPN is down',
      'The tunnel closes.',
      'Priority',
      'P1',
      '**Respond**  █████░░░░░ 50 %',
      'INC-7',
    ]);
  });

  it('draws a divider as the line above what follows', () => {
    expect(renderCard(card).body[2]).toMatchObject({ type: 'FactSet', separator: true });
    expect(renderCard({ blocks: [{ kind: 'text', text: 'end' }, { kind: 'divider' }] }).body).toHaveLength(1);
  });

  it('shows a picture that has no secure address as a link', () => {
    const drawn = renderCard({ blocks: [{ kind: 'image', url: 'http://desk.example.com/a.png', alt: 'A week' }] });

    expect(textsOf(drawn)).toEqual(['[A week](http://desk.example.com/a.png)']);
  });

  it('always has something to show', () => {
    expect(faultsIn(renderCard({ blocks: [] }))).toEqual([]);
    expect(summaryOf({ blocks: [] })).toBe('…');
  });
});

describe('the buttons of a card', () => {
  const buttons = (count: number): Button[] =>
    Array.from({ length: count }, (_, at) => ({ ...claim, label: `Button ${at}` }));

  it('bring back their action as the verb, and what it is about', () => {
    expect(renderCard({ blocks: [], buttons: [{ ...claim, style: 'primary' }] }).actions).toEqual([
      {
        type: 'Action.Execute',
        title: 'Claim',
        verb: 'ticket.claim',
        style: 'positive',
        data: { action: 'ticket.claim', value: 'INC-42' },
      },
    ]);
  });

  it('ask for a task module where the action opens a form', () => {
    const [reply] = actionsOf(
      renderCard({ blocks: [], buttons: [{ ...claim, action: 'ticket.reply', opensForm: true }] }),
    );

    expect(reply).toMatchObject({
      type: 'Action.Submit',
      data: { action: 'ticket.reply', value: 'INC-42', msteams: { type: 'task/fetch' } },
    });
  });

  it('stand six in a row, and the rest in further rows in their order', () => {
    const drawn = renderCard({ blocks: [], buttons: buttons(14) });

    expect(drawn.actions).toBeUndefined();
    expect(drawn.body.map((row) => (row.type === 'ActionSet' ? row.actions.length : 0))).toEqual([6, 6, 2]);
    expect(actionsOf(drawn).map(({ title }) => title)).toEqual(buttons(14).map(({ label }) => label));
  });

  it('stand behind a menu when they are rare', () => {
    const drawn = renderCard({ blocks: [], buttons: buttons(5), more: buttons(2) });

    expect(actionsOf(drawn).filter(({ mode }) => mode === 'secondary')).toHaveLength(2);
    expect(faultsIn(drawn)).toEqual([]);
  });

  it('stand behind a menu when they are rare, however many there are', () => {
    const drawn = renderCard({ blocks: [], buttons: buttons(9), more: buttons(8) });

    expect(actionsOf(drawn).filter(({ mode }) => mode === 'secondary')).toHaveLength(8);
    expect(faultsIn(drawn)).toEqual([]);
  });

  it('ask first where they must', () => {
    const confirm = { title: 'Cancel INC-42?', text: 'It is closed then.', yes: 'Cancel it', no: 'Keep it' };
    const drawn = renderCard({
      blocks: [],
      buttons: [{ ...claim, label: 'Cancel', action: 'ticket.withdraw', style: 'danger', confirm }],
    });

    expect(drawn.actions).toMatchObject([
      {
        type: 'Action.ShowCard',
        title: 'Cancel',
        card: {
          actions: [{ type: 'Action.Execute', title: 'Cancel it', verb: 'ticket.withdraw', style: 'destructive' }],
        },
      },
    ]);
    expect(textsOf(drawn)).toEqual(['Cancel INC-42?', 'It is closed then.']);
  });
});

describe('a text in a card', () => {
  it.each([
    ['plain words - and INC-42, snake_case, 3 < 4 & more', 'plain words - and INC-42, snake_case, 3 < 4 & more'],
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[click](https://evil.example)', '\\[click\\](https://evil.example)'],
    ['- a list\n1. another\n# title\n> quote', '\\- a list\n\n1\\. another\n\n\\# title\n\n\\> quote'],
    ['&lt;at&gt; \\', '\\&lt;at\\&gt; \\\\'],
    ['{{DATE(2026-01-01T00:00:00Z)}}', '{\u2060{DATE(2026-01-01T00:00:00Z)}}'],
    ['<at>Ben</at> <AT >', '<\u2060at>Ben<\u2060/at> <\u2060AT >'],
    ['    code', '\u00a0\u00a0\u00a0\u00a0code'],
  ])('%j stays what was typed', (typed, drawn) => {
    expect(drawnText(typed)).toBe(drawn);
  });

  it('has its meaning in spans', () => {
    expect(
      drawnText([bold('a*b '), 'c ', link('docs [1]', 'https://a.example/x_(y)'), { kind: 'italic', text: ' d' }]),
    ).toBe('**a\\*b** c [docs \\[1\\]](https://a.example/x%5F%28y%29) _d_'.replace(' _d_', ' _d_'));
  });

  it('shows an instant in the reader’s own zone', () => {
    const at = new Date('2026-11-24T08:30:00.123Z');
    const span = (style: 'date' | 'time' | 'dateTime') => ({ kind: 'date', at, style, fallback: '24.11.' }) as const;

    expect(drawnText([span('date')])).toBe('{{DATE(2026-11-24T08:30:00Z, SHORT)}}');
    expect(drawnText(['by ', span('dateTime')])).toBe(
      'by {{DATE(2026-11-24T08:30:00Z, SHORT)}} {{TIME(2026-11-24T08:30:00Z)}}',
    );
    expect(drawnText([{ ...span('time'), at: new Date(Number.NaN) }])).toBe('24.11.');
  });

  it('mentions who is at home in Teams, names who is not, and keeps two of one name apart', () => {
    const mention = (id: string) => ({ kind: 'mention', refs: [`teams:t/${id}`], name: 'Ben' }) as const;
    const drawn = renderCard(
      withText([mention('1'), mention('2'), mention('1'), { kind: 'mention', refs: ['slack:T/U'], name: 'Cem' }]),
    );

    expect(textsOf(drawn)).toEqual(['<at>Ben</at><at>Ben\u2060</at><at>Ben</at>Cem']);
    expect(drawn.msteams?.entities).toMatchObject([
      { mentioned: { id: '1', name: 'Ben' } },
      { mentioned: { id: '2' } },
    ]);
    expect(faultsIn(drawn)).toEqual([]);
  });

  it('never mentions by what a person typed, even when the same person is mentioned beside it', () => {
    const drawn = renderCard(withText(['<at>Ben</at>', { kind: 'mention', refs: ['teams:t/1'], name: 'Ben' }]));

    expect(textsOf(drawn)[0]?.match(/<at>/g)).toHaveLength(1);
  });

  it('draws no link that leads elsewhere than to the web or a mailbox', () => {
    expect(drawnText([link('click', 'javascript:alert(1)')])).toBe('click');
  });
});

describe('a card that is too large', () => {
  it('has its texts cut before anything is left out', () => {
    const drawn = renderCard({
      blocks: Array.from({ length: 20 }, () => ({ kind: 'text', text: 'long '.repeat(5000) }) as const),
      buttons: [claim],
    });

    expect(faultsIn(drawn)).toEqual([]);
    expect(drawn.body).toHaveLength(20);
    expect(textsOf(drawn).every((text) => text.endsWith('…'))).toBe(true);
  });

  it('says how much of a long list is missing, and keeps its buttons', () => {
    const drawn = renderCard({
      blocks: Array.from({ length: 2000 }, (_, at) => ({ kind: 'row', text: `INC-${at} ${'x'.repeat(200)}` }) as const),
      buttons: [claim],
    });

    expect(faultsIn(drawn)).toEqual([]);
    expect(textsOf(drawn).at(-1)).toBe(`… +${2000 - (drawn.body.length - 1)}`);
    expect(drawn.actions).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Card } from '../../src/chat/card.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { type Remark, textMark } from '../../src/tickets/conversation.ts';
import { remarkCard } from '../../src/views/remark-card.ts';
import { splitText } from '../../src/views/split-text.ts';
import { aContext } from './a-context.ts';
import { aFile, aRemark, aTicketThatIs, openedAt } from './a-ticket.ts';
import { linesOf, mentionsIn, saidBy } from './shown.ts';

function carried(remark: Remark, facts: { internal?: boolean; forAgents?: boolean } = {}): Card {
  const all = { internal: false, forAgents: true, markId: 'INC-42:remark:slack:m2:slack:t', ...facts };
  return remarkCard(remark, aTicketThatIs('in_progress'), aContext(), all);
}

/** What a text weighs when Slack's three characters are escaped. */
function escapedLength(text: string): number {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').length;
}

describe('words carried into another thread', () => {
  it('start with their author and the key, and are found again', () => {
    const card = carried(aRemark({ author: 'ben', side: 'agent' }), { forAgents: false });

    expect(linesOf(card)).toEqual(['Ben Ito · INC-42', 'It still says no.']);
    expect(card.mark).toEqual({ id: 'INC-42:remark:slack:m2:slack:t', ticket: 'INC-42' });
  });

  it('call the assignee when the requester wrote something new', () => {
    expect(mentionsIn(carried(aRemark()))).toEqual(['Ben Ito']);
  });

  it.each([
    ['an edited copy', aRemark({ editedAt: openedAt }), true],
    ['a deleted copy', aRemark({ deletedAt: openedAt }), true],
    ["the requester's thread", aRemark(), false],
    ["an agent's words", aRemark({ author: 'lea', side: 'agent' }), true],
  ])('call nobody: %s', (_, remark, forAgents) => {
    expect(mentionsIn(carried(remark, { forAgents }))).toEqual([]);
  });

  it('are labelled when they are internal', () => {
    expect(linesOf(carried(aRemark({ side: 'agent', author: 'ben' }), { internal: true }))[0]).toBe(
      'Ben Ito · INC-42 · internal note',
    );
  });

  it('have their translation under them, marked in its own language, for the side that it is for', () => {
    const text = 'Es sagt immer noch <!here> nein.';
    const translation = { to: 'en', from: 'de', text: 'It still says <!here> no.', of: textMark(text) };
    const said = aRemark({ text, translation });
    const lines = [text, 'Translated from German by a language model:', 'It still says <!here> no.'];
    const answered = aRemark({ text, translation: { ...translation, to: 'de', from: 'en' }, side: 'agent' });

    expect(linesOf(carried(said)).slice(1)).toEqual(lines);
    expect(linesOf(carried(said, { forAgents: false })).slice(1)).toEqual([text]);
    expect(linesOf(carried(answered, { forAgents: false }))).toContain(
      'Übersetzt aus: Englisch, von einem Sprachmodell',
    );
    expect(linesOf(carried({ ...said, text: 'Jetzt geht es.' })).slice(1)).toEqual(['Jetzt geht es.']);
    expect(saidBy(carried({ ...said, deletedAt: openedAt }))).not.toContain('It still says');
    expect(linesOf(carried({ ...said, isDescription: true })).slice(1)).toEqual(lines.slice(1));
  });

  it('say that they were edited', () => {
    expect(linesOf(carried(aRemark({ editedAt: openedAt })))[0]).toBe('Dana Lee · INC-42 · edited');
  });

  it('are gone when their author has deleted them', () => {
    const said = saidBy(carried(aRemark({ deletedAt: openedAt, files: [aFile('secret.png')] })));

    expect(said).toContain('The author has deleted this message.');
    expect(said).not.toMatch(/It still says no|secret/);
  });

  it('name their files', () => {
    expect(linesOf(carried(aRemark({ text: '', files: [aFile('a.png'), aFile('b.txt')] })))).toEqual([
      'Dana Lee · INC-42 · for Ben Ito',
      'Files: a.png, b.txt',
    ]);
  });

  it('are left out when they are first words that the card shows whole already', () => {
    const short = carried(aRemark({ isDescription: true, text: 'VPN' }));
    const long = carried(aRemark({ isDescription: true, text: 'VPN '.repeat(200) }));

    expect(linesOf(short)).toHaveLength(1);
    expect(saidBy(long)).toContain('the whole text');
    expect(saidBy(long)).toContain('VPN '.repeat(200));
  });

  it('show forty thousand characters whole, in blocks that Slack takes', () => {
    const text = 'A line of some length & <more>\n'.repeat(1300).slice(0, 40_000);

    const { blocks } = carried(aRemark({ text }));
    const pieces = blocks.slice(1).map((block) => (block.kind === 'text' ? plainText(block.text) : ''));

    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map(escapedLength))).toBeLessThanOrEqual(2900);
    expect(blocks.length).toBeLessThanOrEqual(50);
  });
});

describe('splitting a text', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });

  it('loses no character and makes no piece too heavy', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 64, max: 200 }), (text, max) => {
        const pieces = splitText(text, max);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(escapedLength(piece)).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('never cuts a character in two', () => {
    const family = '👨‍👩‍👧‍👦';

    for (const piece of splitText(family.repeat(30), 100)) expect(piece.replaceAll(family, '')).toBe('');
  });

  it('cuts even a letter that is longer than a piece, between code points', () => {
    const tower = `a${'\u{1D167}'.repeat(500)}`;

    const pieces = splitText(tower, 64);

    expect(pieces.join('')).toBe(tower);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(64);
      expect(piece.isWellFormed()).toBe(true);
    }
  });

  it('prefers the end of a line', () => {
    expect(splitText(`${'a'.repeat(50)}\n${'b'.repeat(50)}`, 64)).toEqual([`${'a'.repeat(50)}\n`, 'b'.repeat(50)]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../src/chat/plain-text.ts';
import { aContext } from './a-context.ts';
import { aTicket } from './a-ticket.ts';
import { cardsOf, formsOf, ticketsSaying } from './all-views.ts';
import { linesOf, spansOfCard } from './shown.ts';

const hostile = '<!channel> <@U1|x> [a](javascript:b) *bold* </at>';

describe('the words of people', () => {
  it.each(['en', 'de'])('stand on every card as data only, in %s', (locale) => {
    for (const ticket of ticketsSaying(hostile)) {
      for (const card of cardsOf(ticket, hostile, aContext(locale))) {
        const meaning = spansOfCard(card).filter((span) => typeof span === 'object');
        expect(JSON.stringify(meaning)).not.toMatch(/channel|javascript|U1|bold\*|<\/at>/);
      }
    }
  });

  it('are on the cards at all', () => {
    const [ticket = aTicket()] = ticketsSaying(hostile);

    const showing = cardsOf(ticket, hostile, aContext()).filter((card) => linesOf(card).join('\n').includes(hostile));

    expect(showing.length).toBeGreaterThan(12);
  });

  it('never break a view, whatever they are', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.string({ unit: 'grapheme', maxLength: 3000 }),
      fc.constantFrom('', ' ', '\n\n', '\u0000', '\uD800', '👨‍👩‍👧‍👦'.repeat(400), 'x'.repeat(40_000)),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('en', 'de'), (words, locale) => {
        const context = aContext(locale);
        for (const ticket of ticketsSaying(words)) {
          formsOf(ticket, context);
          for (const card of cardsOf(ticket, words, context)) {
            expect(card.title === undefined || plainText(card.title).length <= 40_000).toBe(true);
            expect(card.blocks.length).toBeLessThanOrEqual(50);
            expect(card.buttons?.every(({ label, value }) => label.length <= 75 && value.length <= 140)).not.toBe(
              false,
            );
            expect((card.more ?? []).length).toBeLessThanOrEqual(10);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keep the key on the first line, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const [requester] = cardsOf(aTicket({ title }), '', aContext());
        expect(linesOf(requester ?? { blocks: [] })[0]?.split('\n')[0]).toMatch(/^INC-42( |$)/);
      }),
    );
  });
});

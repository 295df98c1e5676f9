import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderCard } from '../../../adapters/teams/render-card.ts';
import { anyCard, anyString } from '../slack/arbitrary-cards.ts';
import { faultsIn, schema, textsOf } from './adaptive-card-faults.ts';

describe('the checks of these tests', () => {
  const card = (rest: object) => ({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', ...rest });

  it.each([
    ['an unknown weight', card({ body: [{ type: 'TextBlock', text: 'x', weight: 'huge' }] })],
    ['an unknown property', card({ body: [{ type: 'TextBlock', text: 'x', colour: 'red' }] })],
    ['an unknown element', card({ body: [{ type: 'Slider' }] })],
  ])('find %s by the schema', (_, wrong) => {
    expect(faultsIn(wrong).length > 0).toBe(schema !== undefined);
  });

  it.each([
    ['a mention of nobody', card({ body: [{ type: 'TextBlock', text: '<at>Ben</at>' }] })],
    ['seven actions', card({ actions: Array.from({ length: 7 }, () => ({ type: 'Action.Submit', title: 'x' })) })],
    ['a large text', card({ body: [{ type: 'TextBlock', text: 'x'.repeat(41_000) }] })],
  ])('find %s', (_, wrong) => {
    expect(faultsIn(wrong)).toHaveLength(1);
  });
});

describe('whatever is drawn', () => {
  it('is a card that Teams takes', () => {
    fc.assert(
      fc.property(anyCard, (card) => expect(faultsIn(renderCard(card))).toEqual([])),
      { numRuns: 60, endOnFailure: true },
    );
  }, 60_000);
});

describe('a string in a card', () => {
  it('mentions nobody and is no date, wherever it stands', () => {
    const typed = fc.oneof(
      anyString,
      fc.constantFrom('<at>Ben</at>', '< at>x', '{{{DATE(2026-01-01T00:00:00Z)}}', '</at>'),
    );
    fc.assert(
      fc.property(typed, (said) => {
        const drawn = renderCard({
          title: said,
          blocks: [
            { kind: 'text', text: [said, { kind: 'bold', text: said }, { kind: 'link', text: said, url: said }] },
            { kind: 'facts', facts: [{ label: said, value: said }] },
            { kind: 'progress', label: said, percent: 3 },
          ],
        });
        expect(textsOf(drawn).filter((text) => /<\s*\/?\s*at\b|\{\{/i.test(text))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

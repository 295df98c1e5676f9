import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderHome } from '../../../adapters/slack/home.ts';
import { renderCard } from '../../../adapters/slack/render-card.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import type { JsonObject } from '../../../playground/slack/json.ts';
import { pingsIn } from '../../../playground/slack/pings.ts';
import { anyCard, anyForm, anyString } from './arbitrary-cards.ts';
import { faultsInMessage, faultsInView, limits } from './block-kit-faults.ts';

if (limits === undefined)
  process.stderr.write('Slack’s published limits are not beside the repository: only the emulator checks.\n');

describe('whatever is drawn', () => {
  it('is a message that Slack takes', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { text, blocks } = renderCard(card);
        expect(faultsInMessage(blocks)).toEqual([]);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(JSON.stringify(blocks).length).toBeLessThan(100_000);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 60_000);

  it('is a home page that Slack takes', () => {
    fc.assert(
      fc.property(anyCard, (card) => expect(faultsInView(renderHome(card), 'home')).toEqual([])),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);

  it('is a form that Slack takes', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const from = { place: 'slack:T1/C1', thread: 'slack:T1/C1/1700000000.000100' };
        expect(faultsInView(renderForm(form, from), 'modal')).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 60_000);
});

describe('a string in a card', () => {
  it('pings nobody, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyString, fc.constantFrom('<!channel>', '<@U0DANA>', '<!here|x>', '<!subteam^S1>')),
        (said) => {
          const card = {
            title: said,
            blocks: [
              { kind: 'text', text: said },
              { kind: 'text', text: said, style: 'quiet' },
              { kind: 'text', text: [said, { kind: 'bold', text: said }], style: 'quiet' },
              { kind: 'facts', facts: [{ label: said, value: said }] },
              {
                kind: 'row',
                text: [{ kind: 'bold', text: said }, said],
                button: { label: said, action: 'ticket.show', value: said },
              },
            ],
            summary: said,
          } as const;
          const { text, blocks } = renderCard(card);
          expect(pingsIn({ text, blocks: blocks as unknown as JsonObject[] })).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeholders as known } from '../../src/config/desk-file-knowledge.ts';
import { filledReply, generalReply, placeholders } from '../../src/knowledge/saved-reply.ts';

const fields = { requester: 'Dana', key: 'INC-42' };

describe('filling in a saved reply', () => {
  it('knows what desk.yaml knows', () => {
    expect(placeholders).toEqual(known);
  });

  it('puts what the ticket has, and shows what it has not', () => {
    expect(filledReply('{{requester}}, {{ KEY }} is due {{due}}', fields)).toBe('Dana, INC-42 is due …');
  });

  it('never looks into what it has filled in', () => {
    expect(filledReply('{{requester}}', { requester: '{{key}}', key: 'INC-42' })).toBe('{{key}}');
  });

  it('comes out as it was when it was saved for the same ticket', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(filledReply(generalReply(text, fields), fields)).toBe(text);
        },
      ),
    );
    expect(generalReply('Dana, Danas Ticket INC-42 and INC-421', fields)).toBe(
      '{{requester}}, Danas Ticket {{key}} and INC-421',
    );
  });
});

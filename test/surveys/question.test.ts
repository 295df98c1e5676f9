import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isStillAsked,
  type Question,
  questionOf,
  questionValue,
  ratingValue,
  readQuestion,
  readRating,
  scores,
} from '../../src/surveys/question.ts';
import { aTicket } from '../kit/a-ticket.ts';

const words = fc.stringMatching(/^[a-zA-Z0-9-]{1,40}$/);
const question: fc.Arbitrary<Question> = fc.record(
  { key: words, stamp: words, token: words },
  { requiredKeys: ['key', 'stamp'] },
);
const resolvedAt = new Date('2026-03-02T10:00:00Z');

describe('what a survey’s buttons carry', () => {
  it('is read as it was written, whatever the question and the score', () => {
    fc.assert(
      fc.property(question, fc.constantFrom(...scores), (asked, score) => {
        expect(readRating(ratingValue(asked, score))).toEqual({ question: asked, score });
        expect(readQuestion(questionValue(asked))).toEqual(asked);
        expect(ratingValue(asked, score).length).toBeLessThanOrEqual(140);
      }),
    );
  });

  it.each(['', 'INC-1', 'INC-1 6 x', 'INC-1 0 x', 'INC-1 2', 'INC-1 2.5 x', ' 2 x'])(
    'is nothing else: "%s"',
    (value) => {
      expect(readRating(value)).toBeUndefined();
    },
  );
});

describe('the question about a ticket', () => {
  it('is another one after each solution, and none while it is open', () => {
    const first = questionOf(aTicket({ resolvedAt }));
    const later = aTicket({ resolvedAt: new Date(resolvedAt.getTime() + 1) });

    expect(questionOf(aTicket())).toBeUndefined();
    expect(first && isStillAsked(first, aTicket({ resolvedAt }))).toBe(true);
    expect(first && isStillAsked(first, later)).toBe(false);
    expect(first && isStillAsked(first, aTicket())).toBe(false);
  });
});

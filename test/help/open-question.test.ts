import { describe, expect, it } from '@jest/globals';
import { openQuestionIn } from '../../src/help/open-question.ts';

const dana = (text: string) => ({ by: 'requester', text }) as const;
const ben = (text: string) => ({ by: 'agent', text }) as const;

describe('the open question of a talk', () => {
  it.each([
    ['the last one', [dana('It broke. Can you help? When?')], { by: 'requester', text: 'When?' }],
    ['one that more words followed', [ben('Which floor? I am on my way.')], { by: 'agent', text: 'Which floor?' }],
    ['one that its own side added to', [ben('Which floor?'), ben('Thanks')], { by: 'agent', text: 'Which floor?' }],
    ['one in other signs', [dana('いつですか？')], { by: 'requester', text: 'いつですか？' }],
  ])('is %s', (_, talk, question) => {
    expect(openQuestionIn(talk)).toEqual(question);
  });

  it.each([
    ['nobody asked', [dana('It broke.')]],
    ['it was answered', [ben('Which floor?'), dana('The third')]],
    ['nothing was said', []],
  ])('is none when %s', (_, talk) => {
    expect(openQuestionIn(talk)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { hearersOf, isLow } from '../../src/surveys/low-score.ts';

describe('a low score', () => {
  it('is one that is given and not above the bound', () => {
    expect([1, 2, 3, 5].map((score) => isLow({ score: score as 1 | 2 | 3 | 5 }, 2))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isLow({}, 5)).toBe(false);
  });

  it.each([
    ['the leads', ['lea', 'leo'], ['mia'], ['lea', 'leo']],
    ['the managers where nobody leads', [], ['mia'], ['mia']],
    ['the other leads when a lead gave it', ['dana', 'lea'], ['mia'], ['lea']],
    ['the managers when the only lead gave it', ['dana'], ['mia'], ['mia']],
    ['nobody when there is nobody else', ['dana'], ['dana'], []],
  ])('goes to %s', (_who, leads, managers, hearers) => {
    expect(hearersOf({ leads, managers }, { requester: 'dana' })).toEqual(hearers);
  });
});

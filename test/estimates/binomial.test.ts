import { describe, expect, it } from '@jest/globals';
import { atMost } from '../../src/estimates/binomial.ts';

describe('the probability of at most so many', () => {
  it.each([
    [0, 3, 0.5, 1 / 8],
    [1, 3, 0.5, 4 / 8],
    [2, 3, 0.5, 7 / 8],
    [3, 3, 0.5, 1],
    [7, 10, 0.8, 0.322200474],
    [0, 0, 0.8, 1],
    [9, 5, 0.8, 1],
  ])('%d of %d at %d is %d', (successes, trials, chance, expected) => {
    expect(atMost(successes, trials, chance)).toBeCloseTo(expected, 8);
  });

  it('is exact for many: half of them lie below the middle', () => {
    expect(atMost(80_000, 100_000, 0.8)).toBeCloseTo(0.5, 2);
    expect(atMost(79_000, 100_000, 0.8)).toBeLessThan(1e-12);
    expect(atMost(81_000, 100_000, 0.8)).toBeCloseTo(1, 9);
  });
});

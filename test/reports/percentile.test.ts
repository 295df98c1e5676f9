import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile, percentOf, spreadOf } from '../../src/reports/percentile.ts';

const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });
const share = fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1);

describe('a percentile', () => {
  it.each([
    // As a spreadsheet's PERCENTILE.INC has them.
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.1],
    [[7], 0.9, 7],
    [[3, 3, 3], 0.5, 3],
  ])('of %j at %d is %d', (sorted, at, expected) => {
    expect(percentile(sorted, at)).toBeCloseTo(expected, 10);
  });

  it('has as many values on either side as its place says, counted one by one', () => {
    fc.assert(
      fc.property(values, share, (list, at) => {
        const found = percentile(Float64Array.from(list).sort(), at);
        const place = (list.length - 1) * at;
        const tiny = 1e-9;

        expect(list.filter((value) => value < found - tiny).length).toBeLessThanOrEqual(Math.ceil(place));
        expect(list.filter((value) => value <= found + tiny).length).toBeGreaterThanOrEqual(Math.floor(place) + 1);
      }),
    );
  });

  it('lies between its two neighbours in a list that is written out value by value', () => {
    fc.assert(
      fc.property(values, share, (list, at) => {
        const inOrder = [...list];
        const sorted: number[] = [];
        while (inOrder.length > 0) sorted.push(...inOrder.splice(inOrder.indexOf(Math.min(...inOrder)), 1));
        const place = (list.length - 1) * at;
        const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];

        expect(percentile(Float64Array.from(list).sort(), at)).toBeCloseTo(
          below * (1 - (place % 1)) + above * (place % 1),
          6,
        );
      }),
    );
  });
});

describe('how durations lie', () => {
  it('is told in whole milliseconds, whatever their order', () => {
    expect(spreadOf([1000, 1, 2])).toEqual({ median: 2, p90: 800, mean: 334 });
  });

  it('is unknown of nothing', () => {
    expect(spreadOf([])).toEqual({ median: null, p90: null, mean: null });
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf(1, 8)).toBe(12.5);
  });
});

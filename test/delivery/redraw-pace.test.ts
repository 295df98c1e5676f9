import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RedrawPace } from '../../src/delivery/redraw-pace.ts';

/** Changes at these instants; @returns when the card is drawn */
function drawings(changes: readonly number[]): readonly number[] {
  let now = 0;
  const pace = new RedrawPace(() => now);
  const drawn: number[] = [];
  const waiting = changes.toSorted((a, b) => a - b);
  for (let isOwed = false; waiting.length > 0 || isOwed; now += 10) {
    while (waiting[0] !== undefined && waiting[0] <= now) {
      pace.changed('INC-1');
      waiting.shift();
      isOwed = true;
    }
    if (isOwed && pace.isDue('INC-1')) {
      pace.drawn('INC-1');
      drawn.push(now);
      isOwed = false;
    }
  }
  return drawn;
}

describe('the pace of drawing a card anew', () => {
  it('draws a single change at once', () => {
    expect(drawings([0])).toEqual([80]);
  });

  it('draws a burst of twenty changes in ten seconds twice', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index * 500);

    expect(drawings(twenty)).toHaveLength(2);
  });

  it('draws within eleven seconds however long a burst lasts', () => {
    const endless = Array.from({ length: 100 }, (_, index) => index * 500);
    const drawn = drawings(endless);

    drawn.forEach((at, index) => {
      expect(at - (drawn[index - 1] ?? 0)).toBeLessThan(11_000);
    });
  });

  it('draws after the last change, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 50 }), (changes) => {
        const drawn = drawings(changes);
        const last = drawn.at(-1) ?? 0;
        expect(last).toBeGreaterThanOrEqual(Math.max(...changes));
        expect(last).toBeLessThanOrEqual(Math.max(...changes) + 10_100);
      }),
    );
  });

  it('keeps tickets apart', () => {
    let now = 0;
    const pace = new RedrawPace(() => now);
    pace.changed('INC-1');
    pace.drawn('INC-1');
    pace.changed('INC-1');
    pace.changed('INC-2');
    now = 80;

    expect([pace.isDue('INC-1'), pace.isDue('INC-2')]).toEqual([false, true]);
  });
});

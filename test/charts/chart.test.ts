import { describe, expect, it } from '@jest/globals';
import { altText, type Chart } from '../../src/charts/chart.ts';

const chart: Chart = {
  kind: 'bars',
  title: 'Opened and resolved',
  unit: 'tickets',
  categories: ['Mon 23', 'Tue 24'],
  series: [
    { name: 'Opened', values: [3, 12] },
    { name: 'Resolved', values: [null, 1234.5] },
  ],
  locale: 'de',
};

describe('the words beside a picture', () => {
  it('tell every figure, as the reader writes numbers, and a dash where nothing is known', () => {
    expect(altText(chart)).toBe(
      'Opened and resolved (tickets). Opened: Mon 23 = 3; Tue 24 = 12. Resolved: Mon 23 = –; Tue 24 = 1.234,5.',
    );
  });

  it('are never longer than platforms take', () => {
    const categories = Array.from({ length: 400 }, (_, at) => `Day ${at}`);

    const text = altText({ ...chart, categories, series: [{ name: 'Opened', values: categories.map(() => 7) }] });

    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.endsWith('…')).toBe(true);
  });
});

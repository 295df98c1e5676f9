import { describe, expect, it } from '@jest/globals';
import type { Chart } from '../../src/charts/chart.ts';
import { drawSvg } from '../../src/charts/drawing.ts';
import { renderChart } from '../../src/charts/render-chart.ts';
import { textWidth } from '../../src/charts/text-width.ts';

const days = ['Wed 18', 'Thu 19', 'Fri 20', 'Sat 21', 'Sun 22', 'Mon 23', 'Tue 24'];
const bars: Chart = {
  kind: 'bars',
  title: 'Opened and resolved',
  categories: days,
  series: [
    { name: 'Opened', values: [3, 12, 8, 0, 1, 9, 22] },
    { name: 'Resolved', values: [4, 10, 9, 0, 0, 7, 15] },
  ],
  locale: 'en',
};
const kinds: readonly Chart[] = [
  bars,
  { ...bars, kind: 'stackedBars' },
  { ...bars, kind: 'lines' },
  { ...bars, categories: days.map((day) => `The whole of ${day}`) },
  { ...bars, kind: 'stackedBars', categories: days.map((day) => `The whole of ${day}`) },
  { ...bars, categories: [], series: [{ name: 'Opened', values: [] }] },
];

/** Width and height stand at the beginning of every PNG. */
function sizeOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { signature: view.getUint32(0), width: view.getUint32(16), height: view.getUint32(20) };
}

/** What the picture says: its texts with their sizes, and where they begin. */
function textsIn(svg: string) {
  return [...svg.matchAll(/<text[^>]*?style="([^"]*)"[^>]*>([^<]*)<\/text>/g)].map(([, style = '', text = '']) => ({
    text,
    size: Number(/font-size:\s*([\d.]+)px/.exec(style)?.[1]),
  }));
}

describe('a chart', () => {
  it.each(kinds)('becomes a PNG 1,600 pixels wide (%#: $kind)', async (chart) => {
    const { signature, width, height } = sizeOf(await renderChart(chart));

    expect(signature).toBe(0x89504e47);
    expect(width).toBe(1600);
    expect(height).toBeGreaterThan(150);
    expect(height).toBeLessThan(2000);
  });

  it('is as wide as it is asked to be, and no higher than that', async () => {
    for (const chart of [bars, { ...bars, kind: 'lines' } as const]) {
      const { width, height } = sizeOf(await renderChart(chart, 1024));

      expect(width).toBe(1024);
      expect(height).toBeLessThanOrEqual(1024);
    }
  });

  it.each(kinds)('says nothing smaller than 11 pixels where it is shown 360 wide (%#: $kind)', async (chart) => {
    const texts = textsIn(drawSvg(chart));

    expect(texts.length).toBeGreaterThan(0);
    for (const { size } of texts) expect((size * 360) / 800).toBeGreaterThan(11);
  });

  it('names every series, every day and every figure on its bar', async () => {
    const said = textsIn(drawSvg(bars)).map(({ text }) => text);

    expect(said).toEqual(
      expect.arrayContaining(['Opened and resolved', 'Opened', 'Resolved', 'Wed', '18', '24', '22']),
    );
  });

  it('tells series apart by more than their colour: hatching for bars, dashes and marks for lines', async () => {
    const withBars = drawSvg(bars);
    const withLines = drawSvg({ ...bars, kind: 'lines' });

    expect(withBars).toContain('#0072B2');
    expect(withBars).toContain('#D55E00');
    expect(withBars).toContain('<pattern');
    expect(withLines).toContain('stroke-dasharray');
  });

  it('draws words of people as text, whatever they are', async () => {
    const svg = drawSvg({
      ...bars,
      title: '<b>& "VPN"',
      categories: ['<script>'],
      series: [{ name: '&', values: [1] }],
    });

    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<b>');
    expect(sizeOf(await renderChart({ ...bars, title: '</text><image href="file:///etc/passwd"/>' })).width).toBe(1600);
  });

  it('leaves a gap where nothing is known', async () => {
    const series = [{ name: 'Score', values: [4, null, 5, 3, 4, 4, 4] }];
    const whole = drawSvg({ ...bars, kind: 'lines', series: [{ name: 'Score', values: [4, 4, 5, 3, 4, 4, 4] }] });

    expect(drawSvg({ ...bars, kind: 'lines', series })).not.toBe(whole);
  });
});

describe('the width of a text', () => {
  it('grows with its letters and its size', () => {
    expect(textWidth('', 26)).toBe(0);
    expect(textWidth('Tue 24', 26)).toBeGreaterThan(textWidth('Tue', 26));
    expect(textWidth('MMMM', 20)).toBeGreaterThan(textWidth('iiii', 20));
    expect(textWidth('漢字', 20)).toBeGreaterThan(textWidth('ab', 20));
  });
});

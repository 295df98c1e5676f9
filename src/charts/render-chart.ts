import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chart } from './chart.ts';
import { look } from './chart-look.ts';

/** Twice the pixels of its look, for screens that have them. */
const usualWidth = 2 * look.width;

/**
 * Draws a chart as PNG, readable where it is shown 360 pixels wide. What draws is loaded at the first picture, and
 * turning the drawing into pixels does not hold up the process.
 * @param width of the picture, in pixels
 */
export async function renderChart(chart: Chart, width: number = usualWidth): Promise<Uint8Array> {
  const { drawSvg } = await import('./drawing.ts');
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(drawSvg(chart), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: look.font },
    background: look.paper,
  });
  return image.asPng();
}

function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) => join(folder, file));
}

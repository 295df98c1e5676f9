import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from './chart.ts';
import { look } from './chart-look.ts';
import { heightOf, optionsOf } from './chart-options.ts';
import { textWidth } from './text-width.ts';

use([BarChart, LineChart, GridComponent, TitleComponent, LegendComponent, AriaComponent, LabelLayout, SVGRenderer]);

// Without a browser the library has nothing to measure texts with.
setPlatformAPI({
  measureText: (text, font) => ({ width: textWidth(text, Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? look.text)) }),
});

/** A chart as SVG, whose texts ask for the font `Inter`. Reading this module takes long: load it at the first picture. */
export function drawSvg(chart: Chart): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height: heightOf(chart) });
  try {
    drawing.setOption(optionsOf(chart));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

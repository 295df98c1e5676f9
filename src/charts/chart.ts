import { cut } from '../chat/plain-text.ts';

/** What a picture of figures shows, in its reader's words. {@link renderChart} draws it, {@link altText} tells it. */
export interface Chart {
  readonly kind: 'bars' | 'stackedBars' | 'lines';
  readonly title: string;
  /** What the figures count or measure: `tickets`, `hours`, `%`. */
  readonly unit?: string;
  /** One for each place along the axis: days, weeks, names. Long names turn the bars on their side. */
  readonly categories: readonly string[];
  /** At most 8, so that each has a colour of its own. */
  readonly series: readonly ChartSeries[];
  /** BCP 47; how numbers are written. */
  readonly locale: string;
}

export interface ChartSeries {
  readonly name: string;
  /** As many as there are categories; `null` where nothing is known, which is not 0. */
  readonly values: readonly (number | null)[];
}

/** The longest text that platforms take beside a picture. */
const longestAlt = 1000;

/** The same figures as a sentence for each series, for who cannot see the picture. */
export function altText(chart: Chart): string {
  const { title, unit, categories, series, locale } = chart;
  const number = numberFormat(locale);
  const told = series.map(({ name, values }) => {
    const points = categories.map((category, at) => `${category} = ${written(values[at] ?? null, number)}`);
    return `${name}: ${points.join('; ')}.`;
  });
  return cut([unit ? `${title} (${unit}).` : `${title}.`, ...told].join(' '), longestAlt);
}

export function numberFormat(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
}

/** A figure as it is shown; a dash where there is none. */
export function written(value: number | null, format: Intl.NumberFormat): string {
  return value === null || !Number.isFinite(value) ? '–' : format.format(value);
}

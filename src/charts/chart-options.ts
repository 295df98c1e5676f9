import type { EChartsCoreOption } from 'echarts/core';
import { type Chart, numberFormat, written } from './chart.ts';
import { dashes, hatchings, look, marks, palette } from './chart-look.ts';
import { textWidth } from './text-width.ts';

/** Beyond so many letters a category is a name, and names are read along lying bars. */
const shortLabel = 8;
/** Beyond so many bars there is no room for a figure on each. */
const labelledBars = 16;
/** So many places along the axis are all named. */
const everyLabel = 8;

/** Whether the bars lie, so that their names can be read. */
export function isLying({ kind, categories }: Chart): boolean {
  return kind !== 'lines' && categories.some((category) => category.length > shortLabel);
}

/** How high the picture has to be, in the pixels of its look. */
export function heightOf(chart: Chart): number {
  if (!isLying(chart)) return look.height;
  const bars = chart.kind === 'bars' ? chart.series.length : 1;
  return headHeight(chart) + look.margin + chart.categories.length * (look.row.first + (bars - 1) * look.row.more);
}

/** What the drawing library is told. */
export function optionsOf(chart: Chart): EChartsCoreOption {
  const lying = isLying(chart);
  const categories = categoryAxis(chart, lying);
  const values = valueAxis(chart, lying);
  return {
    animation: false,
    backgroundColor: look.paper,
    color: [...palette],
    textStyle: { fontFamily: look.font, fontSize: look.text, color: look.ink },
    title: titleOf(chart),
    legend: legendOf(chart),
    grid: {
      left: look.margin - 8,
      right: look.margin + figureRoom(chart, lying),
      top: headHeight(chart),
      bottom: look.margin - 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: chart.series.map((_, at) => (chart.kind === 'lines' ? lineOf(chart, at) : barsOf(chart, at, lying))),
  };
}

function titleOf({ title, unit }: Chart) {
  const { ink, font, margin } = look;
  return {
    text: title,
    subtext: unit ?? '',
    left: margin - 5,
    top: 18,
    itemGap: 8,
    textStyle: {
      fontFamily: font,
      fontSize: look.title,
      fontWeight: 600,
      color: ink,
      width: look.width - 2 * margin,
      overflow: 'truncate',
    },
    subtextStyle: { fontFamily: font, fontSize: look.text, color: ink },
  };
}

function legendOf({ kind, series, unit }: Chart) {
  const { ink, font, margin, text } = look;
  return {
    show: series.length > 1,
    left: margin - 5,
    top: unit ? 112 : 70,
    itemGap: 28,
    itemWidth: kind === 'lines' ? 56 : 34,
    itemHeight: 24,
    textStyle: { fontFamily: font, fontSize: text, color: ink },
  };
}

/** The title, a line for the unit, a line for the legend. */
function headHeight({ series, unit }: Chart): number {
  return 88 + (unit ? 40 : 0) + (series.length > 1 ? 48 : 0);
}

/** Room for the figures that stand to the right of what they belong to. */
function figureRoom({ kind, series, locale }: Chart, lying: boolean): number {
  if (kind !== 'lines' && !(lying && kind === 'bars')) return 12;
  const format = numberFormat(locale);
  const figures = series.flatMap(({ values }) => values.map((value) => textWidth(written(value, format), look.text)));
  return 12 + Math.max(0, ...figures);
}

function categoryAxis({ categories, kind }: Chart, lying: boolean) {
  const { text, ink, grid } = look;
  const room = (look.width - 120) / Math.max(1, categories.length);
  const fit = categories.every((category) => textWidth(category, text) < room - 8);
  return {
    type: 'category',
    // Where there is little room, `Tue 24` takes two lines.
    data: lying || fit ? [...categories] : categories.map((category) => category.replace(' ', '\n')),
    inverse: lying,
    boundaryGap: kind !== 'lines' ? true : [0.04, 0.04],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: grid, width: 2 } },
    axisLabel: {
      fontSize: text,
      color: ink,
      fontFamily: look.font,
      hideOverlap: true,
      margin: 12,
      lineHeight: text + 4,
      interval: lying || categories.length <= everyLabel ? 0 : 'auto',
      ...(lying ? { width: 270, overflow: 'truncate' } : {}),
    },
  };
}

function valueAxis({ locale, series, categories, kind }: Chart, lying: boolean) {
  const { text, ink, grid } = look;
  const format = numberFormat(locale);
  const isWhole = series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
  return {
    type: 'value',
    ...(isWhole ? { minInterval: 1 } : {}),
    splitNumber: 4,
    min: kind === 'lines' ? undefined : 0,
    // Figures stand on lying bars, so the axis would say them twice.
    axisLabel: {
      show: !(lying && categories.length <= labelledBars),
      fontSize: text,
      fontFamily: look.font,
      color: ink,
      formatter: (value: number) => written(value, format),
    },
    splitLine: { lineStyle: { color: grid, width: 1.5 } },
  };
}

function barsOf(chart: Chart, at: number, lying: boolean) {
  const series = chart.series[at];
  const isStacked = chart.kind === 'stackedBars';
  return {
    type: 'bar',
    name: series?.name ?? '',
    data: [...(series?.values ?? [])],
    ...(isStacked ? { stack: 'all' } : {}),
    barCategoryGap: '28%',
    barGap: '8%',
    itemStyle: {
      color: palette[at % palette.length],
      borderColor: look.paper,
      borderWidth: isStacked ? 2 : 0,
      decal: { ...hatchings[at % hatchings.length], color: 'rgba(255,255,255,0.55)' },
    },
    label: barLabel(chart, lying),
  };
}

/** The figure of each bar, as long as there is room for all of them. */
function barLabel({ kind, series, categories, locale }: Chart, lying: boolean) {
  const { text, ink, paper, font } = look;
  const format = numberFormat(locale);
  const isStacked = kind === 'stackedBars';
  const bars = categories.length * (isStacked ? 1 : series.length);
  return {
    show: bars <= labelledBars,
    position: isStacked ? 'inside' : lying ? 'right' : 'top',
    fontSize: text,
    fontFamily: font,
    color: ink,
    // Stands on hatching where bars are stacked.
    ...(isStacked ? { backgroundColor: paper, padding: [1, 4], borderRadius: 4 } : {}),
    formatter: ({ value }: { value?: unknown }) =>
      typeof value === 'number' && (value !== 0 || !isStacked) ? written(value, format) : '',
  };
}

function lineOf({ series, locale }: Chart, at: number) {
  const { text, ink, font } = look;
  const format = numberFormat(locale);
  const values = series[at]?.values ?? [];
  const last = values.findLastIndex((value) => value !== null);
  const color = palette[at % palette.length];
  return {
    type: 'line',
    name: series[at]?.name ?? '',
    symbol: marks[at % marks.length],
    symbolSize: 14,
    showAllSymbol: true,
    lineStyle: { width: 5, color, type: dashes[at % dashes.length] },
    itemStyle: { color, borderWidth: 3 },
    labelLayout: { moveOverlap: 'shiftY' },
    // The newest figure stands at its point; the others are read off the axis.
    data: values.map((value, place) => ({ value: value ?? '-', label: { show: place === last } })),
    label: {
      position: 'right',
      distance: 12,
      fontSize: text,
      fontFamily: font,
      fontWeight: 600,
      color: ink,
      formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? written(value, format) : ''),
    },
  };
}

import type { Chart } from '../charts/chart.ts';
import { barsOf, type DigestContent } from '../reports/digest-content.ts';
import type { Edition } from '../reports/digest-edition.ts';
import type { ViewContext } from './view-context.ts';

/** The picture of a digest: what came and what went, as bars for a few days and as lines for more. */
export function digestChart({ bars }: DigestContent, { digest }: Edition, context: ViewContext): Chart {
  const { chart, figures } = context.words.digests;
  const isWeekly = barsOf[digest.every].days === 7;
  return {
    kind: digest.every === 'day' ? 'bars' : 'lines',
    title: isWeekly ? chart.perWeek : chart.perDay,
    unit: chart.unit,
    categories: bars.map(({ from }) => label(from, isWeekly, context.locale)),
    series: [
      { name: figures.opened, values: bars.map(({ opened }) => opened) },
      { name: figures.resolved, values: bars.map(({ resolved }) => resolved) },
    ],
    locale: context.locale,
  };
}

/** `Tue 24`, or the Monday that a week begins with: `23 Nov`. */
function label(day: string, isWeek: boolean, locale: string): string {
  const at = new Date(day);
  const part = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(at);
  return isWeek ? part({ day: 'numeric', month: 'short' }) : `${part({ weekday: 'short' })} ${at.getUTCDate()}`;
}

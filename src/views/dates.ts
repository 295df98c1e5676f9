import type { DateSpan } from '../chat/text.ts';
import type { ViewContext } from './view-context.ts';

type Zone = Pick<ViewContext, 'locale' | 'timeZone'>;

/** An instant that the platform shows in the reader's zone; where it cannot, in the context's zone and language. */
export function dateSpan(at: Date, style: DateSpan['style'], zone: Zone): DateSpan {
  return { kind: 'date', at, style, fallback: formatOf(style, zone).format(at) };
}

const options: Readonly<Record<DateSpan['style'], Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: DateSpan['style'], { locale, timeZone }: Zone): Intl.DateTimeFormat {
  const id = `${locale} ${timeZone} ${style}`;
  const known = formats.get(id);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options[style], timeZone });
  formats.set(id, format);
  return format;
}

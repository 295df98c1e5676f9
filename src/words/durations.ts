type Unit = 'minute' | 'hour' | 'day';

/**
 * How old something is, in its largest whole unit: `5 min`, `3 hr`, `2 days`.
 * @param ms milliseconds; less than a minute, and less than nothing, count as a minute
 * @param locale BCP 47
 */
export function age(ms: number, locale: string): string {
  const { unit, count } = inLargestUnit(ms);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

/**
 * How long ago something was: `5 minutes ago`.
 * @param ms milliseconds; less than a minute counts as a minute
 * @param locale BCP 47
 */
export function ago(ms: number, locale: string): string {
  const { unit, count } = inLargestUnit(ms);
  return new Intl.RelativeTimeFormat(locale).format(-count, unit);
}

function inLargestUnit(ms: number): { readonly unit: Unit; readonly count: number } {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return { unit: 'minute', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / 24) };
}

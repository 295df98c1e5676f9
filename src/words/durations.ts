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

/**
 * How long something took, exact to the minute: `3 h 10 min`, `45 s` below a minute. Days are hours, for a day of working
 * time has no fixed length.
 * @param ms milliseconds; less than nothing counts as nothing
 */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds > 0 && seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function inLargestUnit(ms: number): { readonly unit: Unit; readonly count: number } {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return { unit: 'minute', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.floor(hours / 24) };
}

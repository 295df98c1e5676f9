/** Days of the desk's own calendar, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly since: string;
  readonly until: string;
}

const dayMs = 86_400_000;

/** @returns whether this is a day of a calendar, of the years 1900 to 2999 */
export function isDay(text: string): boolean {
  if (!/^(19|2\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day so many days later, or earlier when `count` is below zero. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Every day of it, in order. */
export function daysOf({ since, until }: Period): readonly string[] {
  return Array.from({ length: lengthOf({ since, until }) }, (_, at) => dayAfter(since, at));
}

/** How many days it has. */
export function lengthOf({ since, until }: Period): number {
  return Math.round((Date.parse(until) - Date.parse(since)) / dayMs) + 1;
}

/** A filter for a field that holds a local day. */
export function within({ since, until }: Period): { readonly $gte: string; readonly $lte: string } {
  return { $gte: since, $lte: until };
}

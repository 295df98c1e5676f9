import { instantIn } from './instant-in.ts';

const dayMs = 86_400_000;

/**
 * The instant that somebody means by a time of day, or by a date and a time.
 * @param text `15:00` (the next time that the clock shows it), or `YYYY-MM-DD HH:MM`
 * @returns undefined for anything else
 */
export function instantSoon(timeZone: string, text: string, now: Date): Date | undefined {
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!time) return instantIn(timeZone, text);
  for (const daysOn of [0, 1]) {
    const at = instantIn(
      timeZone,
      `${dayIn(timeZone, new Date(now.getTime() + daysOn * dayMs))} ${time[1]}:${time[2]}`,
    );
    if (!at || at > now) return at;
  }
  return undefined;
}

/** An instant at a time of day, so many days on. @param wall `HH:MM` */
export function instantOnDay(timeZone: string, wall: string, now: Date, isMeant: (weekday: number) => boolean): Date {
  for (let daysOn = 1; daysOn <= 7; daysOn += 1) {
    const day = dayIn(timeZone, new Date(now.getTime() + daysOn * dayMs));
    if (isMeant(new Date(`${day}T00:00:00Z`).getUTCDay())) return instantIn(timeZone, `${day} ${wall}`) ?? now;
  }
  return now;
}

/** `YYYY-MM-DD` of an instant in an IANA zone. */
function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

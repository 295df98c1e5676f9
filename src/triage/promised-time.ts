/** Somebody says that they will be heard of again. */
const promises = [
  /\b(?:i|we)(?:['’]ll| will| am going to| are going to|['’]m going to)\b[^.!?\n]*\b(?:get back|come back|report back|update you|keep you posted|let you know|follow up|be in touch|have an? (?:answer|update))\b/iu,
  /\b(?:ich|wir) (?:melden?|meld) (?:mich|uns)\b/iu,
  /\b(?:ich|wir) (?:gebe?n?|sagen?|sag) (?:dir|ihnen|euch)\b[^.!?\n]*\b(?:bescheid|rückmeldung)\b/iu,
  /\b(?:du hörst|sie hören|ihr hört)\b[^.!?\n]*\bvon (?:mir|uns)\b/iu,
] as const;

/**
 * By when somebody says in passing that they will be heard of again: _I'll get back to you by 15:00_. A guess that is
 * offered and never acted upon.
 * @param timeZone IANA; of who wrote it
 * @returns undefined when nothing is promised, or no time to come is named
 */
export async function promisedTime(text: string, timeZone: string, now: Date): Promise<Date | undefined> {
  const said = promises.flatMap((pattern) => sentenceOf(text, pattern)).at(0);
  if (!said) return undefined;
  const { de, en } = await import('chrono-node');
  const reference = { instant: now, timezone: offsetMinutes(timeZone, now) };
  const language = /\b(?:ich|wir|du|sie|ihr)\b/iu.test(said) ? de : en;
  const [found] = language.parse(said, reference, { forwardDate: true });
  if (!found?.start.isCertain('hour') && !found?.start.isCertain('day') && !found?.start.isCertain('weekday'))
    return undefined;
  const at = found.start.date();
  return at > now ? at : undefined;
}

function sentenceOf(text: string, pattern: RegExp): readonly string[] {
  return text.split(/(?<=[!?\n])|(?<=\.)\s/u).filter((sentence) => pattern.test(sentence));
}

/** How far a zone's clocks are from UTC, in minutes. */
function offsetMinutes(timeZone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Math.round((Date.parse(`${shown.replace(' ', 'T')}Z`) - at.getTime()) / 60_000);
}

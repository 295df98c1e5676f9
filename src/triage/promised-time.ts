import { instantIn } from '../sla/instant-in.ts';

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
  const language = await (/\b(?:ich|wir|du|sie|ihr)\b/iu.test(said)
    ? import('chrono-node/de')
    : import('chrono-node/en'));
  // In wall time: the zone may have another offset then than now.
  const reference = { instant: wallTime(timeZone, now), timezone: 0 };
  const [found] = language.parse(said, reference, { forwardDate: true });
  const isNamed = (['hour', 'day', 'weekday'] as const).some((part) => found?.start.isCertain(part));
  const at = found && isNamed ? instantIn(timeZone, wallText(found.start.date())) : undefined;
  return at && at > now ? at : undefined;
}

function sentenceOf(text: string, pattern: RegExp): readonly string[] {
  return text.split(/(?<=[!?\n])|(?<=\.)\s/u).filter((sentence) => pattern.test(sentence));
}

/** What the wall of a zone shows, as if it were UTC. */
function wallTime(timeZone: string, at: Date): Date {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return new Date(`${shown.replace(' ', 'T')}Z`);
}

/** `YYYY-MM-DD HH:MM`. */
function wallText(wall: Date): string {
  return wall.toISOString().slice(0, 16).replace('T', ' ');
}

import type { Card } from '../chat/card.ts';
import type { TriagedField } from '../tickets/ticket-triage.ts';
import type { Licence } from '../triage/licence.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Tells the admins that one form of triage no longer sets a field by itself, and why. */
export function triageSilencedCard({ field, by, right, judged }: Licence, { words }: ViewContext): Card {
  const { silenced } = words.triage;
  const { labels } = words.ticket;
  const names: Readonly<Record<TriagedField, string>> = labels;
  return { title: silenced.title, blocks: [paragraph(silenced[by](names[field], right, judged))] };
}

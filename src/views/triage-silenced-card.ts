import type { Card } from '../chat/card.ts';
import type { TriagedField } from '../tickets/ticket-triage.ts';
import type { Licence } from '../triage/licence.ts';
import { paragraph } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** Tells the admins which forms of triage no longer set a field by themselves, and why. */
export function triageSilencedCard(licences: readonly Licence[], { words }: ViewContext): Card {
  const { silenced } = words.triage;
  const names: Readonly<Record<TriagedField, string>> = words.ticket.labels;
  return {
    title: silenced.title,
    blocks: licences.map(({ field, by, right, judged }) => paragraph(silenced[by](names[field], right, judged))),
  };
}

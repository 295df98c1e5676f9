import { roundedOutwards } from '../estimates/round-outwards.ts';
import { standingEstimate } from '../tickets/standing-estimate.ts';
import { type GivenEstimate, isOpen, type Ticket } from '../tickets/ticket.ts';
import type { Fact } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** How long it will usually take; nothing once it takes longer, or when the ticket is no longer what that was about. */
export function estimateFact(ticket: Ticket, { words, now }: ViewContext): readonly Fact[] {
  const estimate = standingEstimate(ticket);
  if (!estimate || !isOpen(ticket) || now > estimate.endsAt) return [];
  return [{ label: words.estimates.label, value: usually(estimate, words.estimates) }];
}

function usually(estimate: GivenEstimate, words: ViewContext['words']['estimates']): string {
  const say = estimate.workdayMs === undefined ? words.elapsed : words.working;
  const { from, to } = roundedOutwards(estimate);
  if (!from) return say.upTo[to.unit](to.count);
  if (from.unit === to.unit) return say.range[to.unit](from.count, to.count);
  return to.unit === 'day' ? say.hoursToDays(from.count, to.count) : say.minutesToHours(from.count, to.count);
}

import type { TextBlock } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { affectedPeople } from '../tickets/ticket-outage.ts';
import { type Fact, paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** How many people have this trouble, where it is more than one. */
export function affectedFact(ticket: Ticket, { words }: ViewContext): readonly Fact[] {
  const { affectedLabel, affected } = words.outages;
  return ticket.affected?.length ? [{ label: affectedLabel, value: affected(affectedPeople(ticket)) }] : [];
}

/** What agents should know of other tickets about the same. */
export function amongOthers({ partOf, recurrence }: Ticket, { words }: ViewContext): readonly TextBlock[] {
  const say = words.outages;
  return [
    ...(partOf ? [paragraph(say.partOf(partOf.ticket))] : []),
    ...(recurrence ? [quiet(say.recurring(recurrence.times, recurrence.days, recurrence.keys.join(', ')))] : []),
  ];
}

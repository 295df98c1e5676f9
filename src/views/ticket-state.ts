import type { TextBlock } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import { holdReasonText } from './due-text.ts';
import { promiseForRequester } from './promise-lines.ts';
import { paragraph, personSpan, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What happens next, told to the requester, with the words of the team that go with it. */
export function nextForRequester(ticket: Ticket, context: ViewContext): readonly TextBlock[] {
  switch (ticket.status) {
    case 'new':
      return [paragraph(context.words.cards.next.new(context.teamName(ticket.team)))];
    case 'in_progress':
      return [paragraph(workedOn(ticket, context)), ...promiseForRequester(ticket, context)];
    case 'on_hold':
      return [
        paragraph(waiting(ticket, context)),
        ...quote(ticket.hold?.note),
        ...promiseForRequester(ticket, context),
      ];
    case 'resolved':
      return [paragraph(resolved(ticket, context)), ...quote(ticket.resolution?.note)];
    case 'closed':
      return [paragraph(context.words.cards.next.closed), ...quote(ticket.resolution?.note)];
    case 'cancelled':
      return [paragraph(ended(ticket, context)), ...quote(ticket.cancelReason)];
  }
}

/** Why it stands where it stands, for whoever may see the ticket: nothing in it is internal. */
export function stateNotes(ticket: Ticket, context: ViewContext): readonly TextBlock[] {
  const { cards, ticket: ticketWords } = context.words;
  const { hold, resolution, mergedInto, cancelReason, status } = ticket;
  if (status === 'on_hold' && hold) return [paragraph(held(hold, context)), ...quote(hold.note)];
  if (resolution) {
    const code = ticketWords.resolutionCodes[resolution.code];
    return [paragraph(cards.resolvedBy(personSpan(resolution.by, context), code)), ...quote(resolution.note)];
  }
  if (mergedInto) return [paragraph(cards.goesOnIn(mergedInto))];
  if (status !== 'cancelled') return [];
  return cancelReason ? [paragraph(cards.cancelledBecause), ...quote(cancelReason)] : [paragraph(cards.cancelled)];
}

function workedOn({ assignee, team }: Ticket, { words, person, teamName }: ViewContext): Text {
  return assignee ? words.cards.next.inProgress(person(assignee)) : words.cards.next.inProgressByTeam(teamName(team));
}

function waiting({ hold }: Ticket, context: ViewContext): Text {
  const { next } = context.words.cards;
  switch (hold?.reason) {
    case 'requester':
      return next.heldForYou;
    case 'vendor':
      return hold.vendor ? next.heldForNamedVendor(context.vendorName(hold.vendor)) : next.heldForVendor;
    case 'change':
      return next.heldForChange;
    case 'scheduled':
    case undefined:
      return hold?.until ? next.heldUntil(dateSpan(hold.until, 'dateTime', context)) : next.heldForLater;
  }
}

function resolved({ resolution, assignee, team }: Ticket, context: ViewContext): Text {
  const by = resolution?.by ?? assignee;
  return context.words.cards.next.resolved(by ? personSpan(by, context) : context.teamName(team));
}

function ended(ticket: Ticket, context: ViewContext): Text {
  const { next } = context.words.cards;
  if (ticket.mergedInto) return next.mergedInto(ticket.mergedInto);
  const by = ticket.history.findLast(({ move }) => move === 'cancel')?.by;
  if (by === ticket.requester) return next.withdrawn;
  return next.cancelled(by ? personSpan(by, context) : context.teamName(ticket.team));
}

function held(hold: NonNullable<Ticket['hold']>, context: ViewContext): Text {
  const { cards } = context.words;
  const { until } = hold;
  const why = holdReasonText(hold, context);
  return until ? cards.onHoldUntil(why, dateSpan(until, 'dateTime', context)) : cards.onHold(why);
}

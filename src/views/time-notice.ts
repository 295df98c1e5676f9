import type { Button } from '../chat/card.ts';
import type { Span, Text } from '../chat/text.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import type { ViewContext } from './view-context.ts';

/** Notices that come because time has passed. */
type TimeNotice =
  | 'reminder'
  | 'unclaimed'
  | 'stale'
  | 'parked'
  | 'awake'
  | 'askedAgain'
  | 'promiseSoon'
  | 'promiseMissed'
  | 'snoozeOver'
  | 'survey'
  | 'surveyAgain';

interface TimeSaying {
  readonly text: Text;
  readonly hint?: string;
  readonly buttons?: readonly Button[];
}

/** What time itself has to tell. */
export function timeSaying(
  ticket: Ticket,
  effect: NoticeEffect & { readonly notice: TimeNotice },
  context: ViewContext,
): TimeSaying {
  const { key, hold } = ticket;
  const { notices: say, ticket: ticketWords } = context.words;
  const at = (instant: Date | undefined): Span => dateSpan(instant ?? effect.at, 'dateTime', context);
  const { about = {} } = effect;
  switch (effect.notice) {
    case 'reminder':
      return { text: reminder(ticket, effect, context) };
    case 'unclaimed':
      return { text: say.unclaimed(key, at(about.since)) };
    case 'stale':
      return { text: say.stale(key, at(about.since)) };
    case 'parked':
      return { text: say.parked(key, ticketWords.holdReasons[hold?.reason ?? 'scheduled'], at(about.since)) };
    case 'awake':
      return { text: say.awake(key) };
    case 'askedAgain':
      return { text: say.askedAgain(key), hint: say.askedAgainHint, buttons: [] };
    case 'promiseSoon':
      return { text: say.promiseSoon(key, context.person(ticket.requester), at(about.dueAt)) };
    case 'promiseMissed':
      return { text: say.promiseMissed(key, context.person(ticket.requester), at(about.dueAt)) };
    case 'snoozeOver':
      return { text: say.snoozeOver(key) };
    case 'survey':
    case 'surveyAgain':
      return { text: say.survey(key) };
  }
}

function reminder(ticket: Ticket, { at, about = {} }: NoticeEffect, context: ViewContext): Text {
  const { notices: say, ticket: ticketWords } = context.words;
  const { target = 'resolve', percent = 0, dueAt = at } = about;
  const due = dateSpan(dueAt, 'dateTime', context);
  const name = ticketWords.targets[target];
  if (percent < 100) return say.reminder(ticket.key, name, percent, due);
  const passed = say.targetPassed(ticket.key, name, due);
  if (ticket.level === 1) return passed;
  return [...passed, ' ', ...[say.atLevel(ticket.level)].flat()];
}

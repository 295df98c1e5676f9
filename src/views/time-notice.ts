import type { Button } from '../chat/card.ts';
import { type Span, spansOf, type Text } from '../chat/text.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { explainButton, showButton, snoozeButton } from './card-buttons.ts';
import { dateSpan } from './dates.ts';
import { holdReasonText } from './due-text.ts';
import { lowScoreSaying } from './survey-low-score.ts';
import { surveyQuestion } from './survey-question.ts';
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
  | 'surveyAgain'
  | 'lowScore';

interface TimeSaying {
  readonly text: Text;
  readonly hint?: Text;
  readonly buttons?: readonly Button[];
}

/** What time itself has to tell. */
export function timeSaying(
  ticket: Ticket,
  effect: NoticeEffect & { readonly notice: TimeNotice },
  context: ViewContext,
): TimeSaying {
  const { key, hold = { reason: 'scheduled' } } = ticket;
  const { notices: say } = context.words;
  const at = (instant: Date | undefined): Span => dateSpan(instant ?? effect.at, 'dateTime', context);
  const { about = {} } = effect;
  switch (effect.notice) {
    case 'reminder':
      return { text: reminder(ticket, effect, context), buttons: lookingInto(ticket, effect, context) };
    case 'unclaimed':
      return { text: say.unclaimed(key, at(about.since)) };
    case 'stale':
      return { text: say.stale(key, at(about.since)), buttons: lookingInto(ticket, effect, context) };
    case 'parked':
      return {
        text: say.parked(key, holdReasonText(hold, context), at(about.since)),
        buttons: lookingInto(ticket, effect, context),
      };
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
      return surveyQuestion(ticket, effect.notice === 'surveyAgain', context);
    case 'lowScore':
      return lowScoreSaying(ticket, effect, context);
  }
}

/** Agents among themselves have the card right above. */
function lookingInto({ key }: Ticket, { to, notice }: NoticeEffect, { words }: ViewContext): readonly Button[] {
  const why = explainButton(key, words);
  if (to === 'agents') return [why];
  return notice === 'parked' ? [showButton(key, words), why] : [showButton(key, words), why, snoozeButton(key, words)];
}

function reminder(ticket: Ticket, effect: NoticeEffect, context: ViewContext): Text {
  const { notices: say } = context.words;
  const { percent = 0, counterpart } = effect.about ?? {};
  const spans = spansOf(threshold(ticket, effect, context));
  if (counterpart) return [...spans, ' ', ...spansOf(say.agreedWith(partnerName(counterpart, context)))];
  if (percent < 100 || ticket.level === 1) return spans;
  return [...spans, ' ', ...spansOf(say.atLevel(ticket.level))];
}

function threshold({ key }: Ticket, { at, about = {} }: NoticeEffect, context: ViewContext): Text {
  const { notices: say, ticket: ticketWords } = context.words;
  const { target = 'resolve', percent = 0, dueAt = at } = about;
  const due = dateSpan(dueAt, 'dateTime', context);
  const name = ticketWords.targets[target];
  return percent < 100 ? say.reminder(key, name, percent, due) : say.targetPassed(key, name, due);
}

/** @param counterpart `team.<id>`, `team.<id>.<towards>` or `vendor.<id>` */
function partnerName(counterpart: string, { teamName, vendorName }: ViewContext): string {
  const [kind, id = ''] = counterpart.split('.');
  return kind === 'vendor' ? vendorName(id) : teamName(id);
}

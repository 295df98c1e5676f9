import type { Block, Button, Card } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { alikeSaying } from './alike-notice.ts';
import { answerCard } from './answer-card.ts';
import { answerButtons, newIssueButton, showButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { missingFactQuestion } from './missing-fact.ts';
import { paragraph, personSpan, quiet, quote, ticketTitle } from './ticket-facts.ts';
import { timeSaying } from './time-notice.ts';
import type { ViewContext } from './view-context.ts';

/** What somebody is told about a change: one sentence, the words that came with it, and what they can do now. */
export function noticeCard(ticket: Ticket, effect: NoticeEffect, context: ViewContext): Card {
  const mark = { id: `${ticket.key}:${effect.id}`, ticket: ticket.key };
  if (effect.notice === 'answerOffered' && ticket.answer)
    return { ...answerCard(ticket, ticket.answer, context), mark };
  const { title, text, hint, buttons } = saying(ticket, effect, context);
  const blocks: readonly Block[] = [paragraph(text), ...quote(effect.note), ...(hint ? [quiet(hint)] : [])];
  return {
    ...(title ? { title } : {}),
    blocks,
    ...(buttons ? { buttons } : {}),
    ...summaryOf(ticket, context),
    mark,
  };
}

/** The sentence of a notice alone. */
export function noticeText(ticket: Ticket, effect: NoticeEffect, context: ViewContext): Text {
  return saying(ticket, effect, context).text;
}

interface Saying {
  /** Where the reader does not have the ticket before their eyes. */
  readonly title?: string;
  readonly text: Text;
  readonly hint?: Text;
  readonly buttons?: readonly Button[];
}

function saying(ticket: Ticket, effect: NoticeEffect, context: ViewContext): Saying {
  const { key } = ticket;
  const { words } = context;
  const say = words.notices;
  const by = personSpan(effect.by, context);
  const toPerson = { title: ticketTitle(ticket), buttons: [showButton(key, words)] };
  switch (effect.notice) {
    case 'resolved':
      return { text: say.resolved(key, by), buttons: answerButtons(key, words) };
    case 'reopened':
      return { text: reopened(ticket, effect, context) };
    case 'cancelled':
      return { text: say.cancelled(key, by), hint: say.cancelledHint, buttons: [newIssueButton(words)] };
    case 'needsYou':
      return { text: say.needsYou(key, by), hint: say.needsYouHint };
    case 'assigned':
      return { ...toPerson, text: say.assigned(key, by) };
    case 'escalatedUp':
      return { ...toPerson, text: say.escalatedUp(key, by, ticket.level) };
    case 'watchedResolved':
      return { ...toPerson, text: say.watchedResolved(key, by) };
    case 'watchedCancelled':
      return { ...toPerson, text: say.watchedCancelled(key, by) };
    case 'answerOffered':
      return { text: words.knowledge.answerOffered(key) };
    case 'answerSolved':
      return { text: words.knowledge.answerSolved(key, by) };
    case 'missingFact':
      return missingFactQuestion(ticket, effect.about?.fact ?? 'service', context);
    case 'requesterCancelled':
      return { text: requesterCancelled(ticket, effect, context) };
    case 'alike':
    case 'partOf':
    case 'partEnded':
      return alikeSaying(ticket, { ...effect, notice: effect.notice }, context);
    case 'childReopened':
      return {
        ...(isAmongAgents(effect) ? {} : { title: ticketTitle(ticket) }),
        ...alikeSaying(ticket, { ...effect, notice: effect.notice }, context),
      };
    default:
      return {
        ...(isAmongAgents(effect) ? {} : toPerson),
        ...timeSaying(ticket, { ...effect, notice: effect.notice }, context),
      };
  }
}

/** They have the card right above. */
function isAmongAgents({ to }: NoticeEffect): boolean {
  return to === 'agents';
}

function reopened({ key, assignee }: Ticket, { by }: NoticeEffect, context: ViewContext): Text {
  const { notices } = context.words;
  const who = personSpan(by, context);
  return assignee && assignee !== by
    ? notices.reopenedFor(key, who, context.person(assignee))
    : notices.reopened(key, who);
}

function requesterCancelled({ key, assignee }: Ticket, { by }: NoticeEffect, context: ViewContext): Text {
  const { notices } = context.words;
  const who = personSpan(by, context);
  return assignee && assignee !== by
    ? notices.requesterCancelledFor(key, who, context.person(assignee))
    : notices.requesterCancelled(key, who);
}

import type { Button, Card } from '../chat/card.ts';
import { link, type Text } from '../chat/text.ts';
import type { Survey } from '../surveys/survey.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { paragraph, quiet, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

interface LowScoreSaying {
  readonly text: Text;
  readonly hint?: Text;
  readonly buttons: readonly Button[];
}

/** A lead hears that somebody was not content, and can go on from there. */
export function lowScoreSaying(ticket: Ticket, { about = {} }: NoticeEffect, context: ViewContext): LowScoreSaying {
  const { surveys } = context.words;
  const { score = 1, url, mayReopen = false } = about;
  return {
    text: surveys.lowScore(ticket.key, context.person(ticket.requester), score),
    ...(url ? { hint: [link(surveys.conversation, url)] } : {}),
    buttons: [showButton(ticket.key, context.words), ...(mayReopen ? reopenButton(ticket, context) : [])],
  };
}

function reopenButton({ key, status }: Ticket, { words }: ViewContext): readonly Button[] {
  if (status !== 'resolved') return [];
  return [{ label: words.buttons.reopen, action: 'ticket.reopen', value: key, opensForm: true }];
}

/** The same of an anonymous answer: neither ticket nor people. @param id see `Mark.id` */
export function anonymousLowScoreCard(survey: Survey, context: ViewContext, id: string): Card {
  const { surveys } = context.words;
  const { service, team, score = 1, comment } = survey;
  const text = service
    ? surveys.lowScoreOfService(context.serviceName(service), score)
    : surveys.lowScoreOfTeam(context.teamName(team), score);
  return { blocks: [paragraph(text), ...quote(comment), quiet(surveys.isAnonymous)], mark: { id } };
}

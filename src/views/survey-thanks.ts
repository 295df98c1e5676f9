import type { Button, Card } from '../chat/card.ts';
import { type Question, questionValue } from '../surveys/question.ts';
import { changeableDays, type Survey } from '../surveys/survey.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { stillBrokenButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { scoreButtons } from './survey-question.ts';
import { paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface ThanksFacts {
  readonly question: Question;
  readonly survey: Survey;
  /** Others read along: it shows nothing of the answer. */
  readonly isShared: boolean;
  readonly isLow: boolean;
}

/** What the question becomes once it is answered: a comment can be added, and the score changed. */
export function surveyThanks(ticket: Ticket, facts: ThanksFacts, context: ViewContext): Card {
  const { question, survey, isShared } = facts;
  const { surveys } = context.words;
  const { key } = ticket;
  const text = isShared || !survey.score ? surveys.thanks(key) : surveys.thanksFor(key, survey.score);
  return {
    blocks: [paragraph(text), quiet(surveys.changeable(changeableDays))],
    buttons: [...scoreButtons(question), commentButton(question, context), ...stillBroken(ticket, facts, context)],
    ...summaryOf(ticket, context),
  };
}

function commentButton(question: Question, { words }: ViewContext): Button {
  const value = questionValue(question);
  return { label: words.surveys.addComment, action: 'survey.comment', value, opensForm: true };
}

/**
 * No lead can reopen what they are not told the key of: who answered anonymously can. Before others it is offered whatever
 * the score, for else it would tell it.
 */
function stillBroken({ key, status }: Ticket, { survey, isShared, isLow }: ThanksFacts, { words }: ViewContext) {
  const isOffered = status === 'resolved' && survey.ticket === undefined && (isShared || isLow);
  return isOffered ? [stillBrokenButton(key, words.buttons.stillBroken)] : [];
}

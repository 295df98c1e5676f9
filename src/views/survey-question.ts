import type { Button } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import { type Question, questionOf, ratingValue, type Score, scores } from '../surveys/question.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { ViewContext } from './view-context.ts';

interface Asking {
  readonly text: Text;
  readonly hint: Text;
  readonly buttons: readonly Button[];
}

/** Asks the requester how it went: one click answers. @param isAgain a reminder */
export function surveyQuestion(ticket: Ticket, isAgain: boolean, context: ViewContext): Asking {
  const { surveys, notices } = context.words;
  const question = questionOf(ticket);
  return {
    text: isAgain ? surveys.askedAgain(ticket.key) : notices.survey(ticket.key),
    hint: context.isSurveyAnonymous ? surveys.scaleAnonymous : surveys.scale,
    // Reopened a moment ago: there is nothing to rate any more.
    buttons: question ? scoreButtons(question) : [],
  };
}

/** One button for each score; the same in every language. */
export function scoreButtons(question: Question): readonly Button[] {
  return scores.map((score) => ({
    label: `${score} ${faces[score]}`,
    action: 'survey.rate',
    value: ratingValue(question, score),
  }));
}

const faces: Readonly<Record<Score, string>> = { 1: '😞', 2: '🙁', 3: '😐', 4: '🙂', 5: '😀' };

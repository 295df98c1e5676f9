import { plainText } from '../src/chat/plain-text.ts';
import { readQuestion } from '../src/surveys/question.ts';
import { longestComment } from '../src/surveys/survey.ts';
import { doneCard } from '../src/views/done-card.ts';
import { surveyForm } from '../src/views/forms/survey-form.ts';
import { contextFor, whoActs } from './acting.ts';
import { askedTicket, noSuchQuestion } from './asked-ticket.ts';
import type { ActionFlow, FormFlow } from './flow.ts';

/** Asks for the words to a score. */
export const askForComment: ActionFlow = async (turn, desk) => {
  const question = readQuestion(turn.event.value);
  if (!question) throw noSuchQuestion(turn.event.value);
  const { person, doer } = await whoActs(turn, desk);
  await askedTicket(desk, doer.actor, question.key);
  const given = await desk.surveys.given(question);
  await turn.openForm(surveyForm(question, given, await contextFor(desk, person)));
};

/** The words go with the score, in place of earlier ones. */
export const commentOnSurvey: FormFlow = async (turn, desk) => {
  const question = readQuestion(turn.event.value);
  if (!question) throw noSuchQuestion(turn.event.value);
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await askedTicket(desk, doer.actor, question.key);
  const { words } = await contextFor(desk, person);
  const { comment } = turn.event.values;
  if (typeof comment !== 'string') return turn.formProblem('comment', words.problems.required);
  const answered = await desk.surveys.comment(ticket, question, comment.slice(0, longestComment));
  if (answered.kind !== 'counted')
    return turn.formProblem('comment', plainText(words.surveys[answered.kind](ticket.key)));
  await turn.whisper(doneCard(words.surveys.commented(ticket.key)));
};

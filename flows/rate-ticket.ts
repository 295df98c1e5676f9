import { readRating } from '../src/surveys/question.ts';
import type { Answered } from '../src/surveys/survey-service.ts';
import { doneCard } from '../src/views/done-card.ts';
import { surveyThanks } from '../src/views/survey-thanks.ts';
import { contextFor, whoActs } from './acting.ts';
import { askedTicket, noSuchQuestion } from './asked-ticket.ts';
import type { ActionFlow } from './flow.ts';

/** The requester says how it went, by one click: the score counts, and the question becomes thanks. */
export const rateTicket: ActionFlow = async (turn, desk) => {
  const { event } = turn;
  const rating = readRating(event.value);
  if (!rating) throw noSuchQuestion(event.value);
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await askedTicket(desk, doer.actor, rating.question.key);
  const answered: Answered = await desk.surveys.answer(ticket, rating.question, rating.score);
  const context = await contextFor(desk, person, [ticket]);
  if (answered.kind !== 'counted') {
    await turn.whisper(doneCard(context.words.surveys[answered.kind](ticket.key)));
    return;
  }
  const { question, survey } = answered;
  const isShared = (await desk.places.shared([event.place])).length > 0;
  const facts = { question, survey, isShared, isLow: desk.surveys.isLow(survey) };
  await turn.replace(surveyThanks(ticket, facts, context));
};

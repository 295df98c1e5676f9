import type { Desk } from '../src/desk.ts';
import { tellFact } from '../src/tickets/moves/triaging.ts';
import { askedFacts, type FactToAsk, factAnswers } from '../src/tickets/ticket-triage.ts';
import { rulesOf } from '../src/triage/fill-in.ts';
import { doneCard } from '../src/views/done-card.ts';
import { answerWords } from '../src/views/missing-fact.ts';
import { contextFor, whoActs } from './acting.ts';
import { askedTicket, noSuchQuestion } from './asked-ticket.ts';
import type { ActionFlow } from './flow.ts';

/** The requester taps what was missing; the value is `<key> <fact> <answer>`. */
export const tellMissingFact: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const [key = '', name, answer = ''] = turn.event.value.split(' ');
  const fact = askedFacts.find((one) => one === name);
  if (!fact || !isAnswer(fact, answer, desk)) throw noSuchQuestion(turn.event.value);
  const asked = await askedTicket(desk, doer.actor, key);
  const move = tellFact(fact, answer, rulesOf(desk.config()));
  const ticket = await desk.tickets.changeByDesk(asked.key, person.id, doer.event, move);
  const context = await contextFor(desk, person, [ticket]);
  await turn.replace(doneCard(context.words.triage.noted(ticket.key, answerWords(answer, context))));
};

function isAnswer(fact: FactToAsk, answer: string, desk: Desk): boolean {
  if (fact === 'service')
    return answer === 'other' || desk.config().services.some(({ id, confidential }) => id === answer && !confidential);
  const known: readonly string[] = fact === 'affected' || fact === 'since' ? factAnswers[fact] : [];
  return known.includes(answer);
}

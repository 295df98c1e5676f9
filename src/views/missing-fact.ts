import type { Button } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { type FactToAsk, factAnswers } from '../tickets/ticket-triage.ts';
import type { Fact } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** With more services to choose from, words are quicker than buttons. */
const mostServices = 5;

export interface Question {
  readonly text: Text;
  readonly hint: Text;
  readonly buttons: readonly Button[];
}

/** What is asked of the requester, with buttons where the answers are few. */
export function missingFactQuestion({ key }: Pick<Ticket, 'key'>, fact: FactToAsk, context: ViewContext): Question {
  const { triage } = context.words;
  const buttons = answersTo(fact, context).map(
    (answer): Button => ({
      label: answerWords(answer, context),
      action: 'triage.tell',
      value: `${key} ${fact} ${answer}`,
    }),
  );
  return { text: triage.ask[fact](key), hint: triage.askHint, buttons };
}

function answersTo(fact: FactToAsk, { openServices }: ViewContext): readonly string[] {
  if (fact === 'affected' || fact === 'since') return factAnswers[fact];
  return fact === 'service' && openServices.length <= mostServices ? [...openServices, 'other'] : [];
}

/** An answer as its button says it. */
export function answerWords(answer: string, { words, serviceName }: ViewContext): string {
  const known: Readonly<Record<string, string>> = words.triage.answers;
  return Object.hasOwn(known, answer) ? (known[answer] ?? answer) : serviceName(answer);
}

/** What the requester told and no other field of the ticket shows. */
export function toldFacts({ triage }: Pick<Ticket, 'triage'>, context: ViewContext): readonly Fact[] {
  const since = triage?.asked.findLast(({ fact, answer }) => fact === 'since' && answer !== undefined)?.answer;
  return since ? [{ label: context.words.triage.told.since, value: answerWords(since, context) }] : [];
}

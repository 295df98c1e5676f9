import type { Card, TextBlock } from '../chat/card.ts';
import { link } from '../chat/text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { affectedFact, amongOthers } from './among-others.ts';
import { answerNotes } from './answer-card.ts';
import { agentButtons, agentMore } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { cutQuote, longestQuote } from './description.ts';
import { dueFacts, dueRows } from './due-text.ts';
import { summaryOffer } from './help-buttons.ts';
import { toldFacts } from './missing-fact.ts';
import { promisesForAgents } from './promise-lines.ts';
import { askSecretButtons } from './secret-drop-card.ts';
import { solvedRows } from './solved-before.ts';
import { agentFacts, quiet, ticketTitle } from './ticket-facts.ts';
import { stateNotes } from './ticket-state.ts';
import { triageRows } from './triage-rows.ts';
import type { ViewContext } from './view-context.ts';

/** The ticket as the team sees it in its triage channel, with everything that can be done about it now. */
export function agentCard(ticket: Ticket, slotId: string, context: ViewContext): Card {
  return {
    title: ticketTitle(ticket),
    blocks: [
      {
        kind: 'facts',
        facts: [...agentFacts(ticket, context), ...affectedFact(ticket, context), ...toldFacts(ticket, context)],
      },
      ...dueRows(ticket, dueFacts(ticket, context), context),
      ...cutQuote(ticket.description, longestQuote, context.words.cards.wholeInThread),
      ...stateNotes(ticket, context),
      ...amongOthers(ticket, context),
      ...triageRows(ticket, context),
      ...answerNotes(ticket, context),
      ...promisesForAgents(ticket, context),
      ...sourceNotes(ticket, context),
      ...solvedRows(ticket, context),
    ],
    buttons: [...agentButtons(ticket, context.words), ...summaryOffer(ticket, context.words).buttons],
    more: [
      ...agentMore(ticket, context.words),
      ...summaryOffer(ticket, context.words).more,
      ...askSecretButtons(ticket, context.words),
    ],
    ...summaryOf(ticket, context),
    mark: { id: `${ticket.key}:${slotId}`, ticket: ticket.key, card: 'agent' },
  };
}

function sourceNotes({ source, confidential }: Ticket, { words }: ViewContext): readonly TextBlock[] {
  const { cards } = words;
  const names = source.files.map(({ name }) => name).join(', ');
  return [
    ...(confidential ? [quiet(cards.confidentialForAgents)] : []),
    ...(source.isDeleted ? [quiet(cards.sourceDeleted)] : []),
    ...(names ? [quiet(cards.files(names))] : []),
    ...(source.permalink && !source.isDeleted ? [quiet([link(cards.openMessage, source.permalink)])] : []),
  ];
}

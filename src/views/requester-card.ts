import type { Block, Card, TextBlock } from '../chat/card.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import { requesterButtons } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { cutQuote, longestQuote } from './description.ts';
import { promisedFacts } from './due-text.ts';
import { estimateFact } from './estimate-fact.ts';
import { type Fact, priorityWords, quiet, ticketTitle } from './ticket-facts.ts';
import { nextForRequester } from './ticket-state.ts';
import type { ViewContext } from './view-context.ts';

/**
 * The ticket as the requester sees it, in their thread: what happens next, and nothing internal.
 * @param isInChat it lies where there are no threads
 */
export function requesterCard(ticket: Ticket, reader: ViewContext, { isInChat = false } = {}): Card {
  const context = isInChat ? inChat(reader) : reader;
  return {
    title: ticketTitle(ticket),
    blocks: [
      ...nextForRequester(ticket, context),
      ...ownWords(ticket, context),
      { kind: 'facts', facts: [...requesterFacts(ticket, context), ...promisedFacts(ticket, context)] },
      ...hints(ticket, context),
    ],
    buttons: requesterButtons(ticket, context.words),
    ...summaryOf(ticket, context),
    mark: { id: `${ticket.key}:requester`, ticket: ticket.key, card: 'requester' },
  };
}

/** The same, for a place where nothing can be said "in this thread". */
function inChat(context: ViewContext): ViewContext {
  const { words } = context;
  const { reachesTeam, heldForYou } = words.cards.inChat;
  const cards = { ...words.cards, reachesTeam, next: { ...words.cards.next, heldForYou } };
  return { ...context, words: { ...words, cards } };
}

/** The facts that matter to the person who waits. */
export function requesterFacts(ticket: Ticket, context: ViewContext): readonly Fact[] {
  const { labels, states } = context.words.ticket;
  const { assignee, service } = ticket;
  return [
    { label: labels.state, value: states[ticket.status] },
    { label: labels.priority, value: priorityWords(ticket.priority, context) },
    { label: labels.team, value: context.teamName(ticket.team) },
    ...(assignee ? [{ label: labels.assignee, value: [context.person(assignee)] }] : []),
    ...(service ? [{ label: labels.service, value: context.serviceName(service) }] : []),
    ...estimateFact(ticket, context),
  ];
}

/** Ways in that leave no words of the requester in the thread. */
const wordless: readonly Ticket['source']['via'][] = ['command', 'form', 'split', 'import', 'api'];

function ownWords(ticket: Ticket, context: ViewContext): readonly Block[] {
  return wordless.includes(ticket.source.via)
    ? cutQuote(ticket.description, longestQuote, context.words.cards.cutHere)
    : [];
}

function hints(ticket: Ticket, { words, person }: ViewContext): readonly TextBlock[] {
  const { cards } = words;
  const isListening = isOpen(ticket) || ticket.status === 'resolved';
  return [
    ...(ticket.raisedBy === ticket.requester ? [] : [quiet(cards.raisedOnYourBehalf(person(ticket.raisedBy)))]),
    ...(ticket.confidential ? [quiet(cards.confidential)] : []),
    ...(isListening ? [quiet(cards.reachesTeam)] : []),
  ];
}

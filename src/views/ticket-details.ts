import type { Block, Button, Card } from '../chat/card.ts';
import { bold, italic, type Span } from '../chat/text.ts';
import type { Remark } from '../tickets/conversation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { summaryOf } from './card-summary.ts';
import { dateSpan } from './dates.ts';
import { cutQuote } from './description.ts';
import { dueFacts, dueRows, promisedFacts } from './due-text.ts';
import { historyLines } from './history-lines.ts';
import { requesterFacts } from './requester-card.ts';
import { agentFacts, type Fact, heading, oneLine, paragraph, quiet, ticketTitle } from './ticket-facts.ts';
import { stateNotes } from './ticket-state.ts';
import type { ViewContext } from './view-context.ts';

export interface DetailsReader {
  /** May read what agents say among themselves. */
  readonly isInsider: boolean;
  /** What this person may do; see `agentButtons` and `requesterButtons`. */
  readonly buttons: readonly Button[];
  readonly more?: readonly Button[];
}

/** A ticket whole, for one reader: facts, words, the latest conversation and history. */
export function ticketDetails(
  ticket: Ticket,
  remarks: readonly Remark[],
  context: ViewContext,
  reader: DetailsReader,
): Card {
  const { cards } = context.words;
  const due = reader.isInsider ? dueFacts(ticket, context) : promisedFacts(ticket, context);
  return {
    title: ticketTitle(ticket),
    blocks: [
      { kind: 'facts', facts: detailFacts(ticket, context, reader.isInsider) },
      ...dueRows(ticket, due, context),
      ...cutQuote(ticket.description, longestDescription, cards.cutHere),
      ...stateNotes(ticket, context),
      heading(cards.conversation),
      ...conversation(remarks, context, reader.isInsider),
      heading(cards.history),
      ...historyLines(ticket.history, context, { isInsider: reader.isInsider, count: historyLength }),
    ],
    buttons: reader.buttons,
    ...(reader.more ? { more: reader.more } : {}),
    ...summaryOf(ticket, context),
  };
}

/** UTF-16 units: one block of Slack, with room for escaping. */
const longestDescription = 2500;
const historyLength = 15;
const conversationLength = 10;

function detailFacts(ticket: Ticket, context: ViewContext, isInsider: boolean): readonly Fact[] {
  const { labels } = context.words.ticket;
  const { resolvedAt, closedAt, tags, category } = ticket;
  const facts = isInsider ? agentFacts(ticket, context) : requesterFacts(ticket, context);
  const opened = { label: labels.opened, value: [dateSpan(ticket.openedAt, 'dateTime', context)] };
  return [
    ...facts,
    ...(isInsider ? [] : [opened]),
    ...(resolvedAt ? [{ label: labels.resolved, value: [dateSpan(resolvedAt, 'dateTime', context)] }] : []),
    ...(closedAt ? [{ label: labels.closed, value: [dateSpan(closedAt, 'dateTime', context)] }] : []),
    ...(isInsider && category ? [{ label: labels.category, value: category }] : []),
    ...(isInsider && tags.length > 0 ? [{ label: labels.tags, value: tags.join(', ') }] : []),
  ];
}

function conversation(remarks: readonly Remark[], context: ViewContext, isInsider: boolean): readonly Block[] {
  const said = remarks.filter((remark) => !remark.isDescription && (isInsider || remark.visibility === 'public'));
  if (said.length === 0) return [quiet(context.words.cards.noConversation)];
  return said.slice(-conversationLength).map((remark) => paragraph(remarkLine(remark, context)));
}

function remarkLine(remark: Remark, context: ViewContext): readonly Span[] {
  const { remarks } = context.words;
  const names = remark.files.map(({ name }) => name);
  const text = oneLine([remark.text, ...names].join(' '), 500);
  return [
    dateSpan(remark.at, 'dateTime', context),
    ' · ',
    bold(context.person(remark.author).name),
    ...(remark.visibility === 'internal' ? [' · ', italic(remarks.internal)] : []),
    ' · ',
    ...(remark.deletedAt ? [italic(remarks.deleted)] : [text]),
  ];
}

import type { Block, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { OpenQuestion } from '../help/open-question.ts';
import type { Remark } from '../tickets/conversation.ts';
import type { HistoryEntry, MoveName } from '../tickets/history.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Spoken } from '../triage/assistant.ts';
import { summaryOf } from './card-summary.ts';
import { historyLines } from './history-lines.ts';
import { splitText } from './split-text.ts';
import { spokenLine } from './spoken-line.ts';
import { oneLine, paragraph, quote } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface TicketSummary {
  readonly spoken: Spoken;
  /** What a model wrote; without it, it is put together from what follows. */
  readonly text?: string | undefined;
  readonly requesterLast?: Remark | undefined;
  readonly agentLast?: Remark | undefined;
  readonly open?: OpenQuestion | undefined;
}

/** For one agent: what a long thread is about, what was done, and what is open. */
export function ticketSummaryCard(ticket: Ticket, summary: TicketSummary, context: ViewContext): Card {
  const { spoken, text } = summary;
  return {
    blocks: [
      paragraph(context.words.help.summaryTitle(ticket.key)),
      ...(text ? splitText(text, longestBlock).map(paragraph) : fromTheTalk(ticket, summary, context)),
      spokenLine(spoken, context),
    ],
    ...summaryOf(ticket, context),
  };
}

/** UTF-16 units. */
const longestBlock = 2_900;
const longestQuote = 400;

function fromTheTalk(ticket: Ticket, summary: TicketSummary, context: ViewContext): readonly Block[] {
  const { help } = context.words;
  const { requesterLast, agentLast, open } = summary;
  const done = historyLines(ticket.history.filter(isWork), context, { isInsider: true, count: mostLines });
  return [
    ...said(help.asked, ticket.description),
    ...(requesterLast ? said(help.requesterLast(context.person(requesterLast.author).name), requesterLast.text) : []),
    ...(agentLast ? said(help.agentLast, agentLast.text) : []),
    ...(done.length > 0 ? [paragraph([bold(help.done)]), ...done] : []),
    ...(open ? said(open.by === 'requester' ? help.openByRequester : help.openByTeam, open.text) : []),
    ...(open ? [] : [paragraph(help.noneOpen)]),
  ];
}

function said(label: string, words: string): readonly Block[] {
  const text: Text = [bold(label)];
  return [paragraph(text), ...quote(oneLine(words, longestQuote))];
}

const mostLines = 8;

/** What was said stands above, and reminders are nobody's work. */
const noWork: readonly MoveName[] = ['open', 'reply', 'hear', 'remind', 'breach', 'consider', 'survey', 'watch'];

function isWork({ move }: HistoryEntry): boolean {
  return !noWork.includes(move);
}

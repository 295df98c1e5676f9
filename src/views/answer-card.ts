import type { Block, Button, Card, TextBlock } from '../chat/card.ts';
import { cut } from '../chat/plain-text.ts';
import { link, type Text } from '../chat/text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { articlesIn, type OfferedQuote, type TicketAnswer } from '../tickets/ticket-answer.ts';
import { newIssueButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { oneLine, paragraph, quiet, ticketTitle } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What articles say about a ticket, for its requester: passages with where they stand, and whether that solved it. */
export function answerCard(ticket: Ticket, answer: TicketAnswer, context: ViewContext): Card {
  const { knowledge } = context.words;
  const team = context.teamName(ticket.team);
  const isOffered = answer.state === 'offered';
  const end = {
    offered: knowledge.goesOn(team),
    solved: knowledge.solved(ticket.key),
    failed: knowledge.failed(ticket.key, team),
  }[answer.state];
  return {
    title: ticketTitle(ticket),
    blocks: [
      paragraph(knowledge.maySolve(ticket.key)),
      ...answerBlocks(answer, context),
      isOffered ? quiet(end) : paragraph(end),
    ],
    ...(isOffered ? { buttons: answerButtons(ticket.key, context) } : {}),
    ...summaryOf(ticket, context),
  };
}

/** What articles say to a question that is no ticket. */
export function askedCard(
  answer: Pick<TicketAnswer, 'by' | 'quotes' | 'text' | 'fellBack'> | undefined,
  context: ViewContext,
): Card {
  const { knowledge } = context.words;
  const buttons = [newIssueButton(context.words)];
  if (!answer) return { blocks: [paragraph(knowledge.ask.unknown)], buttons };
  return { blocks: [paragraph(knowledge.ask.found), ...answerBlocks(answer, context)], buttons };
}

/** Which articles were offered, and what the requester said of them, for agents. */
export function answerNotes({ answer }: Ticket, { words }: ViewContext): readonly TextBlock[] {
  if (!answer) return [];
  const titles = articlesIn(answer).map(({ title, article }) => `${oneLine(title, 80)} [${oneLine(article, 40)}]`);
  return [quiet(words.knowledge.onCard[answer.state](cut(titles.join('; '), 300)))];
}

/** Titles of an answer's articles, for a ticket's resolution. */
export function titlesOf(answer: TicketAnswer): string {
  return articlesIn(answer)
    .map(({ title }) => oneLine(title, 100))
    .join('; ');
}

function answerBlocks(
  { text, quotes, by, fellBack }: Pick<TicketAnswer, 'by' | 'quotes' | 'text' | 'fellBack'>,
  context: ViewContext,
): readonly Block[] {
  const { knowledge } = context.words;
  return [
    ...(text ? [paragraph(readable(text, longestText))] : []),
    ...quotes.flatMap((quote) => quoteBlocks(quote, context)),
    quiet(fellBack ? knowledge.fellBack : knowledge.spoken[by]),
  ];
}

const longestText = 1_500;
const longestQuote = 700;

function quoteBlocks(quote: OfferedQuote, context: ViewContext): readonly TextBlock[] {
  return [{ kind: 'text', style: 'quote', text: readable(quote.text, longestQuote) }, quiet(sourceOf(quote, context))];
}

function sourceOf({ title, url, headings }: OfferedQuote, { words }: ViewContext): Text {
  const { openPage } = words.knowledge;
  const name = oneLine(title, 100);
  const place = headings.length > 0 ? `${name} › ${oneLine(headings.join(' › '), 100)}` : name;
  return url ? [`📄 ${place} · `, link(openPage, url)] : `📄 ${place}`;
}

/** Markdown as people read it who do not know it: without stars, hashes and brackets. */
export function readable(markdown: string, longest: number): string {
  const plain = markdown
    .replace(/^ {0,3}#{1,6}[ \t]+/gm, '')
    .replace(/^([ \t]*)[*+-][ \t]+/gm, '$1• ')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/!?\[([^\]\n]*)\]\(([^()\s]*)\)/g, (_, text: string, url: string) =>
      text === url ? url : `${text} (${url})`,
    )
    .replace(/^```.*$/gm, '')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cut(plain, longest);
}

function answerButtons(key: string, { words }: ViewContext): readonly Button[] {
  return [
    { label: words.knowledge.solvedIt, action: 'answer.solved', value: key, style: 'primary' },
    { label: words.knowledge.didNot, action: 'answer.failed', value: key },
  ];
}

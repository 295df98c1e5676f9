import type { Block, Card, TextBlock } from '../chat/card.ts';
import { bold, italic, type Span, spansOf } from '../chat/text.ts';
import type { Remark } from '../tickets/conversation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { summaryOf } from './card-summary.ts';
import { isCutOnCard } from './description.ts';
import { splitText } from './split-text.ts';
import { paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface RemarkFacts {
  /** For agents' eyes only, and labelled so. */
  readonly internal: boolean;
  /** The copy goes to the agents' thread. */
  readonly forAgents: boolean;
  /** Unique for this copy: `<key>:remark:<remark id>:<thread>`. */
  readonly markId: string;
}

/** Words that were said in another thread, whole, with their author before them. */
export function remarkCard(remark: Remark, ticket: Ticket, context: ViewContext, facts: RemarkFacts): Card {
  return {
    blocks: [paragraph(authorLine(remark, ticket, context, facts)), ...remarkBody(remark, context)],
    ...summaryOf(ticket, context),
    mark: { id: facts.markId, ticket: ticket.key },
  };
}

/** The same in as many messages as it needs: platforms refuse what is too long. There is always one. */
export function remarkCards(
  remark: Remark,
  ticket: Ticket,
  context: ViewContext,
  facts: RemarkFacts,
): readonly [Card, ...Card[]] {
  const whole = remarkCard(remark, ticket, context, facts);
  const [author, ...body] = whole.blocks;
  if (!author || body.length <= blocksOfAMessage) return [whole];
  const count = Math.ceil(body.length / blocksOfAMessage);
  const name = bold(context.person(remark.author).name);
  const rest = Array.from({ length: count - 1 }, (_, index) => ({
    ...whole,
    blocks: [paragraph([name, ` · ${ticket.key} · ${index + 2}/${count}`]), ...pageOf(body, index + 1)],
    mark: { id: `${facts.markId}:${index + 2}`, ticket: ticket.key },
  }));
  return [{ ...whole, blocks: [author, ...pageOf(body, 0)] }, ...rest];
}

/** What is left of a message of a text that has become shorter. */
export const leftOverCard: Card = { blocks: [quiet('…')] };

function pageOf(blocks: readonly Block[], page: number): readonly Block[] {
  return blocks.slice(page * blocksOfAMessage, (page + 1) * blocksOfAMessage);
}

/** Slack takes some 13,000 characters of JSON, in which every character of a text may need two. */
const blocksOfAMessage = 2;

/** What was said, every character of it, and which files came with it. */
export function remarkBody(remark: Remark, context: ViewContext): readonly TextBlock[] {
  const { words } = context;
  if (remark.deletedAt) return [quiet([italic(words.remarks.deleted)])];
  const isOnCard = remark.isDescription && !isCutOnCard(remark.text);
  const names = remark.files.map(({ name }) => name).join(', ');
  return [
    ...(isOnCard ? [] : splitText(remark.text, longestBlock).filter(hasWords).map(paragraph)),
    ...(names ? [quiet(words.cards.files(names))] : []),
  ];
}

/** Platforms refuse a text of nothing but spaces. */
function hasWords(piece: string): boolean {
  return piece.trim() !== '';
}

/** Below Slack's 3,000 for a text, escaping included. */
const longestBlock = 2900;

function authorLine(remark: Remark, ticket: Ticket, context: ViewContext, facts: RemarkFacts): readonly Span[] {
  const { remarks } = context.words;
  const label = (text: string): readonly Span[] => [' · ', italic(text)];
  return [
    bold(context.person(remark.author).name),
    ` · ${ticket.key}`,
    ...(facts.internal ? label(remarks.internal) : []),
    ...(remark.isDescription && isCutOnCard(remark.text) ? label(remarks.wholeText) : []),
    ...(remark.editedAt && !remark.deletedAt ? label(remarks.edited) : []),
    ...addressee(remark, ticket, context, facts),
  ];
}

/** The assignee hears of what the requester says, once: a copy that is drawn again calls nobody. */
function addressee(remark: Remark, { assignee }: Ticket, { words, person }: ViewContext, { forAgents }: RemarkFacts) {
  const isNew = !remark.editedAt && !remark.deletedAt;
  if (!forAgents || !isNew || remark.side !== 'requester' || !assignee || assignee === remark.author) return [];
  return [' · ', ...spansOf(words.remarks.forYou(person(assignee)))];
}

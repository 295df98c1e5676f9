import type { Block, Card, TextBlock } from '../chat/card.ts';
import { plainText } from '../chat/plain-text.ts';
import { bold, italic, type Span, spansOf } from '../chat/text.ts';
import { type Remark, translationOf } from '../tickets/conversation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { wordsFor } from '../words/words-for.ts';
import { summaryOf } from './card-summary.ts';
import { isCutOnCard } from './description.ts';
import { languageName } from './language-name.ts';
import { splitText } from './split-text.ts';
import { paragraph, quiet } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface RemarkFacts {
  /** For agents' eyes only, and labelled so. */
  readonly internal: boolean;
  /** The copy goes to the agents' thread. */
  readonly forAgents: boolean;
  /** It stands where the words were said: it brings their translation alone. */
  readonly isBesideOriginal?: boolean;
  /** Unique for this copy: `<key>:remark:<remark id>:<thread>`. */
  readonly markId: string;
}

/** Words that were said in another thread, whole, with their author before them. */
export function remarkCard(remark: Remark, ticket: Ticket, context: ViewContext, facts: RemarkFacts): Card {
  return {
    blocks: [
      paragraph(authorLine(remark, ticket, context, facts)),
      ...(facts.isBesideOriginal ? [] : remarkBody(remark, context)),
      ...translationBlocks(remark, facts, context),
    ],
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
  const [first = [], ...others] = pagesOf(body);
  if (!author || others.length === 0) return [whole];
  const name = bold(context.person(remark.author).name);
  const rest = others.map((page, index) => ({
    ...whole,
    blocks: [paragraph([name, ` · ${ticket.key} · ${index + 2}/${others.length + 1}`]), ...page],
    mark: { id: `${facts.markId}:${index + 2}`, ticket: ticket.key },
  }));
  return [{ ...whole, blocks: [author, ...first] }, ...rest];
}

/** What is left of a message of a text that has become shorter. */
export const leftOverCard: Card = { blocks: [quiet('…')] };

function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const length = block.kind === 'text' ? plainText(block.text).length : 0;
    if (pages.length === 0 || length > room) {
      pages.push([]);
      room = charactersOfAMessage;
    }
    pages.at(-1)?.push(block);
    room -= length;
  }
  return pages;
}

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

/** For the other side: marked as what it is, in the language that its reader reads, under the original. */
function translationBlocks(remark: Remark, { forAgents }: RemarkFacts, context: ViewContext): readonly TextBlock[] {
  const translation = translationOf(remark);
  if (!translation || (remark.side === 'requester' && !forAgents)) return [];
  const { to, from, text } = translation;
  const { help } = wordsFor(to, context.locale);
  const mark = help.translated(languageName(from, to), help.aModel);
  return [quiet([italic(mark)]), ...splitText(text, longestBlock).filter(hasWords).map(paragraph)];
}

/** Platforms refuse a text of nothing but spaces. */
function hasWords(piece: string): boolean {
  return piece.trim() !== '';
}

/** Below Slack's 3,000 for a text, escaping included. */
const longestBlock = 2900;
/** Slack takes some 13,000 characters of JSON, in which every character of a text may need two. */
const charactersOfAMessage = 2 * longestBlock;

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

import type { KnownBlock } from '@slack/types';
import type { Block, Card, Mark } from '../../src/chat/card.ts';
import { cut, plainText } from '../../src/chat/plain-text.ts';
import { actionRows, counter } from './buttons.ts';
import { escapeMrkdwn, printable } from './escape.ts';
import { renderBlock } from './render-block.ts';
import { richText, richTextBlock } from './rich-text.ts';

/** A card as Slack's `chat.*` methods take it. */
export interface Drawing {
  /** For notifications, lists and screen readers. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/**
 * Draws a card for a message: at most 50 blocks, buttons always among them. A list that is longer ends in a line that
 * says how much is missing. Source: https://docs.slack.dev/reference/block-kit/blocks
 */
export function renderCard(card: Card): Drawing {
  return { text: fallbackText(card), blocks: cardBlocks(card, 50) };
}

/** @param most blocks that there is room for */
export function cardBlocks(card: Card, most: number): readonly KnownBlock[] {
  const count = counter();
  const actions = actionRows(card, count);
  const title = titleBlock(card);
  const drawn = card.blocks.flatMap((block) => renderBlock(block, count));
  const room = most - title.length - actions.length;
  const blocks = [...title, ...fitting(drawn, room), ...actions];
  return blocks.length > 0 ? blocks : [richTextBlock([{ type: 'text', text: '…' }])];
}

/** What stands on a message as metadata, by which it is found again. */
export function metadataOf(mark: Mark): { event_type: string; event_payload: Record<string, string> } {
  const { id, ticket, card } = mark;
  return {
    event_type: card ? 'deskhand_card' : 'deskhand_message',
    event_payload: { id, ...(ticket && { ticket }), ...(card && { card }) },
  };
}

function titleBlock(card: Card): KnownBlock[] {
  const elements = card.title === undefined ? [] : richText(card.title, 500, true);
  return elements.length > 0 ? [richTextBlock(elements)] : [];
}

/** Cuts between blocks, and first by what a whole message may hold. */
function fitting(blocks: readonly KnownBlock[], room: number): readonly KnownBlock[] {
  let characters = 0;
  let fit = 0;
  for (const block of blocks) {
    characters += JSON.stringify(block).length;
    if (characters > mostCharacters) break;
    fit += 1;
  }
  if (fit === blocks.length && fit <= room) return blocks;
  const shown = blocks.slice(0, Math.min(fit, room - 1));
  return [
    ...shown,
    richTextBlock([{ type: 'text', text: `… +${blocks.length - shown.length}`, style: { italic: true } }]),
  ];
}

/**
 * Slack refuses a message whose blocks are too long together (`msg_blocks_too_long`) and does not say how long that is: about
 * 13,200 characters as others have measured (https://github.com/slackapi/bolt-js/issues/2509 and 2867).
 */
const mostCharacters = 12_500;

/** What `chat.update` takes. Source: https://docs.slack.dev/reference/methods/chat.update (msg_too_long) */
const mostText = 4000;

function fallbackText(card: Card): string {
  const said =
    card.summary ??
    [card.title, firstWords(card.blocks)]
      .map((text) => text && plainText(text))
      .filter(Boolean)
      .join('\n');
  const plain = printable(said).trim();
  const whole = escapeMrkdwn(cut(plain, 1500));
  const text = whole.length > mostText ? escapeMrkdwn(cut(plain, mostText / 5)) : whole;
  return text === '' ? '…' : text;
}

function firstWords(blocks: readonly Block[]): string | undefined {
  const [block] = blocks;
  return block?.kind === 'text' || block?.kind === 'row' ? plainText(block.text) : undefined;
}

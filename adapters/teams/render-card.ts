import type { Card } from '../../src/chat/card.ts';
import { cut, plainText } from '../../src/chat/plain-text.ts';
import { actionRows } from './buttons.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { printable } from './escape.ts';
import { markdown } from './markdown.ts';
import { Mentions } from './mentions.ts';
import { type Brush, renderBlock } from './render-block.ts';

/**
 * Draws a card as an Adaptive Card 1.5 of less than 80 KB, its buttons always in it. When it would be larger its texts are
 * cut first; a list that is still too long ends in a line that says how much is missing.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (100 KB, in UTF-16)
 * @param mayMention whom it may mention; everybody else is named
 */
export function renderCard(card: Card, mayMention?: (user: string) => boolean): AdaptiveCard {
  for (const room of rooms) {
    const drawn = draw(card, { room, mentions: new Mentions(mayMention) });
    if (sizeOf(drawn) <= mostCharacters) return drawn;
  }
  return shortened(card, mayMention);
}

/** What stands in notifications and lists, and where a client cannot draw the card. Plain words, never empty. */
export function summaryOf(card: Card): string {
  const [first] = card.blocks;
  const words = first?.kind === 'text' || first?.kind === 'row' ? plainText(first.text) : '';
  const said =
    card.summary ?? [card.title === undefined ? '' : plainText(card.title), words].filter(Boolean).join('\n');
  return cut(printable(said).trim(), 1500) || '…';
}

/** Of a text, in characters; the smaller ones only where a card would be too large. */
const rooms = [4000, 1000, 250] as const;

/** 80 KB at two bytes each, less than half a kilobyte for what is around the card in its message. */
const mostCharacters = 36_000;

const sizeOf = (drawn: AdaptiveCard): number => JSON.stringify(drawn).length;

function draw(card: Card, brush: Brush, most = Number.POSITIVE_INFINITY): AdaptiveCard {
  const body = bodyOf(card, brush);
  const left = body.length - most;
  const shown = left > 0 ? [...body.slice(0, most), missing(left)] : body;
  const rows = actionRows(card);
  const [only] = rows;
  const actions = rows.length === 1 && only ? only.actions : undefined;
  const all = actions ? shown : [...shown, ...rows];
  const entities = brush.mentions.entities.filter(({ text }) => left <= 0 || isSaid(text, shown));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summaryOf(card),
    body: all.length > 0 || actions ? all : [{ type: 'TextBlock', text: '…', wrap: true }],
    ...(actions && { actions }),
    msteams: { width: 'Full', ...(entities.length > 0 && { entities }) },
  };
}

/** The title and every block; a divider becomes the line above the next block. */
function bodyOf({ title, blocks }: Card, brush: Brush): readonly Element[] {
  const body: Element[] = [];
  const headline = title === undefined ? '' : markdown(title, 500, brush.mentions);
  if (headline) body.push({ type: 'TextBlock', text: headline, weight: 'bolder', size: 'medium', wrap: true });
  let isDivided = false;
  for (const block of blocks) {
    const drawn = block.kind === 'divider' ? undefined : renderBlock(block, brush);
    if (drawn) body.push(isDivided ? { ...drawn, separator: true, spacing: 'medium' } : drawn);
    isDivided = block.kind === 'divider' || (isDivided && drawn === undefined);
  }
  return body;
}

/** As many blocks as there is room for, found by halving. */
function shortened(card: Card, mayMention?: (user: string) => boolean): AdaptiveCard {
  const room = rooms[2];
  let fits = 0;
  let over = card.blocks.length + 2;
  while (over - fits > 1) {
    const half = Math.floor((fits + over) / 2);
    if (sizeOf(draw(card, { room, mentions: new Mentions(mayMention) }, half)) <= mostCharacters) fits = half;
    else over = half;
  }
  return draw(card, { room, mentions: new Mentions(mayMention) }, fits);
}

/** What was cut off mentions nobody. */
function isSaid(mention: string, body: readonly Element[]): boolean {
  return JSON.stringify(body).includes(JSON.stringify(mention).slice(1, -1));
}

function missing(count: number): Element {
  return { type: 'TextBlock', text: `… +${count}`, isSubtle: true, wrap: true };
}

import type { Block, FactsBlock, ImageBlock, ProgressBlock, RowBlock, TextBlock } from '../../src/chat/card.ts';
import { cut } from '../../src/chat/plain-text.ts';
import { action } from './buttons.ts';
import type { Element } from './elements.ts';
import { escapeMarkdown, linkAddress, printable } from './escape.ts';
import { markdown } from './markdown.ts';
import type { Mentions } from './mentions.ts';

/** How a card is drawn: how much each text may hold, and whom it has mentioned so far. */
export interface Brush {
  readonly room: number;
  readonly mentions: Mentions;
}

/** Draws one block of a card; nothing where there is nothing to show. A divider is drawn by what follows it. */
export function renderBlock(block: Exclude<Block, { kind: 'divider' }>, brush: Brush): Element | undefined {
  switch (block.kind) {
    case 'text':
      return textBlock(block, brush);
    case 'facts':
      return factsBlock(block, brush);
    case 'row':
      return rowBlock(block, brush);
    case 'image':
      return imageBlock(block, brush);
    case 'progress':
      return progressBlock(block);
  }
}

function textBlock({ text, style }: TextBlock, { room, mentions }: Brush): Element | undefined {
  const drawn = markdown(text, room, mentions);
  if (drawn === '') return undefined;
  const said = { type: 'TextBlock', text: drawn, wrap: true } as const;
  if (style === 'heading') return { ...said, weight: 'bolder' };
  if (style === 'quiet') return { ...said, isSubtle: true, size: 'small' };
  return style === 'quote' ? { type: 'Container', style: 'emphasis', items: [said] } : said;
}

function factsBlock({ facts }: FactsBlock, { room, mentions }: Brush): Element | undefined {
  const each = Math.max(20, Math.min(1000, Math.floor((room * 2) / Math.max(facts.length, 1))));
  const drawn = facts.slice(0, 100).map(({ label, value }) => ({
    title: escapeMarkdown(cut(printable(label).trim(), 75)),
    value: markdown(value, each, mentions) || '–',
  }));
  return drawn.length > 0 ? { type: 'FactSet', facts: drawn } : undefined;
}

function rowBlock({ text, button, also }: RowBlock, { room, mentions }: Brush): Element | undefined {
  const words = markdown(text, room, mentions);
  if (button === undefined) return words ? { type: 'TextBlock', text: words, wrap: true } : undefined;
  return {
    type: 'ColumnSet',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'center',
        items: [{ type: 'TextBlock', text: words || '…', wrap: true }],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'ActionSet', actions: [button, ...(also ? [also] : [])].map(action) }],
      },
    ],
  };
}

/** Teams loads pictures over TLS only; another address becomes a link. */
function imageBlock({ url, alt }: ImageBlock, { room, mentions }: Brush): Element | undefined {
  const address = linkAddress(url);
  if (address?.startsWith('https://')) return { type: 'Image', url: address, altText: cut(printable(alt), 500) };
  const words = markdown([{ kind: 'link', text: alt || url, url }], room, mentions);
  return words ? { type: 'TextBlock', text: words, wrap: true } : undefined;
}

function progressBlock({ label, percent }: ProgressBlock): Element {
  const whole = Math.min(100, Math.max(0, Math.round(percent) || 0));
  const full = Math.round(whole / 10);
  const name = escapeMarkdown(cut(printable(label).replace(/\s+/g, ' ').trim(), 200));
  const bar = `${'█'.repeat(full)}${'░'.repeat(10 - full)} ${whole} %`;
  return { type: 'TextBlock', text: name ? `**${name}**  ${bar}` : bar, wrap: true };
}

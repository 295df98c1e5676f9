import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Block, FactsBlock, ImageBlock, ProgressBlock, RowBlock, TextBlock } from '../../src/chat/card.ts';
import { cut } from '../../src/chat/plain-text.ts';
import { buttonElement, type Count } from './buttons.ts';
import { linkAddress, printable } from './escape.ts';
import { richText, richTextBlock } from './rich-text.ts';
import { plainLabel, smallText } from './small-text.ts';

/** Draws one block of a card: one of Slack's, or none where there is nothing to show. */
export function renderBlock(block: Block, count: Count): readonly KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return textBlock(block);
    case 'facts':
      return factsBlock(block);
    case 'row':
      return rowBlock(block, count);
    case 'image':
      return imageBlock(block);
    case 'progress':
      return progressBlock(block);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

/** Slack's limit for one text. */
const textLength = 3000;

function textBlock({ text, style }: TextBlock): readonly KnownBlock[] {
  if (style === 'quiet') {
    const element = smallText(text, textLength);
    return element ? [{ type: 'context', elements: [element] }] : [];
  }
  const elements = richText(text, textLength, style === 'heading');
  if (elements.length === 0) return [];
  if (style === 'quote') return [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }];
  return [richTextBlock(elements)];
}

function factsBlock({ facts }: FactsBlock): readonly KnownBlock[] {
  const room = Math.floor(textLength / Math.max(facts.length, 1));
  const lines = facts.slice(0, 100).flatMap(({ label, value }, at): RichTextElement[] => {
    const name = cut(printable(label).trim(), 75);
    const said = richText(value, Math.max(room - 80, 20));
    return [
      ...(at > 0 ? [{ type: 'text', text: '\n' } as const] : []),
      ...(name ? [{ type: 'text', text: `${name}: `, style: { bold: true } } as const] : []),
      ...(said.length > 0 ? said : [{ type: 'text', text: '–' } as const]),
    ];
  });
  return lines.length > 0 ? [richTextBlock(lines)] : [];
}

function rowBlock({ text, button, also }: RowBlock, count: Count): readonly KnownBlock[] {
  if (button === undefined) {
    const elements = richText(text, textLength);
    return elements.length > 0 ? [richTextBlock(elements)] : [];
  }
  const shown = smallText(text, textLength) ?? plainLabel('', 1);
  if (also === undefined) return [{ type: 'section', text: shown, accessory: buttonElement(button, count) }];
  // A section takes one button.
  const elements = [buttonElement(button, count), buttonElement(also, count)];
  return [
    { type: 'section', text: shown },
    { type: 'actions', elements },
  ];
}

/** Slack fetches the picture itself and refuses the whole message when it cannot; a link is always fine. */
function imageBlock({ url, alt }: ImageBlock): readonly KnownBlock[] {
  const address = linkAddress(url);
  if (address && isPublic(address))
    return [{ type: 'image', image_url: address, alt_text: plainLabel(alt, 2000).text }];
  const elements = richText([{ kind: 'link', text: alt || url, url }], textLength);
  return elements.length > 0 ? [richTextBlock(elements)] : [];
}

function isPublic(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isNearby = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|0\.|\[)/.test(hostname);
  return protocol === 'https:' && hostname.includes('.') && !isNearby;
}

function progressBlock({ label, percent }: ProgressBlock): readonly KnownBlock[] {
  const whole = Math.min(100, Math.max(0, Math.round(percent) || 0));
  const full = Math.round(whole / 10);
  const bar = `${'█'.repeat(full)}${'░'.repeat(10 - full)} ${whole} %`;
  const name = cut(printable(label).trim(), 200);
  return [
    richTextBlock([
      ...(name ? [{ type: 'text', text: `${name}  `, style: { bold: true } } as const] : []),
      { type: 'text', text: bar },
    ]),
  ];
}

import type { Block, Button, Card } from '../../src/chat/card.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { type Span, spansOf, type Text } from '../../src/chat/text.ts';

/** Everything that a card says, line by line, buttons left out. */
export function linesOf(card: Card): readonly string[] {
  return textsOf(card).map(plainText);
}

/** Everything that a card says, as one text. */
export function saidBy(card: Card): string {
  return linesOf(card).join('\n');
}

export function spansOfCard(card: Card): readonly Span[] {
  return textsOf(card).flatMap(spansOf);
}

export function mentionsIn(card: Card): readonly string[] {
  return spansOfCard(card).flatMap((span) => (typeof span === 'object' && span.kind === 'mention' ? [span.name] : []));
}

export function labelsOf(buttons: readonly Button[] | undefined): readonly string[] {
  return (buttons ?? []).map(({ label }) => label);
}

function textsOf({ title, blocks }: Card): readonly Text[] {
  return [...(title === undefined ? [] : [title]), ...blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'text':
    case 'row':
      return [block.text];
    case 'facts':
      return block.facts.map(({ label, value }) => [`${label}: `, ...spansOf(value)]);
    case 'image':
      return [block.alt];
    case 'progress':
      return [block.label];
    case 'divider':
      return [];
  }
}

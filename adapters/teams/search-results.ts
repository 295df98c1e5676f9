import type { Card, RowBlock } from '../../src/chat/card.ts';
import { cut, plainText } from '../../src/chat/plain-text.ts';
import { printable } from './escape.ts';
import { renderCard, summaryOf } from './render-card.ts';
import { cardType } from './render-form.ts';

/**
 * What a search found, as the message extension lists it: a result for each row, or a word that there is none. What a person
 * picks is put into their message as a card.
 * Source: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */
export function searchResults(cards: readonly Card[]) {
  const rows = cards.flatMap(({ blocks }) => blocks.filter((block): block is RowBlock => block.kind === 'row'));
  if (rows.length === 0) {
    const text = cards.map(summaryOf).join('\n') || '…';
    return { composeExtension: { type: 'message', text } } as const;
  }
  const attachments = rows
    .slice(0, most)
    .map((row) => ({ contentType: cardType, content: renderCard({ blocks: [row] }), preview: previewOf(row) }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } as const;
}

/** As many as the list asks for at a time. */
const most = 25;

function previewOf({ text }: RowBlock) {
  const [title = '', ...rest] = printable(plainText(text)).trim().split('\n');
  const content = { title: cut(title || '…', 200), text: cut(rest.join(' '), 300) };
  return { contentType: 'application/vnd.microsoft.card.thumbnail', content } as const;
}

import type { Quote } from '../model.ts';
import { escaped } from './typed-text.ts';

/** How a quoted message stands in the HTML of its answer, as Teams writes it. */
export function quoteHtml({ id, author, text }: Quote): string {
  const preview = `<p itemprop="preview">${escaped(text)}</p>`;
  const by = `<strong itemprop="mri">${escaped(author)}</strong><span itemprop="time" itemid="${id}"></span>`;
  return `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}">${by}${preview}</blockquote>`;
}

/** The words that the bot is told hold the quoted ones as well, and nothing says where they end. */
export function quotedBefore(quote: Quote | undefined, words: string): string {
  return quote ? `${escaped(quote.author)}\n${escaped(quote.text)}\n\n${words}` : words;
}

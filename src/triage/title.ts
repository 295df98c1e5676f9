import { cut } from '../chat/plain-text.ts';
import type { Ticket } from '../tickets/ticket.ts';

const longestTitle = 80;
const opening =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|moin|guten (?:tag|morgen|abend)|dear|liebe[rs]?)(?: (?:all|team|everyone|there|folks|zusammen|it|support))*[\s,.!:–-]+)+/i;

/**
 * A ticket's title from the words it was raised with: the first sentence, without a greeting, at most 80 characters.
 * @param fallback when there are no words, only files
 */
export function titleFrom(words: string, fallback: string): string {
  const text = words.trim();
  const rest = text.replace(opening, '').trim() || text;
  const line =
    rest
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  const sentence = /^.{12,}?[.!?](?=\s)/u.exec(line)?.[0] ?? line;
  const title = cut(sentence.replace(/[.!\s]+$/u, ''), longestTitle);
  return title === '' ? fallback : title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

/** A title of fewer words says little. */
const fewestWords = 3;
const shortestTitle = 8;

/**
 * What a model would call a ticket, where that is better than its first words: these were cut, say next to nothing, or are
 * only the beginning of a long story. A title that a person gave stays.
 */
export function betterTitle(
  { title, description }: Pick<Ticket, 'title' | 'description'>,
  said: string,
): string | undefined {
  const offered = said.replaceAll(/\s+/gu, ' ').trim();
  const isOurs = title === titleFrom(description, title);
  const isFit = offered.length >= shortestTitle && offered.length <= longestTitle;
  const isPoor =
    title.endsWith('…') ||
    title.split(' ').length < fewestWords ||
    description.length > 2 * title.length + longestTitle;
  return isOurs && isFit && isPoor && offered !== title ? offered : undefined;
}

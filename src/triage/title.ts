import { cut } from '../chat/plain-text.ts';

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

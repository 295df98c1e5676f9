import { sameTitle } from '../reports/same-title.ts';
import type { GistReader } from './gist.ts';

/** The same for titles that say the same in other words, as far as words can tell. */
export function matterOf(title: string, gists: GistReader): string {
  const terms = [...gists.read({ title, text: '' }).terms.keys()].sort();
  return terms.some((term) => term !== 'fault') ? terms.join(' ') : sameTitle(title);
}

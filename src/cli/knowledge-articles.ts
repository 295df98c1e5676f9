import type { RowFault } from '../import/record.ts';
import type { ArticleText } from '../knowledge/article.ts';
import { readArticleFields } from '../knowledge/article-fields.ts';
import { type FoundArticle, readArticleFiles } from './knowledge-files.ts';

export interface ReadArticle {
  readonly id: string;
  readonly text: ArticleText;
}

export interface FileFault {
  readonly file: string;
  readonly fault: RowFault;
}

export interface ReadArticles {
  readonly articles: readonly ReadArticle[];
  readonly faults: readonly FileFault[];
  /** How many articles have faults. */
  readonly faulty: number;
}

/**
 * Reads and checks all articles of a file or a folder.
 * @throws DeskError `invalid` when there is nothing that can be read
 */
export async function readArticles(path: string): Promise<ReadArticles> {
  const articles: ReadArticle[] = [];
  const faults: FileFault[] = [];
  const seen = new Map<string, string>();
  let faulty = 0;
  for await (const found of readArticleFiles(path)) {
    const read = check(found, seen);
    if ('text' in read) articles.push(read);
    else {
      faulty += 1;
      faults.push(...read.faults.map((fault) => ({ file: found.file, fault })));
    }
  }
  return { articles, faults, faulty };
}

/** @param seen where each id was found */
function check(found: FoundArticle, seen: Map<string, string>): ReadArticle | { readonly faults: readonly RowFault[] } {
  if ('fault' in found) return { faults: [found.fault] };
  const { file, line, id, cells } = found;
  const read = readArticleFields(cells);
  const faults = 'faults' in read ? read.faults.map((fault) => ({ line, ...fault })) : idFaults(found, seen.get(id));
  if (id !== '' && !seen.has(id)) seen.set(id, `${file}:${line}`);
  return 'text' in read && faults.length === 0 ? { id, text: read.text } : { faults };
}

const longestId = 200;

function idFaults(
  { line, id }: { readonly line: number; readonly id: string },
  first: string | undefined,
): readonly RowFault[] {
  const at = { line, column: 'id', value: id };
  if (first) return [{ ...at, problem: `${first} has this id, too.`, advice: 'Give each article its own.' }];
  if (id === '') return [{ line, column: 'id', problem: 'There is none.', advice: 'Give the article one.' }];
  if (id.length <= longestId) return [];
  return [{ ...at, problem: 'This id is too long.', advice: `Use no more than ${longestId} characters.` }];
}

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { DeskError } from '../errors.ts';
import { readRecords } from '../import/read-records.ts';
import type { RowFault } from '../import/record.ts';
import { readFrontMatter } from '../knowledge/front-matter.ts';
import { htmlToMarkdown } from '../knowledge/html-to-markdown.ts';
import { headingsOf } from '../knowledge/passages.ts';
import { folded, wordsOf } from '../knowledge/words-of.ts';

/** An article as it stands in a file, or what is wrong there. */
export type FoundArticle =
  | {
      /** From the folder that was named. */
      readonly file: string;
      /** Where it begins; 1 is the first. */
      readonly line: number;
      readonly id: string;
      readonly cells: ReadonlyMap<string, string>;
    }
  | { readonly file: string; readonly fault: RowFault };

/**
 * Reads the articles of a file or of all files in a folder and those below it, by name. Links are not followed.
 * @throws DeskError `invalid` when there is nothing that can be read
 */
export async function* readArticleFiles(path: string): AsyncGenerator<FoundArticle> {
  for (const { file, name } of await filesAt(path)) {
    try {
      yield* readers[extname(file).toLowerCase()]?.(file, name) ?? [];
    } catch (cause) {
      throw unreadable(file, cause);
    }
  }
}

interface FoundFile {
  readonly file: string;
  /** From the folder that was named. */
  readonly name: string;
}

type Reader = (file: string, name: string) => AsyncGenerator<FoundArticle>;

const readers: Readonly<Record<string, Reader>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.csv': readTable,
  '.jsonl': readTable,
  '.ndjson': readTable,
};

async function filesAt(path: string): Promise<readonly FoundFile[]> {
  const entries = await entriesAt(path);
  const files = entries
    ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    : [path];
  const found = files
    .filter((file) => readers[extname(file).toLowerCase()])
    .map((file) => ({ file, name: entries ? relative(path, file).replaceAll('\\', '/') : basename(file) }))
    .filter(({ name }) => !/(?:^|\/)\./.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  if (found.length > 0) return found;
  throw new DeskError(
    'invalid',
    `There is no article in ${path}. Name a .md, .html, .csv or .jsonl file, or a folder.`,
  );
}

/** @returns undefined for a file */
async function entriesAt(path: string): Promise<readonly Dirent[] | undefined> {
  try {
    if ((await stat(path)).isFile()) return undefined;
    return await readdir(path, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(file: string, cause: unknown): unknown {
  const isOfFile = typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause;
  if (!isOfFile) return cause;
  return new DeskError('invalid', `${file} cannot be read (${cause.code}). Name a file or folder that is there.`, {
    cause,
  });
}

async function* readMarkdown(file: string, name: string): AsyncGenerator<FoundArticle> {
  const text = await utf8(file);
  if (text === undefined) return yield { file: name, fault: notUtf8 };
  const { fields, body, fault } = readFrontMatter(text);
  if (fault) return yield { file: name, fault: { ...fault, advice: 'Correct the front matter.' } };
  const title = fields.get('title') || headingsOf(body)[0] || nameOf(name);
  const id = fields.get('id') || name.replace(/\.[^./]+$/, '');
  yield { file: name, line: 1, id, cells: new Map([...fields, ['title', title], ['body', body]]) };
}

async function* readHtml(file: string, name: string): AsyncGenerator<FoundArticle> {
  const text = await utf8(file);
  if (text === undefined) return yield { file: name, fault: notUtf8 };
  const { title, body } = htmlToMarkdown(text);
  const cells = new Map([
    ['title', title ?? nameOf(name)],
    ['body', body],
  ]);
  yield { file: name, line: 1, id: name.replace(/\.[^./]+$/, ''), cells };
}

async function utf8(file: string): Promise<string | undefined> {
  const bytes = await readFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const notUtf8: RowFault = { line: 1, problem: 'This file is not written in utf-8.', advice: 'Save it as UTF-8.' };

function nameOf(file: string): string {
  return basename(file, extname(file)).replace(/[-_]+/g, ' ');
}

async function* readTable(file: string, name: string): AsyncGenerator<FoundArticle> {
  const form = { encoding: 'utf-8', separator: await separatorOf(file) } as const;
  for await (const part of readRecords(file, form)) {
    if (part.is === 'fault') yield { file: name, fault: part.fault };
    if (part.is !== 'record') continue;
    const body = (part.cells.get('body') ?? '').replace(/\r\n?/g, '\n');
    const id = part.cells.get('id') || slug(part.cells.get('title') ?? '');
    yield { file: name, line: part.line, id, cells: new Map([...part.cells, ['body', body]]) };
  }
}

/** Spreadsheets of many countries write semicolons. */
async function separatorOf(file: string): Promise<string> {
  if (extname(file).toLowerCase() !== '.csv') return ',';
  for await (const part of readRecords(file, { encoding: 'utf-8', separator: ';' })) {
    if (part.is === 'columns') return part.columns.length > 1 ? ';' : ',';
    break;
  }
  return ',';
}

function slug(title: string): string {
  return wordsOf(title)
    .map(({ text }) => folded(text))
    .join('-');
}

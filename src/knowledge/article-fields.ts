import { type ArticleText, articleStates, audiences, longestBody, longestTitle } from './article.ts';
import { readLanguage } from './languages.ts';

/** What is wrong with one field of an article, told so that its writer knows what to do. */
export interface FieldFault {
  readonly column: string;
  readonly value?: string;
  readonly problem: string;
  readonly advice: string;
}

export type ReadFields = { readonly text: ArticleText } | { readonly faults: readonly FieldFault[] };

/** Reads an article from the cells of a row, or from the front matter of a file with its title and body. */
export function readArticleFields(cells: ReadonlyMap<string, string>): ReadFields {
  const faults: FieldFault[] = [];
  const cell = (name: string) => cells.get(name)?.trim() || undefined;
  const written = (column: string, longest: number) => {
    const value = cell(column);
    if (!value) faults.push({ column, problem: 'There is none.', advice: 'An article needs a title and a body.' });
    else if (value.length > longest) faults.push(tooLong(column, value.length, longest));
    return value ?? '';
  };
  const checked = <T>(column: string, read: (value: string) => T | undefined, advice: string) => {
    const value = cell(column);
    const known = value === undefined ? undefined : read(value);
    if (value !== undefined && known === undefined)
      faults.push({ column, value, problem: 'This is not understood.', advice });
    return known;
  };
  const language = checked('language', readLanguage, 'Write one of en, de, es, fr, pt, or leave it out.');
  const service = cell('service');
  const owner = checked('owner', emailIn, 'Write an e-mail, such as ben@example.com.');
  const reviewOn = checked('reviewOn', dayIn, 'Write a day as 2026-03-31.');
  const url = checked('url', webAddressIn, 'Write an address that begins with https:// or http://.');
  const text = {
    title: written('title', longestTitle),
    body: written('body', longestBody),
    state: checked('state', oneOf(articleStates), `Write one of ${articleStates.join(', ')}.`) ?? 'published',
    audience: checked('audience', oneOf(audiences), `Write one of ${audiences.join(', ')}.`) ?? 'public',
    ...(language ? { language } : {}),
    ...(service ? { service } : {}),
    ...(owner ? { owner } : {}),
    ...(reviewOn ? { reviewOn } : {}),
    ...(url ? { url } : {}),
  };
  return faults.length > 0 ? { faults } : { text };
}

function tooLong(column: string, length: number, longest: number): FieldFault {
  return {
    column,
    problem: `It has ${length} characters; no more than ${longest} are kept.`,
    advice: 'Shorten it, or make several articles of it.',
  };
}

function oneOf<T extends string>(all: readonly T[]): (value: string) => T | undefined {
  return (value) => all.find((one) => one === value.toLowerCase());
}

function emailIn(value: string): string | undefined {
  return /^\S+@\S+$/.test(value) ? value.toLowerCase() : undefined;
}

export function webAddressIn(value: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(value) && value.length <= longestAddress && URL.canParse(value) ? value : undefined;
}

const longestAddress = 1000;

export function dayIn(value: string): string | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined;
}

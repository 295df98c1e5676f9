import { isMap, parseDocument } from 'yaml';

export interface FrontMatter {
  /** As they stand, by name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
  /** What is wrong, and in which line; 1 is the first. */
  readonly fault?: { readonly line: number; readonly problem: string };
}

/** A Markdown file in two: the YAML between `---` lines at its begin, if any, and what follows. */
export function readFrontMatter(markdown: string): FrontMatter {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const found = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!found) return { fields: new Map(), body: text.trim() };
  const body = text.slice(found[0].length).trim();
  const document = parseDocument(found[1] ?? '', { prettyErrors: true });
  const error = document.errors[0];
  if (error)
    return { fields: new Map(), body, fault: { line: 1 + (error.linePos?.[0].line ?? 1), problem: said(error) } };
  if (document.contents !== null && !isMap(document.contents))
    return {
      fields: new Map(),
      body,
      fault: { line: 2, problem: 'The lines between --- are no `name: value` pairs.' },
    };
  const values: unknown = document.toJS();
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return { fields: new Map(entries.map(([name, value]) => [name, textOf(value)])), body };
}

function said({ message }: { readonly message: string }): string {
  return message.split(/ at line |\n/)[0] ?? message;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}

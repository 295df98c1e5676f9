/** A block of a Markdown text: `text.slice(start, end)`, without the line break at its end. */
export type Block =
  | {
      readonly is: 'heading';
      readonly level: number;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly is: 'prose' | 'list' | 'code' | 'table'; readonly start: number; readonly end: number };

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a Markdown text in their order. Every line that is not blank lies in exactly one. */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = linesOf(markdown);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.text.trim() === '') {
      at += 1;
      continue;
    }
    const next = lines[at + 1]?.text ?? '';
    const heading = headingIn(line, next);
    const count = heading ? heading.lines : blockLength(lines, at);
    const end = lines[at + count - 1]?.end ?? line.end;
    blocks.push(
      heading
        ? { is: 'heading', level: heading.level, text: heading.text, start: line.start, end }
        : { is: kindOf(line.text), start: line.start, end },
    );
    at += count;
  }
  return blocks;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { text: line, start: from, end: from + line.length };
  });
}

/** Below all real headings: a line in bold is how many people write one. */
const boldLevel = 7;
const boldHeading = /^(?:\*\*|__)(?=\S)([^*_]{1,120})(?:\*\*|__):?\s*$/;

function headingIn({ text }: Line, next: string) {
  const hashes = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(text);
  if (hashes) {
    const title = (hashes[2] ?? '').trim().replace(/[ \t]#+$/, '');
    return { level: hashes[1]?.length ?? 1, text: title, lines: 1 };
  }
  const isUnderlined = kindOf(text) === 'prose' && /^ {0,3}(?:={2,}|-{2,})[ \t\r]*$/.test(next);
  if (isUnderlined) return { level: next.trim().startsWith('=') ? 1 : 2, text: text.trim(), lines: 2 };
  const bold = boldHeading.exec(text);
  return bold ? { level: boldLevel, text: (bold[1] ?? '').trim(), lines: 1 } : undefined;
}

const fence = /^\s{0,3}(`{3,}|~{3,})/;
const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const indented = /^(?: {2,}|\t)\s*\S/;

function kindOf(text: string): 'prose' | 'list' | 'code' | 'table' {
  if (fence.test(text)) return 'code';
  if (listItem.test(text)) return 'list';
  return /^\s*\|/.test(text) ? 'table' : 'prose';
}

/** @returns how many lines the block takes that begins there */
function blockLength(lines: readonly Line[], begin: number): number {
  const first = lines[begin]?.text ?? '';
  const kind = kindOf(first);
  if (kind === 'code') return codeLength(lines, begin, fence.exec(first)?.[1] ?? '```');
  if (kind === 'list') return listLength(lines, begin);
  let at = begin + 1;
  while (at < lines.length && goesOn(lines, at, kind)) at += 1;
  return at - begin;
}

function goesOn(lines: readonly Line[], at: number, kind: 'prose' | 'table'): boolean {
  const line = lines[at];
  if (!line || line.text.trim() === '') return false;
  return kindOf(line.text) === kind && !headingIn(line, lines[at + 1]?.text ?? '');
}

function codeLength(lines: readonly Line[], begin: number, mark: string): number {
  for (let at = begin + 1; at < lines.length; at += 1)
    if (lines[at]?.text.trim().startsWith(mark)) return at - begin + 1;
  return lines.length - begin;
}

/** A list goes on over blank lines as long as items or indented lines follow. */
function listLength(lines: readonly Line[], begin: number): number {
  let end = begin + 1;
  for (let at = begin + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const text = line?.text ?? '';
    if (!line || text.trim() === '') continue;
    const isAfterBlank = at > end;
    const belongs = listItem.test(text) || indented.test(text) || (!isAfterBlank && kindOf(text) === 'prose');
    if (!belongs || headingIn(line, lines[at + 1]?.text ?? '')) break;
    end = at + 1;
  }
  return end - begin;
}

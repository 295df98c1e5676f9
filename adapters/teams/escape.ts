/**
 * Makes a text harmless where Adaptive Cards draw a subset of Markdown, dates in double braces and mentions in `<at>`:
 * what a person typed is shown as it was typed. Nothing is escaped that could not be taken for markup.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .split(/\r\n|\r|\n/)
    .map(escapedLine)
    .join(newline);
}

/** A single line break is a space in Markdown; two of them are a line break on every client. */
export const newline = '\n\n';

/** Takes out what no client can show: control characters and halves of surrogate pairs. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/**
 * The address of a link as a card can draw it.
 * @returns nothing for what is neither web nor mail, or very long
 */
export function linkAddress(url: string): string | undefined {
  if (!/^(https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return undefined;
  const address = new URL(url).href.replace(/[\s<>()[\]\\*_`{}|^"]/g, percentEncoded);
  return address.length <= 2000 ? address : undefined;
}

/** Stands between two characters and cannot be seen. */
const between = '\u2060';

function escapedLine(line: string): string {
  return line
    .replace(/[\\*`[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/<(?=\s*\/?\s*at\b)/gi, `<${between}`)
    .replace(/\{(?=\{)/g, `{${between}`)
    .replace(/^(\s*)([-+](?=\s|$)|#(?=#{0,5}(?:\s|$))|>|[-=|:](?=[-=|:\s]*$))/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?: {4}|\t)[ \t]*/, (space) => '\u00a0'.repeat(Math.min(space.length, 40)));
}

const percentEncoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Stand around a mention's name in a text that is about to be drawn; nobody can type them. */
export const mentionBegin = '\ue000';
export const mentionEnd = '\ue001';
const mark = '\ue002';

/**
 * The subset of Markdown that Teams draws, as HTML: bold, italics, links, lists, mentions. Everything else is shown as it
 * is written.
 * Source: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
export function cardHtml(text: string): string {
  const blocks: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split(/\n+/)) {
    const [, bullet] = /^\s*[-*+]\s+(.*)$/.exec(line) ?? [];
    const [, number, ordered] = /^\s*(\d{1,9})[.)]\s+(.*)$/.exec(line) ?? [];
    if (bullet !== undefined) addItem(blocks, '<ul>', '</ul>', inline(bullet));
    else if (ordered !== undefined) addItem(blocks, `<ol start="${number}">`, '</ol>', inline(ordered));
    else blocks.push(`<p>${inline(line)}</p>`);
  }
  return blocks.join('');
}

/** A further item of the list above, else the first of a new one. */
function addItem(blocks: string[], begin: string, end: string, item: string): void {
  const last = blocks.at(-1);
  if (last?.endsWith(end)) blocks[blocks.length - 1] = `${last.slice(0, -end.length)}<li>${item}</li>${end}`;
  else blocks.push(`${begin}<li>${item}</li>${end}`);
}

function inline(line: string): string {
  const kept: string[] = [];
  const keep = (html: string) => `${mark}${kept.push(html) - 1}${mark}`;
  const drawn = escaped(
    line
      .replaceAll(mark, '')
      .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(escaped(sign)))
      .replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, (whole, label: string, url: string) => link(label, url, keep) ?? whole),
  )
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}])_(\S(?:.*?\S)?)_(?![\p{L}\p{N}])/gu, '<em>$1</em>')
    .replace(/(?<!\*)\*(\S(?:[^*]*?\S)?)\*(?!\*)/g, '<em>$1</em>')
    .replaceAll(mentionBegin, '<span class="teams-mention">')
    .replaceAll(mentionEnd, '</span>');
  return restored(restored(drawn, kept), kept);
}

/** The web and mail alone: another address stays text. */
function link(label: string, url: string, keep: (html: string) => string): string | undefined {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return undefined;
  const begin = keep(`<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">`);
  return `${begin}${label}${keep('</a>')}`;
}

function restored(text: string, kept: readonly string[]): string {
  return text.replace(new RegExp(`${mark}(\\d+)${mark}`, 'g'), (_, at: string) => kept[Number(at)] ?? '');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text of a card as a person reads it: the subset of Markdown that Adaptive Cards draw without its signs, mentions by
 * name, instants in UTC (learn.microsoft.com/adaptive-cards/authoring-cards/text-features).
 * @param mentions the tags, such as `<at>Ben</at>`, that stand for somebody; every other tag is shown as it is
 */
export function readMarkdown(text: string, mentions: readonly string[] = []): string {
  const kept: string[] = [];
  const keep = (shown: string) => `${mark}${kept.push(shown) - 1}${mark}`;
  const read = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(sign))
    .replace(/<at>.*?<\/at>/gs, (tag) => (mentions.includes(tag) ? keep(tag.slice(4, -5)) : tag))
    .replace(/\{\{DATE\(([^,)]+)[^)]*\)\}\}/g, (_, at: string) => at.slice(0, 10))
    .replace(/\{\{TIME\(([^,)]+)[^)]*\)\}\}/g, (_, at: string) => at.slice(11, 16))
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}])_(\S(?:.*?\S)?)_(?![\p{L}\p{N}])/gu, '$1')
    // Signs that cannot be seen: they only keep others apart.
    .replace(/[\u2060\u200b]/g, '')
    .replace(/\n{2,}/g, '\n');
  return read.replace(new RegExp(`${mark}(\\d+)${mark}`, 'g'), (_, at: string) => kept[Number(at)] ?? '');
}

/** What a person wrote, as everybody reads it: mentions by name, everything else as it was typed. */
export function readTyped(text: string): string {
  const untagged = text.replace(/<at>(.*?)<\/at>/gs, '$1');
  return untagged.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Stands around what was put aside; nobody can type it. */
const mark = '\ue000';

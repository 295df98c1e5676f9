import { type Payload, part, parts, word } from '../../src/chat/payload.ts';

/**
 * What a person typed, as plain text: the desk's own mention left out, others as `@Name`. Teams writes the words with
 * `<at>` around mentions and everything else escaped.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions
 */
export function textOf(activity: Payload): string {
  const desk = word(part(activity, 'recipient'), 'id');
  const answer = answerIn(activity, desk);
  if (answer !== undefined) return answer;
  let text = word(activity, 'text') ?? '';
  for (const mention of mentionsIn(activity)) {
    const written = word(mention, 'text');
    if (!written || !text.includes(written)) continue;
    const { id, name } = part(mention, 'mentioned');
    const shown = id === desk ? left : `@${typeof name === 'string' ? name : tagless(written)}`;
    text = text.replace(written, () => shown);
  }
  return tidy(unescaped(text.replace(/<at\b[^>]*>(.*?)<\/at>/gis, (_, name: string) => `@${name}`)));
}

/** A message's HTML, as a message extension gives it, as plain text. */
export function textOfHtml(html: string): string {
  const lines = html
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^>]*>/gi, '\n')
    .replace(/<at\b[^>]*>(.*?)<\/at>/gis, (_, name: string) => `@${name}`)
    .replace(/<span\b[^>]*\bMention\b[^>]*>(.*?)<\/span>/gis, (_, name: string) => `@${name}`)
    .replace(/<(?:img|emoji)\b[^>]*\balt="([^"]*)"[^>]*>/gi, (_, alt: string) => alt);
  return tidy(unescaped(tagless(lines)).replace(/ *\n */g, '\n'));
}

/** Whether a message names the desk. */
export function mentionsDesk(activity: Payload): boolean {
  const desk = word(part(activity, 'recipient'), 'id');
  return desk !== undefined && mentionsIn(activity).some((mention) => part(mention, 'mentioned').id === desk);
}

/** Whether a message begins with naming the desk: then it may be a command. */
export function beginsWithDesk(activity: Payload): boolean {
  const desk = word(part(activity, 'recipient'), 'id');
  const text = (word(activity, 'text') ?? '').trimStart();
  return mentionsIn(activity).some(
    (mention) => part(mention, 'mentioned').id === desk && text.startsWith(word(mention, 'text') ?? left),
  );
}

/**
 * What was written under a quoted message: in a chat people answer by quoting, and the words that Teams sends hold the
 * quote as well. Nothing when nothing was quoted.
 */
function answerIn(activity: Payload, desk: string | undefined): string | undefined {
  const html = htmlOf(activity);
  if (html === undefined || !quotePattern.test(html)) return undefined;
  const mentions = mentionsIn(activity);
  const own = html
    .replaceAll(new RegExp(quotePattern, 'gis'), '')
    .replace(/<span\b[^>]*\bMention\b[^>]*\bitemid="(\d+)"[^>]*>.*?<\/span>/gis, (whole, at: string) =>
      part(mentions[Number(at)] ?? {}, 'mentioned').id === desk ? left : whole,
    );
  return textOfHtml(own);
}

/** The message that a person quoted above their own words, and as much of it as is told. */
export function quotedIn(activity: Payload): { readonly id: string; readonly text: string } | undefined {
  const quote = quotePattern.exec(htmlOf(activity) ?? '');
  const id = quote && /\bitemid="([^"]+)"/i.exec(quote[0])?.[1];
  if (quote && id) return { id: unescaped(id), text: textOfHtml(quote[1] ?? '') };
  const answered = word(activity, 'replyToId');
  return answered ? { id: answered, text: '' } : undefined;
}

const quotePattern = /<blockquote\b[^>]*schema\.skype\.com\/Reply[^>]*>(.*?)<\/blockquote>/is;

function htmlOf(activity: Payload): string | undefined {
  const html = parts(activity, 'attachments').find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' ? html : undefined;
}

/** Stands where the desk was mentioned; nobody can type it. */
const left = '\u0000';

function mentionsIn(activity: Payload): readonly Payload[] {
  return parts(activity, 'entities').filter(({ type }) => type === 'mention');
}

/** Takes away the space that a left-out mention leaves, and what stands around the whole. */
function tidy(text: string): string {
  const spaced = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  return spaced.replaceAll(`${left} `, '').replaceAll(left, '').trim();
}

const tagless = (text: string): string => text.replace(/<[^>]*>/g, '');

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|apos|#39|#x27);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

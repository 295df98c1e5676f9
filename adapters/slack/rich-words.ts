import { isPayload, type Payload, parts, word } from '../../src/chat/payload.ts';
import { linkWords, mentionWord, type Names, tidy } from './mrkdwn.ts';

/**
 * What a person typed, from the rich text blocks that Slack's own clients send. Unlike the escaped text they tell
 * formatting from typed characters, so that `snake_case_name_` keeps its lines.
 * @returns nothing when the message has other blocks, too, or none
 */
export function plainFromRichText(message: Payload, names: Names): string | undefined {
  const blocks = parts(message, 'blocks');
  if (blocks.length === 0 || blocks.some((block) => block.type !== 'rich_text')) return undefined;
  const lines = blocks.flatMap((block) => parts(block, 'elements')).map((element) => section(element, names));
  return tidy(lines.map((line) => line.replace(/\n$/, '')).join('\n'));
}

/** The users that rich text names. */
export function usersInRichText(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(usersInRichText);
  if (!isPayload(value)) return [];
  const user = value.type === 'user' ? word(value, 'user_id') : undefined;
  return user === undefined ? usersInRichText(value.elements ?? []) : [user];
}

function section(element: Payload, names: Names): string {
  const inside = parts(element, 'elements');
  switch (element.type) {
    case 'rich_text_list':
      return list(element, inside, names);
    case 'rich_text_quote':
      return inside
        .map((piece) => words(piece, names))
        .join('')
        .replace(/^/gm, '> ');
    default:
      return inside.map((piece) => words(piece, names)).join('');
  }
}

function list(element: Payload, items: readonly Payload[], names: Names): string {
  const indent = '  '.repeat(typeof element.indent === 'number' ? element.indent : 0);
  return items
    .map((item, at) => `${indent}${element.style === 'ordered' ? `${at + 1}.` : '•'} ${section(item, names)}`)
    .join('\n');
}

function words(piece: Payload, names: Names): string {
  switch (piece.type) {
    case 'text':
      return word(piece, 'text') ?? '';
    case 'user':
      return mentionWord(word(piece, 'user_id') ?? '', undefined, names);
    case 'link':
      return linkWords(word(piece, 'text'), word(piece, 'url') ?? '');
    case 'emoji':
      return emoji(piece);
    case 'broadcast':
      return `@${word(piece, 'range') ?? 'channel'}`;
    case 'channel':
      return `#${names.nameOf(word(piece, 'channel_id') ?? '') ?? 'channel'}`;
    case 'usergroup':
      return '@group';
    case 'date':
      return word(piece, 'fallback') ?? '';
    default:
      return '';
  }
}

function emoji(piece: Payload): string {
  const points = word(piece, 'unicode')
    ?.split('-')
    .map((point) => Number.parseInt(point, 16));
  const isKnown = points?.every((point) => point > 0 && point <= 0x10ffff) ?? false;
  return isKnown && points ? String.fromCodePoint(...points) : `:${word(piece, 'name') ?? 'emoji'}:`;
}

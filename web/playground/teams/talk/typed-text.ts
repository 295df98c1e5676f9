import type { WireMention, WirePost } from '../../../../playground/page/teams/wire.ts';
import type { Completion } from '../../talk/completions.ts';

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
}

/** What a person typed, in pieces: words as they were typed, and the mentions among them. */
export function typedParts(
  text: string,
  mentions: readonly WireMention[],
): readonly { readonly words: string; readonly mentioned?: string }[] {
  const parts = text.split(/(<at>.*?<\/at>)/s).filter((part) => part !== '');
  return parts.map((part) => {
    const mention = mentions.find((one) => one.text === part);
    return mention ? { words: unescaped(part.slice(4, -5)), mentioned: mention.id } : { words: unescaped(part) };
  });
}

/** A message's text as its author typed it, to edit it. */
export function asTyped({ text, mentions }: Pick<WirePost, 'text' | 'mentions'>): string {
  return typedParts(text, mentions)
    .map(({ words, mentioned }) => (mentioned === undefined ? words : `@${words}`))
    .join('');
}

/** Makes mentions of the names that were typed: `@Ben Okafor` and `@Ben` are people, `@nobody` stays text. */
export function withMentions(text: string, people: readonly Mentionable[]): string {
  const named = new Map(
    people.flatMap(({ id, name }) => [
      [(name.split(' ')[0] ?? name).toLowerCase(), id] as const,
      [name.toLowerCase(), id] as const,
    ]),
  );
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.])@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (typed, name: string) => {
    const id = named.get(name.toLowerCase());
    return id ? `<@${id}>` : typed;
  });
}

/** Who fits what was typed after an @ before the cursor. */
export function mentionOffers(before: string, people: readonly Mentionable[]): readonly Completion[] {
  const typed = /(?:^|\s)@([\p{L}\p{N}]*)$/u.exec(before)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const fitting = people.filter(({ name }) =>
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(typed)),
  );
  const from = before.length - typed.length - 1;
  return fitting.slice(0, 6).map(({ name, hint }) => ({ label: name, hint, insert: `@${name} `, from }));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

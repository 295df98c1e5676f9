import type { WireMention, WirePost } from '../../../../playground/page/teams/wire.ts';
import { type Nameable, unescaped, withMentionsOf } from '../../talk/naming.ts';

/** Somebody who can be mentioned. */
export interface Mentionable extends Nameable {
  readonly id: string;
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
  const named = people.flatMap(({ id, name }) => [
    [(name.split(' ')[0] ?? name).toLowerCase(), id] as const,
    [name.toLowerCase(), id] as const,
  ]);
  return withMentionsOf(text, new Map(named));
}

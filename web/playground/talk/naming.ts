import type { Completion } from './completions.ts';

/** Somebody who can be named in what one writes. */
export interface Nameable {
  readonly name: string;
  readonly hint: string;
}

/**
 * Makes mentions of the names that were typed after an @; an @ in a word, and names that nobody has, stay text.
 * @param named name in lower case → id
 */
export function withMentionsOf(text: string, named: ReadonlyMap<string, string>): string {
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.])@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (typed, name: string) => {
    const id = named.get(name.toLowerCase());
    return id ? `<@${id}>` : typed;
  });
}

/** Who fits what was typed after an @ before the cursor. */
export function mentionOffers(before: string, people: readonly Nameable[]): readonly Completion[] {
  const typed = /(?:^|\s)@([\p{L}\p{N}]*)$/u.exec(before)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const fitting = people.filter(({ name }) => beginsAWord(name.toLowerCase(), typed));
  const from = before.length - typed.length - 1;
  return fitting.slice(0, 6).map(({ name, hint }) => ({ label: name, hint, insert: `@${name} `, from }));
}

/** What people typed, which platforms keep escaped. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function beginsAWord(name: string, typed: string): boolean {
  return name.split(' ').some((word) => word.startsWith(typed));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

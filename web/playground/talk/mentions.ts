import type { WorkspaceState } from '../state/workspace-state.ts';

/** The name by which people mention the desk. */
export const deskHandle = 'Deskhand';

/** Makes mentions of the names that were typed: `@Ben Okafor`, `@ben` and `@Deskhand` are people, `@nobody` stays text. */
export function withMentions(text: string, state: WorkspaceState): string {
  const named = namesIn(state);
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.])@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (typed, name: string) => {
    const id = named.get(name.toLowerCase());
    return id ? `<@${id}>` : typed;
  });
}

/** A message's text as its author typed it, to edit it. */
export function asTyped(text: string, state: WorkspaceState): string {
  return text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${id === state.bot ? deskHandle : nameIn(state, id)}`)
    .replace(/<(?:mailto:)?[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function nameIn(state: WorkspaceState, id: string): string {
  return state.people.get(id)?.realName ?? id;
}

function namesIn(state: WorkspaceState): ReadonlyMap<string, string> {
  const people = [...state.people.values()].filter(({ isGone }) => !isGone);
  const pairs = people.flatMap(({ id, name, realName }) => [
    [name.toLowerCase(), id] as const,
    [realName.toLowerCase(), id] as const,
  ]);
  return new Map([...pairs, [deskHandle.toLowerCase(), state.bot]]);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

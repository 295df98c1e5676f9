import type { WorkspaceState } from '../state/workspace-state.ts';
import { unescaped, withMentionsOf } from './naming.ts';

/** The name by which people mention the desk. */
export const deskHandle = 'Deskhand';

/** Makes mentions of the names that were typed: `@Ben Okafor`, `@ben` and `@Deskhand` are people, `@nobody` stays text. */
export function withMentions(text: string, state: WorkspaceState): string {
  return withMentionsOf(text, namesIn(state));
}

/** A message's text as its author typed it, to edit it. */
export function asTyped(text: string, state: WorkspaceState): string {
  const read = text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${id === state.bot ? deskHandle : nameIn(state, id)}`)
    .replace(/<(?:mailto:)?[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1');
  return unescaped(read);
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

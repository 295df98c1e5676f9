import type { WireChannel, WireMessage, WireObject, WirePerson } from '../../../playground/page/wire.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What a person sees of a channel: its messages, and those that are for them alone. */
export function seenIn(state: WorkspaceState, channel: string, me: string): readonly WireMessage[] {
  return (state.messages.get(channel) ?? []).filter(({ onlyFor }) => onlyFor === undefined || onlyFor === me);
}

export function isReply({ ts, thread }: WireMessage): boolean {
  return thread !== undefined && thread !== ts;
}

/** The person's talk with the desk. */
export function directOf(state: WorkspaceState, me: string): string | undefined {
  return Object.entries(state.directs).find(([, person]) => person === me)?.[0];
}

/** The channels that a person sees in the sidebar. */
export function channelsOf(state: WorkspaceState, me: string): readonly WireChannel[] {
  const seen = [...state.channels.values()].filter(({ type, members, isArchived }) => {
    return type !== 'im' && !isArchived && (members.includes(me) || type === 'channel');
  });
  return seen.toSorted((a, b) => a.name.localeCompare(b.name));
}

export function nameOf(state: WorkspaceState, person: string | undefined): string {
  return (person && state.people.get(person)?.realName) || 'Somebody';
}

export function firstName({ realName }: Pick<WirePerson, 'realName'>): string {
  return realName.split(' ')[0] ?? realName;
}

/** Those one can act as. */
export function actors(state: WorkspaceState): readonly WirePerson[] {
  return [...state.people.values()].filter(({ isBot, isGone }) => !isBot && !isGone);
}

export function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function objectIn(value: unknown): WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WireObject) : {};
}

export function objectsIn(value: unknown): readonly WireObject[] {
  return Array.isArray(value) ? value.map(objectIn) : [];
}

/** The words of a text object, or of what carries one. */
export function wordsOf(value: unknown): string {
  const { text } = objectIn(value);
  return typeof text === 'string' ? text : text === undefined ? '' : wordsOf(text);
}

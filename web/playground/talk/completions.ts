import { actors } from '../state/reading.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';
import { deskHandle } from './mentions.ts';
import { mentionOffers } from './naming.ts';

/** Something that the composer offers to write. */
export interface Completion {
  readonly label: string;
  readonly hint: string;
  /** Takes the place of what was typed from `from` on. */
  readonly insert: string;
  readonly from: number;
}

const commands = [
  { insert: '/desk ', hint: 'what does not work – opens a ticket' },
  { insert: '/desk mine', hint: 'my tickets' },
  { insert: '/desk find ', hint: 'words – looks for tickets' },
  { insert: '/desk show ', hint: 'INC-1 – one ticket' },
  { insert: '/desk help', hint: 'what the desk can do' },
];

/** What fits what stands before the cursor: people after an @, commands after a / at the beginning. */
export function completionsFor(before: string, state: WorkspaceState, isInThread: boolean): readonly Completion[] {
  if (!isInThread && /^\/\w*( \w*)?$/.test(before) && !commands.some(({ insert }) => insert === before)) {
    const fitting = commands.filter(({ insert }) => insert.startsWith(before));
    return fitting.map(({ insert, hint }) => ({ label: insert.trim(), hint, insert, from: 0 }));
  }
  const people = actors(state).map(({ realName, role }) => ({ name: realName, hint: role }));
  return mentionOffers(before, [{ name: deskHandle, hint: 'the desk' }, ...people]);
}

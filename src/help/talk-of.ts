import type { Remark } from '../tickets/conversation.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Said } from '../triage/assistant.ts';

/** More than the newest of these no draft and no summary has to know. */
export const remarksOfTalk = 80;

/**
 * Who said what about a ticket, the oldest first: the words that raised it, and what followed.
 * @param isInternalToo also what agents said among themselves
 */
export function talkOf(ticket: Ticket, remarks: readonly Remark[], isInternalToo: boolean): readonly Said[] {
  const said = spokenOf(remarks).filter(({ visibility }) => isInternalToo || visibility === 'public');
  const all: Said[] = [
    { by: 'requester', text: ticket.description },
    ...said.map(({ side, text }) => ({ by: side, text })),
  ];
  return all.filter(({ text }) => text.trim() !== '');
}

/** The last words that both sides know. */
export function lastPublic(remarks: readonly Remark[]): Remark | undefined {
  return spokenOf(remarks).findLast(({ visibility }) => visibility === 'public');
}

/** Without the ticket's own first words, and without what was taken back. */
export function spokenOf(remarks: readonly Remark[]): readonly Remark[] {
  return remarks.filter(({ isDescription, deletedAt }) => !isDescription && !deletedAt);
}

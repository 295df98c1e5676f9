/**
 * What a change owes to the world. It is written with the change and struck off when done, so that a crash in between
 * loses nothing. Card drawings are not listed here: a card whose `drawn` is behind the ticket's version is owed by itself.
 */
export type Effect = NoticeEffect | AbsorbEffect;

interface Base {
  /** Unique within the ticket and the same for a repeated change: `<version>:<what>`. */
  readonly id: string;
  readonly at: Date;
}

/** Words that somebody should hear. */
export interface NoticeEffect extends Base {
  readonly kind: 'notice';
  readonly notice: Notice;
  readonly to: NoticeTo;
  /** Who did it. */
  readonly by: string;
  readonly note?: string;
}

/** A thread of the ticket, or one person directly. */
export type NoticeTo = 'requester' | 'agents' | { readonly person: string };

export const notices = [
  'resolved',
  'reopened',
  'cancelled',
  'needsYou',
  'assigned',
  'escalatedUp',
  'requesterCancelled',
  'watchedResolved',
  'watchedCancelled',
] as const;
export type Notice = (typeof notices)[number];

/** The ticket goes on in another one, which has to learn of its people and threads. */
export interface AbsorbEffect extends Base {
  readonly kind: 'absorb';
  readonly into: string;
}

import type { TicketFacts } from './policy.ts';

/** What was done to a ticket; the moves of its history. */
export type Act =
  | 'open'
  | 'claim'
  | 'assign'
  | 'takeBack'
  | 'hold'
  | 'resume'
  | 'escalateTeam'
  | 'escalateUp'
  | 'resolve'
  | 'reopen'
  | 'close'
  | 'cancel'
  | 'prioritise'
  | 'edit'
  | 'redescribe'
  | 'watch'
  | 'unwatch'
  | 'link'
  | 'merge'
  | 'absorb'
  | 'reply'
  | 'hear'
  | 'remind'
  | 'breach'
  | 'snooze'
  | 'promise'
  | 'missPromise'
  | 'survey'
  | 'tell'
  | 'consider'
  | 'answerFailed'
  | 'askSecret'
  | 'sendSecret'
  | 'openSecret'
  | 'loseSecret';

/** One entry of a ticket's history with all that a clock wants to know of the ticket after it. */
export interface Moment {
  readonly at: Date;
  /** A person, or `desk` for what happened by itself. */
  readonly by: string;
  readonly act: Act;
  readonly status: TicketStatus;
  /** What the ticket waits for, while it is on hold. */
  readonly hold?: Hold;
  readonly facts: TicketFacts;
}

export type TicketStatus = 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'cancelled';

export interface Hold {
  /** `requester`, `vendor`, `change`, `scheduled`. */
  readonly reason: string;
  /** Which vendor, where it is known. */
  readonly vendor?: string;
}

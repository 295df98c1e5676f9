/** Every change of a ticket is one of these moves. */
export const moves = [
  'open',
  'claim',
  'assign',
  'takeBack',
  'hold',
  'resume',
  'escalateTeam',
  'escalateUp',
  'resolve',
  'reopen',
  'close',
  'cancel',
  'prioritise',
  'edit',
  'redescribe',
  'watch',
  'unwatch',
  'link',
  'merge',
  'absorb',
  'reply',
  'hear',
  'remind', // somebody was reminded of a target, or of what lies about
  'breach', // a target was passed
  'snooze',
  'promise', // an agent promised an update
  'missPromise',
  'survey', // the requester was asked how it went
  'tell', // the requester told what was missing, by a button
  'askSecret', // a secret is to be handed over by a link that opens once
  'sendSecret',
  'openSecret',
  'loseSecret', // it was not opened in time
  'answerFailed', // what was offered from articles did not help
  'consider', // the desk has thought about it: see `Thinker`
] as const;
export type MoveName = (typeof moves)[number];

/** Who did what, when, and what it changed. Never edited. */
export interface HistoryEntry {
  readonly at: Date;
  /** A person, or `desk` for what happened by itself. */
  readonly by: string;
  readonly move: MoveName;
  readonly changes: readonly FieldChange[];
  readonly note?: string;
  /** The delivery that caused it: the same one changes nothing a second time. */
  readonly event?: string;
  /** The alarm that rang; one with this id never rings again. */
  readonly alarm?: string;
}

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

import type { FactToAsk } from './ticket-triage.ts';

/**
 * What a change owes to the world. It is written with the change and struck off when done, so that a crash in between
 * loses nothing. Card drawings are not listed here: a card whose `drawn` is behind the ticket's version is owed by itself.
 */
export type Effect = NoticeEffect | AbsorbEffect | ConsiderEffect | SpreadEffect;

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
  /** What it is about, where time is the matter. */
  readonly about?: NoticeAbout;
  /** Quiet hours: it waits until then, and comes in one message with what else was held. */
  readonly heldUntil?: Date;
}

/** A target that is near or passed, a promise, or since when something lies. */
export interface NoticeAbout {
  readonly target?: 'respond' | 'update' | 'resolve';
  /** Of a target: the threshold that was passed. */
  readonly percent?: number;
  /** A target's or a promise's. */
  readonly dueAt?: Date;
  readonly since?: Date;
  /** Of an agreement's target: the team or vendor it binds, as `team.<id>` or `vendor.<id>`. */
  readonly counterpart?: string;
  /** 1 to 5, of a survey. */
  readonly score?: number;
  /** Where the conversation can be read. */
  readonly url?: string;
  /** Another ticket that it is about. */
  readonly ticket?: string;
  /** What the requester is asked. */
  readonly fact?: FactToAsk;
  /** Whether who hears it may open the ticket again. */
  readonly mayReopen?: boolean;
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
  'reminder', // a threshold of a target was passed
  'unclaimed',
  'stale',
  'parked', // on hold for longer than desk.yaml allows
  'awake', // what it was on hold for until then has come
  'askedAgain', // the requester has not answered yet
  'promiseSoon',
  'promiseMissed',
  'snoozeOver',
  'survey',
  'surveyAgain',
  'lowScore', // the requester was not content
  'answerOffered', // articles that may solve it
  'answerSolved', // and they did
  'missingFact', // something that the requester's words did not tell
  'alike', // somebody has the same trouble already: me too?
  'partOf', // an agent has made it one report of an outage
  'partEnded', // the outage was cancelled, and the report goes on alone
  'childReopened', // it is not fixed for one of those who reported it
] as const;
export type Notice = (typeof notices)[number];

/** The ticket goes on in another one, which has to learn of its people and threads. */
export interface AbsorbEffect extends Base {
  readonly kind: 'absorb';
  readonly into: string;
}

/** The ticket is to be thought about, when its cards lie; see `Thinker`. */
export interface ConsiderEffect extends Base {
  readonly kind: 'consider';
}

/** What happened to one of several tickets about the same matter reaches the others; see `src/outages/spreader.ts`. */
export interface SpreadEffect extends Base {
  readonly kind: 'spread';
  readonly what: Spread;
  /** The other ticket, where it is one. */
  readonly other?: string;
  /** Words that go with it, or the id of a remark. */
  readonly note?: string;
}

/** The first three go from a report to its incident, the others from the incident to all its reports. */
export type Spread = 'joined' | 'left' | 'reopened' | 'resolved' | 'said' | 'cancelled';

import type { Target } from '../../sla/policy.ts';

/** Something that happens to a ticket by itself when its time comes. */
export type Alarm = ThresholdAlarm | NudgeAlarm | PromiseAlarm | PlainAlarm;

interface Base {
  /** Unique within the ticket; written into its history when it rings, and then it never rings again. */
  readonly id: string;
  /** The first instant at which it rings. */
  readonly at: Date;
}

/** So much of a target has passed. */
export interface ThresholdAlarm extends Base {
  readonly kind: 'threshold';
  readonly target: Target;
  readonly percent: number;
  readonly dueAt?: Date;
  readonly tell: readonly Role[];
  /** Whether the target is passed with it, for the first time. */
  readonly isBreach: boolean;
  readonly escalates: boolean;
  /** The team or vendor of an agreement. */
  readonly counterpart?: string;
}

/** Somebody should look at it again. */
export interface NudgeAlarm extends Base {
  readonly kind: 'unclaimed' | 'stale' | 'parked';
  readonly since: Date;
}

export interface PromiseAlarm extends Base {
  readonly kind: 'promiseSoon' | 'promiseMissed';
  readonly promise: string;
}

export interface PlainAlarm extends Base {
  readonly kind:
    | 'wake'
    | 'snoozeOver'
    | 'ask' // the requester is asked again
    | 'noAnswer'
    | 'survey'
    | 'surveyAgain'
    | 'close'
    | 'assign'
    | 'estimateOver'; // the cards stop saying how long it usually takes
}

/** Who hears of it, by what they are to the ticket. */
export type Role = 'assignee' | 'team' | 'lead' | 'manager';

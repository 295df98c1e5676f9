import type { NoticeEffect } from '../tickets/effects.ts';

/** Who hears a held notice: a person, a team at its triage place, or the agents' thread of one ticket. */
export type HeldFor = { readonly person: string } | { readonly team: string } | { readonly ticket: string };

/** A notice that waits for the end of the quiet hours. */
export interface HeldNotice {
  readonly ticket: string;
  readonly effect: NoticeEffect;
}

/** Everything that one hearer gets at one time, in one message. */
export interface HeldBundle {
  readonly id: string;
  readonly to: HeldFor;
  readonly notices: readonly HeldNotice[];
  /** Somebody has begun to send it before and did not come to the end. */
  readonly mayHaveArrived: boolean;
}

/** Where notices wait during quiet hours. */
export interface HeldStore {
  /** Adds a notice to its hearer's bundle; the same one again changes nothing. */
  hold(to: HeldFor, until: Date, notice: HeldNotice): Promise<void>;
  /** Takes one bundle whose time has come, so that nobody else sends it before `leaseUntil`. */
  take(now: Date, leaseUntil: Date): Promise<HeldBundle | undefined>;
  /** Strikes a bundle off, unless more was added to it since it was taken. */
  sent(bundle: HeldBundle): Promise<void>;
}

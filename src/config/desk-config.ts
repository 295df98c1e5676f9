import type { Platform } from '../chat/refs.ts';

/**
 * What a desk is: desk.yaml after it was checked, with every default filled in.
 * Durations are milliseconds unless the name says otherwise.
 */
export interface DeskConfig {
  readonly desk: { readonly name: string; readonly timeZone: string; readonly locale: string };
  /** Who has a role; each entry is an e-mail in lower case, `slack:<id>` or `teams:<id>`. */
  readonly people: { readonly admins: readonly string[]; readonly managers: readonly string[] };
  /** At least one; the first takes what nobody else does. */
  readonly teams: readonly TeamConfig[];
  readonly services: readonly ServiceConfig[];
  readonly channels: readonly ChannelConfig[];
  readonly priorities: { readonly matrix: PriorityMatrix };
  readonly calendars: readonly CalendarConfig[];
  readonly serviceLevels: readonly ServiceLevelConfig[];
  readonly holdReasons: Readonly<Record<HoldReasonId, 'paused' | 'runs'>>;
  readonly reminders: readonly ReminderConfig[];
  readonly quietHours?: { readonly from: string; readonly to: string; readonly except: readonly PriorityId[] };
  readonly reopenWithinMs: number;
  readonly autoCloseAfterMs: number;
  readonly survey?: { readonly afterMs: number; readonly remindAfterMs: number };
  readonly digests: readonly DigestConfig[];
  readonly retention: { readonly closedTicketsMs: number; readonly messagesMs: number };
  /** The emoji, without colons, that raises the message under it as an issue. Default `ticket`. */
  readonly reaction: string;
}

export type PriorityId = 'P1' | 'P2' | 'P3' | 'P4';
export type HoldReasonId = 'requester' | 'vendor' | 'change' | 'scheduled';
/** Impact 1–3 → urgency 1–3 → priority. */
export type PriorityMatrix = Readonly<Record<1 | 2 | 3, readonly [PriorityId, PriorityId, PriorityId]>>;
/** A channel's name (`#it-triage`) or id, per platform. */
export type PlaceNames = Readonly<Partial<Record<Platform, string>>>;

export interface TeamConfig {
  readonly id: string;
  readonly name: string;
  readonly agents: readonly string[];
  readonly leads: readonly string[];
  /** Where the team's agent cards go; without one each agent gets them directly. */
  readonly triage: PlaceNames;
}

export interface ServiceConfig {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly keywords: readonly string[];
  readonly confidential: boolean;
}

export interface ChannelConfig {
  readonly place: PlaceNames;
  readonly team: string;
  /** What opens a ticket there: a mention only, the reaction (or a mention), or every message. */
  readonly open: 'mention' | 'reaction' | 'message';
}

export interface CalendarConfig {
  readonly id: string;
  readonly timeZone: string;
  readonly open: '24x7' | Readonly<Partial<Record<DayId, readonly Interval[]>>>;
  readonly holidays: { readonly country?: string; readonly region?: string; readonly dates: readonly string[] };
}
export type DayId = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
/** Wall-clock minutes since midnight, `to` up to 1440. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface ServiceLevelConfig {
  readonly id: string;
  readonly when: {
    readonly kind?: string;
    readonly priority?: PriorityId;
    readonly service?: string;
    readonly team?: string;
  };
  readonly calendar: string;
  readonly respondMs?: number;
  readonly updateMs?: number;
  readonly resolveMs?: number;
}

export interface ReminderConfig {
  /** 1 to 100 and above. */
  readonly atPercent: number;
  readonly tell: readonly ('assignee' | 'team' | 'lead' | 'manager')[];
  readonly escalate?: 'up';
}

export interface DigestConfig {
  readonly id: string;
  readonly to: 'managers' | string;
  /** `HH:MM` in the desk's zone. */
  readonly at: string;
  readonly days: readonly DayId[];
}

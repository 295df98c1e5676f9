import type { Platform } from '../chat/refs.ts';
import type { AssistantConfig } from './assistant-config.ts';

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
  /** How long a ticket may wait for each reason before the lead hears of it; a reason that is not there: as long as it takes. */
  readonly parkedAtMostMs: Readonly<Partial<Record<HoldReasonId, number>>>;
  /** Whether taking a ticket stops its `respond` clock. */
  readonly claimAnswers: boolean;
  readonly groups: readonly GroupConfig[];
  readonly vendors: readonly VendorConfig[];
  readonly reminders: readonly ReminderConfig[];
  readonly quietHours?: { readonly from: string; readonly to: string; readonly except: readonly PriorityId[] };
  readonly reopenWithinMs: number;
  readonly autoCloseAfterMs: number;
  readonly nudges: NudgesConfig;
  /** After so long on hold for the requester: asked, asked again, resolved as `no_answer`. Each from the hold's begin. */
  readonly noAnswer?: {
    readonly askAfterMs: number;
    readonly askAgainAfterMs: number;
    readonly resolveAfterMs: number;
  };
  /** How long before a promised update is due its agent is reminded. */
  readonly promises: { readonly remindBeforeMs: number };
  readonly survey?: SurveyConfig;
  /** Absent: tickets are not compared with each other. */
  readonly outages?: OutagesConfig;
  /** So many tickets of the same matter within so long are told on the agents' card. */
  readonly recurring?: { readonly times: number; readonly withinMs: number };
  readonly digests: readonly DigestConfig[];
  readonly retention: { readonly closedTicketsMs: number; readonly messagesMs: number };
  readonly knowledge: KnowledgeConfig;
  /** Words that agents often write; texts with placeholders as in src/knowledge/saved-reply.ts. */
  readonly replies: readonly ReplyConfig[];
  /** The emoji, without colons, that raises the message under it as an issue. Default `ticket`. */
  readonly reaction: string;
  readonly assistant: AssistantConfig;
  /** What is masked before a text leaves the machine, besides what always is. */
  readonly masking: { readonly emails: boolean; readonly phones: boolean; readonly ipAddresses: boolean };
  /** How long the link to a handed-over secret opens. */
  readonly secrets: { readonly expiresAfterMs: number };
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
  /** Who gets a new ticket by itself; absent: it waits to be claimed. */
  readonly assign?: 'turns' | 'fewest';
  /** Who works when. An agent who is in none of them is always on shift. */
  readonly shifts?: readonly ShiftConfig[];
}

/** Agents who work the same hours; each entry as in {@link TeamConfig.agents}. */
export interface ShiftConfig {
  readonly agents: readonly string[];
  readonly timeZone: string;
  readonly open: CalendarConfig['open'];
}

/** People whom service levels can single out by `when.group`. */
export interface GroupConfig {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export interface VendorConfig {
  readonly id: string;
  readonly name: string;
}

/** Durations of the working time of the ticket's service level. A nudge that is not there is not given. */
export interface NudgesConfig {
  /** To the triage place, again after each further `againMs` where that is there. */
  readonly unclaimed?: { readonly afterMs: number; readonly againMs?: number };
  /** To the assignee, when nothing has happened for so long. */
  readonly stale?: { readonly afterMs: number };
}

/** When several reports are taken for one outage. */
export interface OutagesConfig {
  /** So many people, */
  readonly reports: number;
  /** within so long. */
  readonly withinMs: number;
  /** 0.1 to 1: from which likeness on two reports are about the same. */
  readonly similarity: number;
  readonly countBots: boolean;
  /** How old an open ticket may be for *Me too* to be offered on it. */
  readonly lookBackMs: number;
}

export interface SurveyConfig {
  readonly afterMs: number;
  readonly remindAfterMs: number;
  /** Nobody is asked more often than once in so long. */
  readonly atMostEveryMs: number;
  /** Nobody but the desk itself learns who answered what. */
  readonly isAnonymous: boolean;
  /** This score or less, of 5, goes to the lead. */
  readonly lowScore: number;
}

/** Articles, and answers from them. */
export interface KnowledgeConfig {
  /** Of articles; a relative one lies beside desk.yaml. */
  readonly folder: string;
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whether new issues are answered from articles. */
  readonly isAnswering: boolean;
  /** An article that has answered nothing for so long is stale. */
  readonly staleAfterMs: number;
}

export interface ReplyConfig {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly service?: string;
  readonly language?: 'en' | 'de' | 'es' | 'fr' | 'pt';
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
  /** Single days (`YYYY-MM-DD`) with hours of their own, on holidays too; no hours: closed. */
  readonly exceptions?: readonly { readonly date: string; readonly open: readonly Interval[] }[];
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
    readonly group?: string;
  };
  /** An agreement with a team (towards another, or all) or a vendor, in place of a promise to the requester. */
  readonly with?: { readonly team: string; readonly towards?: string } | { readonly vendor: string };
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
  /** `HH:MM` in {@link timeZone}. */
  readonly at: string;
  readonly timeZone: string;
  readonly days: readonly DayId[];
  /** What it looks back on. A `week` comes on the first of `days` in a week, a `month` on the first of them in a month. */
  readonly every: 'day' | 'week' | 'month';
  /** A digest that was missed is sent no later than this after its time. */
  readonly lateAtMostMs: number;
}

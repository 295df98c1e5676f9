import type { Attachment } from '../chat/event.ts';
import type { MessageRef, Place } from '../chat/refs.ts';
import type { Effect } from './effects.ts';
import type { HistoryEntry } from './history.ts';
import type { SimilarTicket } from './similar-tickets.ts';
import type { TicketAnswer } from './ticket-answer.ts';
import type { AmongOthers } from './ticket-outage.ts';
import type { TicketTriage } from './ticket-triage.ts';

export const ticketKinds = ['incident', 'request', 'problem', 'change'] as const;
export type TicketKind = (typeof ticketKinds)[number];

export const statuses = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
export type Status = (typeof statuses)[number];
export const openStatuses = ['new', 'in_progress', 'on_hold'] as const satisfies readonly Status[];

export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof priorities)[number];
export type Level = 1 | 2 | 3;

export const holdReasons = ['requester', 'vendor', 'change', 'scheduled'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const resolutionCodes = [
  'fixed',
  'workaround',
  'answered',
  'not_reproducible',
  'duplicate',
  'no_answer',
] as const;
export type ResolutionCode = (typeof resolutionCodes)[number];

export const linkKinds = [
  'parent',
  'child',
  'duplicate',
  'caused_by',
  'problem',
  'change',
  'asset',
  'related',
] as const;
export type LinkKind = (typeof linkKinds)[number];

type PersonId = string;

/** One thing somebody wants done, and all that became of it. The database's document has the same shape. */
export interface Ticket extends AmongOthers {
  /** `INC-42`, `REQ-7`, `PRB-3`, `CHG-5`; given once and never used again. */
  readonly key: string;
  readonly kind: TicketKind;
  readonly title: string;
  /** The requester's own words, whole. */
  readonly description: string;
  readonly requester: PersonId;
  /** Who raised it, on behalf of the requester or as the requester. */
  readonly raisedBy: PersonId;
  readonly service?: string;
  readonly category?: string;
  /** 1 is the widest. */
  readonly impact: Level;
  /** 1 is the most pressing. */
  readonly urgency: Level;
  readonly priority: Priority;
  /** Why the priority is not what impact and urgency give. */
  readonly priorityReason?: string;
  readonly team: string;
  /** 1; each hierarchical escalation adds one. */
  readonly level: number;
  readonly assignee?: PersonId;
  readonly watchers: readonly PersonId[];
  readonly status: Status;
  readonly hold?: TicketHold;
  readonly confidential: boolean;
  readonly customFields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly links: readonly { readonly kind: LinkKind; readonly to: string }[];
  readonly source: Source;
  /** Where the requester and the desk talk; absent until the requester's card lies in their direct conversation. */
  readonly thread?: Place;
  /** Threads of merged tickets, whose people hear the same answers. */
  readonly alsoIn: readonly Place[];
  /** Set when another ticket goes on in this one's stead. */
  readonly mergedInto?: string;
  readonly cards: readonly CardSlot[];
  /** What this ticket still has to say or do; see {@link Effect}. */
  readonly owes: readonly Effect[];
  /** Whether the courier has anything to do: a drawing behind the version, an effect. */
  readonly owing: boolean;
  /** Goes up by one with every change; a write names the version it was made from. */
  readonly version: number;
  readonly resolution?: { readonly code: ResolutionCode; readonly note: string; readonly by: PersonId };
  readonly cancelReason?: string;
  readonly openedAt: Date;
  readonly respondedAt?: Date;
  readonly resolvedAt?: Date;
  readonly closedAt?: Date;
  /** `YYYY-MM-DD` in the desk's zone, so that reports can group without knowing zones. */
  readonly openedDay: string;
  readonly resolvedDay?: string;
  readonly closedDay?: string;
  readonly reopenCount: number;
  readonly reassignCount: number;
  /** How many messages the desk has posted for this ticket; redraws do not count. */
  readonly botMessages: number;
  /** Goes up with everything the courier writes, so that a move that changes the cards never overwrites a fresh one. */
  readonly deliveries: number;
  /** Append-only; the state follows from it. */
  readonly history: readonly HistoryEntry[];
  /** Groups of desk.yaml that the requester belonged to when it was opened. */
  readonly groups: readonly string[];
  /** How it stands against its service levels, as of the last change. */
  readonly sla: TicketSla;
  /** When something is to happen by itself next; absent when nothing is. */
  readonly nextAlarmAt?: Date;
  /** Until then nobody is reminded, but of a target that is passed. */
  readonly snooze?: { readonly until: Date; readonly by: PersonId };
  readonly promises: readonly PromisedUpdate[];
  /** What was offered from articles. */
  readonly answer?: TicketAnswer;
  /** How long tickets like it have taken, when it was opened. */
  readonly estimate?: GivenEstimate;
  /** Solved tickets of the same matter, as they were when it was opened. */
  readonly similar?: readonly SimilarTicket[];
  /** What triage said of it, and what it asked. */
  readonly triage?: TicketTriage;
}

export interface TicketHold {
  readonly reason: HoldReason;
  readonly note?: string;
  readonly since: Date;
  readonly until?: Date;
  /** Which of desk.yaml's vendors it waits for. */
  readonly vendor?: string;
}

/** _I'll get back to Dana by 15:00._ */
export interface PromisedUpdate {
  readonly id: string;
  readonly by: PersonId;
  readonly madeAt: Date;
  readonly dueAt: Date;
  /** `kept` by the next public words of an agent, `missed` when there were none in time, `dropped` when it became needless. */
  readonly state: 'open' | 'kept' | 'missed' | 'dropped';
}

/** The promise to the requester as of the last change, for lists, cards and reports. */
export interface TicketSla {
  readonly respond?: SlaStanding;
  readonly update?: SlaStanding;
  readonly resolve?: SlaStanding;
  /** The target that is due first, of those that count. */
  readonly next?: { readonly target: 'respond' | 'update' | 'resolve'; readonly dueAt: Date };
}

/** One clock as it stood at the last change; durations are milliseconds of its calendar's working time. */
export interface SlaStanding {
  readonly policy: string;
  /** `breached`: past its target, which goes on counting. `met` and `missed` are over. */
  readonly state: 'running' | 'paused' | 'breached' | 'met' | 'missed' | 'cancelled';
  readonly targetMs: number;
  /** What had counted at the last change. */
  readonly elapsedMs: number;
  readonly dueAt?: Date;
  readonly breachedAt?: Date;
}

/** Within which working time 80 % of the tickets like it were resolved. */
export interface Estimate {
  readonly fromMs: number;
  readonly toMs: number;
  /** How many tickets it was learnt from. */
  readonly tickets: number;
}

/** An estimate as a ticket got it. */
export interface GivenEstimate extends Estimate {
  /** What all those tickets have in common; it says nothing of a ticket that became another. */
  readonly like: Likeness;
  /** When more than `toMs` will have passed: it has proved wrong then. */
  readonly endsAt: Date;
  /** The working time of one day, on average; absent when the time runs around the clock. */
  readonly workdayMs?: number;
}

export interface Likeness {
  readonly kind: TicketKind;
  readonly priority: Priority;
  readonly service?: string;
  readonly team?: string;
}

/** How a ticket came in. */
export interface Source {
  readonly via:
    | 'direct'
    | 'channel'
    | 'mention'
    | 'reaction'
    | 'shortcut'
    | 'command'
    | 'form'
    | 'followUp'
    | 'split'
    | 'import'
    | 'api';
  /** Unique: the same message, form or command raises one ticket, however often it is delivered. */
  readonly key: string;
  readonly message?: MessageRef;
  /** The thread the words stand in, where the ticket's own thread is another. */
  readonly thread?: Place;
  readonly permalink?: string;
  readonly files: readonly Attachment[];
  /** The author took the words back. */
  readonly isDeleted?: boolean;
}

/** A card that lies, or is to lie, somewhere. */
export interface CardSlot {
  /** `requester`, `agent:<team>`, or `agent:<team>:<person>` where agents get it one by one. */
  readonly id: string;
  readonly card: 'requester' | 'agent';
  readonly team?: string;
  readonly person?: PersonId;
  readonly message?: MessageRef;
  /** The thread under it. */
  readonly thread?: Place;
  /** The ticket's version at the last drawing; 0 before the first. */
  readonly drawn: number;
  /**
   * `moved`: the team has it no more; one line says where it went.
   * `direct`: the place may not see it; the agents have cards of their own.
   */
  readonly state: 'live' | 'moved' | 'direct';
}

/** Every thread in which the requesters' side of a ticket talks. */
export function requesterThreads({ thread, alsoIn }: Pick<Ticket, 'thread' | 'alsoIn'>): readonly Place[] {
  return thread ? [thread, ...alsoIn] : alsoIn;
}

export function isOpen(ticket: Pick<Ticket, 'status'>): boolean {
  return ticket.status === 'new' || ticket.status === 'in_progress' || ticket.status === 'on_hold';
}

import { agentSlot } from './moves/escalation.ts';
import { type Matrix, priorityOf } from './priority.ts';
import type { GivenEstimate, Level, Source, Ticket, TicketKind } from './ticket.ts';
import type { DeclaredOutage } from './ticket-outage.ts';
import type { TicketTriage } from './ticket-triage.ts';

/** What is known when a ticket is raised. */
export interface Draft {
  readonly kind: TicketKind;
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly raisedBy: string;
  readonly service?: string | undefined;
  readonly team: string;
  readonly impact: Level;
  readonly urgency: Level;
  readonly confidential: boolean;
  readonly source: Source;
  readonly thread?: string | undefined;
  readonly links?: Ticket['links'];
  /** Of desk.yaml, that the requester belongs to. */
  readonly groups?: readonly string[];
  readonly estimate?: GivenEstimate | undefined;
  readonly category?: string | undefined;
  readonly triage?: TicketTriage | undefined;
  /** It stands for many reports. */
  readonly outage?: DeclaredOutage;
}

/** A new ticket from a draft: open, unassigned, both cards still to be drawn. */
export function ticketFrom(
  draft: Draft,
  key: string,
  matrix: Matrix,
  now: Date,
  today: string,
  event?: string,
): Ticket {
  const { requester, raisedBy, service, thread, links, groups, estimate, category, triage, ...rest } = draft;
  return {
    ...rest,
    key,
    requester,
    raisedBy,
    ...(service ? { service } : {}),
    ...(thread ? { thread } : {}),
    priority: priorityOf(matrix, draft.impact, draft.urgency),
    level: 1,
    watchers: raisedBy === requester ? [] : [raisedBy],
    status: 'new',
    customFields: {},
    tags: [],
    links: links ?? [],
    alsoIn: [],
    cards: [{ id: 'requester', card: 'requester', drawn: 0, state: 'live' }, agentSlot(draft.team, 1)],
    owes: [],
    owing: true,
    version: 1,
    openedAt: now,
    openedDay: today,
    reopenCount: 0,
    reassignCount: 0,
    botMessages: 0,
    deliveries: 0,
    groups: groups ?? [],
    sla: {},
    promises: [],
    ...(estimate ? { estimate } : {}),
    ...(category ? { category } : {}),
    ...(triage ? { triage } : {}),
    history: [{ at: now, by: raisedBy, move: 'open', changes: opened(draft), ...(event ? { event } : {}) }],
  };
}

function opened(draft: Draft) {
  const { kind, team, service, impact, urgency, confidential } = draft;
  return Object.entries({ status: 'new', kind, team, service, impact, urgency, confidential })
    .filter(([, to]) => to !== undefined)
    .map(([field, to]) => ({ field, from: null, to }));
}

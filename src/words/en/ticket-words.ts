import type {
  HoldReason,
  Level,
  LinkKind,
  Priority,
  ResolutionCode,
  Status,
  TicketKind,
} from '../../tickets/ticket.ts';

/** What a ticket's values are called. */
export const ticketWords = {
  kinds: { incident: 'incident', request: 'request', problem: 'problem', change: 'change' } satisfies Record<
    TicketKind,
    string
  >,
  states: {
    new: 'new',
    in_progress: 'in progress',
    on_hold: 'on hold',
    resolved: 'resolved',
    closed: 'closed',
    cancelled: 'cancelled',
  } satisfies Record<Status, string>,
  priorities: { P1: 'P1 critical', P2: 'P2 high', P3: 'P3 normal', P4: 'P4 low' } satisfies Record<Priority, string>,
  impacts: { 1: 'everyone or a whole site', 2: 'a team or several people', 3: 'one person' } satisfies Record<
    Level,
    string
  >,
  urgencies: { 1: 'work has stopped', 2: 'work is slowed down', 3: 'it can wait' } satisfies Record<Level, string>,
  holdReasons: {
    requester: 'waiting for the requester',
    vendor: 'waiting for a supplier',
    change: 'waiting for a planned change',
    scheduled: 'scheduled for later',
  } satisfies Record<HoldReason, string>,
  resolutionCodes: {
    fixed: 'fixed',
    workaround: 'workaround in place',
    answered: 'answered',
    not_reproducible: 'could not be reproduced',
    duplicate: 'duplicate of another ticket',
    no_answer: 'no answer from the requester',
  } satisfies Record<ResolutionCode, string>,
  links: {
    parent: (key: string) => `part of ${key}`,
    child: (key: string) => `includes ${key}`,
    duplicate: (key: string) => `duplicate: ${key}`,
    caused_by: (key: string) => `caused by ${key}`,
    problem: (key: string) => `problem ${key}`,
    change: (key: string) => `change ${key}`,
    asset: (key: string) => `asset ${key}`,
    related: (key: string) => `related to ${key}`,
  } satisfies Record<LinkKind, (key: string) => string>,
  targets: { respond: 'respond', update: 'update', resolve: 'resolve' },
  labels: {
    state: 'State',
    priority: 'Priority',
    requester: 'Requester',
    assignee: 'Assignee',
    team: 'Team',
    service: 'Service',
    kind: 'Kind',
    impact: 'Impact',
    urgency: 'Urgency',
    opened: 'Opened',
    resolved: 'Resolved',
    closed: 'Closed',
    links: 'Links',
    watchers: 'Watchers',
    tags: 'Tags',
    category: 'Category',
  },
};

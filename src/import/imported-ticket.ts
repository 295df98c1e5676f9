import type { AlarmRules } from '../tickets/alarms/alarm-rules.ts';
import { reckon } from '../tickets/alarms/reckon.ts';
import { stamp } from '../tickets/alarms/rung.ts';
import { changeOf, type TicketPatch } from '../tickets/change.ts';
import { ticketFrom } from '../tickets/draft.ts';
import type { HistoryEntry, MoveName } from '../tickets/history.ts';
import { importEvent } from '../tickets/still.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import { dayIn } from '../tickets/ticket-service.ts';
import type { ImportedRow } from './imported-row.ts';
import type { ImportDesk } from './vocabulary.ts';

/** What an import knows beside its rows. */
export interface ImportContext {
  /** Of the map. */
  readonly name: string;
  readonly desk: ImportDesk & AlarmRules;
  readonly now: Date;
  /** Whether what is open comes to life: cards and alarms. Else it lies still until somebody does something with it. */
  readonly isLive: boolean;
}

/** By what a row is known again. */
export function sourceKeyOf(name: string, id: string): string {
  return `import:${name}:${id}`;
}

/**
 * The ticket that a row of another desk becomes: its history is what the row's instants tell, as if it had happened here,
 * and all that follows from a history follows from it. It owes no messages.
 */
export function importedTicket(row: ImportedRow, key: string, context: ImportContext): Ticket {
  const { desk, now, isLive } = context;
  const past = stepsOf(row).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const told = past.reduce((ticket, step) => stepped(ticket, step, desk.desk.timeZone), opened(row, key, context));
  const event = importEvent(told.source.key, isLive && isOpen(told));
  const ticket: Ticket = {
    ...withoutGaps(told),
    reopenCount: Math.max(row.reopenCount, told.reopenCount),
    reassignCount: row.reassignCount,
    history: told.history.map((entry) => ({ ...entry, event })),
    ...(isOpen(told) ? { owing: isLive } : { owing: false, cards: [] }),
  };
  const { sla, alarms } = reckon(ticket, desk, now);
  const [first] = alarms;
  return { ...ticket, sla, ...(first ? { nextAlarmAt: first.at } : {}) };
}

function opened(row: ImportedRow, key: string, { name, desk }: ImportContext): Ticket {
  const { id, kind, title, description, requester, raisedBy, service, team, impact, urgency, confidential } = row;
  const facts = { kind, title, description, requester, raisedBy, service, team, impact, urgency, confidential };
  const source = { via: 'import', key: sourceKeyOf(name, id), files: [] } as const;
  const groups = desk.groups.filter(({ members }) => members.includes(requester)).map((group) => group.id);
  const today = dayIn(desk.desk.timeZone, row.openedAt);
  const ticket = ticketFrom({ ...facts, source, groups }, key, desk.priorities.matrix, row.openedAt, today);
  return {
    ...ticket,
    ...takenFromTheBeginning(row, ticket),
    ...(ticket.priority === row.priority ? {} : { priorityReason: name }),
    priority: row.priority,
    ...(row.category ? { category: row.category } : {}),
    tags: row.tags,
    customFields: { ...row.customFields, [name]: id },
  };
}

/** Somebody has it and nothing tells since when: that it was taken then would answer the requester at once, maybe. */
function takenFromTheBeginning(row: ImportedRow, { history }: Ticket): Partial<Ticket> {
  const { assignee, assignedAt, status } = row;
  if (!assignee || status !== 'in_progress' || assignedAt || firstSign(row)) return {};
  const changes = [
    { field: 'status', from: null, to: status },
    { field: 'assignee', from: null, to: assignee },
  ];
  const others = (entry: HistoryEntry) => entry.changes.filter(({ field }) => field !== 'status');
  return { status, assignee, history: history.map((entry) => ({ ...entry, changes: [...changes, ...others(entry)] })) };
}

interface Step {
  readonly at: Date;
  readonly by: string;
  readonly move: MoveName;
  readonly note?: string;
  readonly alarm?: string;
  readonly set: (ticket: Ticket, today: string) => TicketPatch;
}

/** What happened in the other desk, as moves of this one. Of what happened in one instant, the first stands first. */
function stepsOf(row: ImportedRow): readonly Step[] {
  return [...taking(row), ...answering(row), ...waiting(row), ...resolving(row), ...ending(row)];
}

/** Who had it, from when on; where that is not known, from its first sign of work on. */
function taking(row: ImportedRow): readonly Step[] {
  const { assignee, assignedAt } = row;
  const at = assignedAt ?? firstSign(row);
  if (!assignee || !at) return [];
  const begun = ({ status }: Ticket): TicketPatch => (status === 'new' ? { status: 'in_progress' } : {});
  const set = (ticket: Ticket) => ({ ...begun(ticket), assignee });
  return [assignedAt ? { at, by: 'desk', move: 'assign', set } : { at, by: assignee, move: 'claim', set }];
}

function firstSign({ respondedAt, hold }: ImportedRow): Date | undefined {
  const signs = [respondedAt, hold?.at].filter((at) => at !== undefined);
  return signs.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

function answering({ assignee, respondedAt }: ImportedRow): readonly Step[] {
  if (!respondedAt) return [];
  return [{ at: respondedAt, by: assignee ?? 'desk', move: 'reply', set: () => ({ respondedAt }) }];
}

function waiting({ assignee, hold }: ImportedRow): readonly Step[] {
  if (!hold) return [];
  const { at, reason, resumedAt } = hold;
  const by = assignee ?? 'desk';
  const held: Step = { at, by, move: 'hold', set: () => ({ status: 'on_hold', hold: { reason, since: at } }) };
  if (!resumedAt) return [held];
  const status = assignee ? 'in_progress' : 'new';
  return [held, { at: resumedAt, by, move: 'resume', set: () => ({ status, hold: undefined }) }];
}

function resolving(row: ImportedRow): readonly Step[] {
  const { assignee, resolutionCode: code, resolutionNote: note, resolutions } = row;
  const by = assignee ?? 'desk';
  return resolutions.flatMap(({ at, reopenedAt }): Step[] => {
    const resolved: Step = {
      ...{ at, by, move: 'resolve', note },
      // Nobody is asked years later how it went.
      alarm: `survey:${stamp(at)}`,
      set: (_, today) => ({
        ...{ status: 'resolved', hold: undefined, resolution: { code, note, by }, resolvedAt: at, resolvedDay: today },
        ...(assignee ? { assignee } : {}),
      }),
    };
    return reopenedAt ? [resolved, reopening(reopenedAt, row)] : [resolved];
  });
}

function reopening(at: Date, { requester, assignee }: ImportedRow): Step {
  const status = assignee ? 'in_progress' : 'new';
  const undone = { resolution: undefined, resolvedAt: undefined, resolvedDay: undefined };
  return {
    ...{ at, by: requester, move: 'reopen' },
    set: ({ reopenCount }) => ({ status, ...undone, reopenCount: reopenCount + 1 }),
  };
}

function ending({ closedAt, cancelledAt, cancelReason, assignee }: ImportedRow): readonly Step[] {
  if (cancelledAt) {
    const reason = cancelReason ? { cancelReason } : {};
    return [
      {
        ...{ at: cancelledAt, by: assignee ?? 'desk', move: 'cancel', ...(cancelReason ? { note: cancelReason } : {}) },
        set: (_, closedDay) => ({ status: 'cancelled', hold: undefined, closedAt: cancelledAt, closedDay, ...reason }),
      },
    ];
  }
  if (!closedAt) return [];
  return [
    { at: closedAt, by: 'desk', move: 'close', set: (_, closedDay) => ({ status: 'closed', closedAt, closedDay }) },
  ];
}

/** What a step takes away stays as `undefined` until the last one. */
function stepped(ticket: Ticket, { at, by, move, note, alarm, set }: Step, timeZone: string): Ticket {
  const today = dayIn(timeZone, at);
  const change = changeOf(ticket, { by, now: at, today }, move, { set: set(ticket, today), note, alarm });
  const next = { ...ticket, ...change.set } as Ticket;
  return { ...next, history: [...ticket.history, change.entry], version: ticket.version + 1 };
}

function withoutGaps(ticket: Ticket): Ticket {
  const { hold, resolution, resolvedAt, resolvedDay, ...rest } = ticket;
  return {
    ...rest,
    ...(hold ? { hold } : {}),
    ...(resolution ? { resolution } : {}),
    ...(resolvedAt ? { resolvedAt } : {}),
    ...(resolvedDay ? { resolvedDay } : {}),
  };
}

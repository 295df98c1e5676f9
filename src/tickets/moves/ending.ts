import { changeOf, type Move, type MoveContext, type Owed, type TicketPatch } from '../change.ts';
import type { Notice, Spread } from '../effects.ts';
import { requireStart } from '../lifecycle.ts';
import { Refusal } from '../refusal.ts';
import type { ResolutionCode, Ticket } from '../ticket.ts';
import { dropped } from './promising.ts';

/** The agent says that it is solved; the requester is asked. Nobody's ticket becomes the resolver's. */
export const resolve =
  (code: ResolutionCode, note: string): Move =>
  (ticket, context) => {
    requireStart('resolve', ticket);
    return changeOf(ticket, context, 'resolve', {
      set: {
        status: 'resolved',
        hold: undefined,
        ...needless(ticket),
        assignee: ticket.assignee ?? (context.by === 'desk' ? undefined : context.by),
        resolution: { code, note, by: context.by },
        resolvedAt: context.now,
        resolvedDay: context.today,
      },
      note,
      owes: [
        ...(ticket.outage ? [] : [{ notice: 'resolved', to: 'requester', note } as const]),
        ...watchersHear(ticket, context, 'watchedResolved', note),
        ...reachesReports(ticket, 'resolved', note),
      ],
    });
  };

/** It was not solved after all. @param withinMs how long after the resolution, of desk.yaml */
export const reopen =
  (note: string | undefined, withinMs: number): Move =>
  (ticket, context) => {
    requireStart('reopen', ticket);
    const sinceMs = context.now.getTime() - (ticket.resolvedAt?.getTime() ?? 0);
    if (sinceMs > withinMs) {
      throw new Refusal({ kind: 'reopenTooLate', key: ticket.key, days: Math.round(withinMs / 86_400_000) });
    }
    return changeOf(ticket, context, 'reopen', {
      set: {
        status: 'in_progress',
        resolution: undefined,
        resolvedAt: undefined,
        resolvedDay: undefined,
        reopenCount: ticket.reopenCount + 1,
      },
      note,
      owes: [
        { notice: 'reopened', to: 'agents', note },
        ...(ticket.partOf ? [{ spread: 'reopened', other: ticket.partOf.ticket, note } as const] : []),
      ],
    });
  };

/** The requester confirms, or nobody objected for long enough. */
export const close: Move = (ticket, context) => {
  requireStart('close', ticket);
  return changeOf(ticket, context, 'close', {
    set: { status: 'closed', closedAt: context.now, closedDay: context.today },
  });
};

/** Nothing will be done. Agents give a reason, which the requester is told. */
export const cancel =
  (reason: string | undefined): Move =>
  (ticket, context) => {
    requireStart('cancel', ticket);
    const isOwn = context.by === ticket.requester;
    return changeOf(ticket, context, 'cancel', {
      set: {
        status: 'cancelled',
        hold: undefined,
        ...needless(ticket),
        closedAt: context.now,
        closedDay: context.today,
        ...(reason ? { cancelReason: reason } : {}),
      },
      note: reason,
      owes: [
        ...cancelHeardBy(ticket, isOwn, reason),
        ...watchersHear(ticket, context, 'watchedCancelled', reason),
        ...reachesReports(ticket, 'cancelled', reason),
      ],
    });
  };

/** The requester hears of somebody else's cancel; of their own one, the agents who were at work. */
function cancelHeardBy(ticket: Ticket, isOwn: boolean, note: string | undefined): readonly Owed[] {
  if (!isOwn) return [{ notice: 'cancelled', to: 'requester', note }];
  return ticket.assignee ? [{ notice: 'requesterCancelled', to: 'agents', note }] : [];
}

/** What nobody has to think of any more. */
export function needless({ promises, snooze }: Ticket): TicketPatch {
  return {
    ...(promises.length > 0 ? { promises: dropped(promises) } : {}),
    ...(snooze ? { snooze: undefined } : {}),
  };
}

/** Everybody who reported the same is asked in their own ticket. */
function reachesReports({ affected = [] }: Ticket, spread: Spread, note: string | undefined): readonly Owed[] {
  return affected.length > 0 ? [{ spread, note }] : [];
}

/** Who watches is told how it ended, but for who ended it, and for who hears it in a ticket of their own. */
export function watchersHear(
  ticket: Ticket,
  { by }: MoveContext,
  notice: Notice,
  note: string | undefined,
): readonly Owed[] {
  const own = new Set((ticket.affected ?? []).map(({ person }) => person));
  const told = ticket.watchers.filter((person) => person !== by && person !== ticket.requester && !own.has(person));
  return told.map((person) => ({ notice, to: { person }, note }));
}

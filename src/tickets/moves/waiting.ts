import { changeOf, type Move } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import type { HoldReason } from '../ticket.ts';

/** The ticket waits. When it waits for the requester, the requester is told what for. */
export const hold =
  (reason: HoldReason, note: string | undefined, { until, vendor }: HoldFacts = {}): Move =>
  (ticket, context) => {
    requireStart('hold', ticket);
    return changeOf(ticket, context, 'hold', {
      set: {
        status: 'on_hold',
        hold: {
          reason,
          since: context.now,
          ...(note ? { note } : {}),
          ...(until ? { until } : {}),
          ...(vendor ? { vendor } : {}),
        },
      },
      note,
      owes: reason === 'requester' ? [{ notice: 'needsYou', to: 'requester', note }] : [],
    });
  };

export interface HoldFacts {
  readonly until?: Date | undefined;
  /** Which of desk.yaml's vendors it waits for. */
  readonly vendor?: string | undefined;
}

/** Work goes on. */
export const resume: Move = (ticket, context) => {
  requireStart('resume', ticket);
  return changeOf(ticket, context, 'resume', { set: { status: 'in_progress', hold: undefined } });
};

import { changeOf, type Move } from '../change.ts';
import { keptBy } from './promising.ts';

/** An agent's words reached the requester: the first ones stop the respond clock, all of them the update clock, and keep what was promised. */
export const reply =
  (remark: string): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'reply', {
      set: {
        ...(ticket.respondedAt ? {} : { respondedAt: context.now }),
        ...(ticket.promises.length > 0 ? { promises: keptBy(ticket.promises) } : {}),
      },
      note: remark,
      ...(ticket.outage && ticket.affected?.length ? { owes: [{ spread: 'said', note: remark } as const] } : {}),
    });

/** The requester said something; what waited for them goes on. */
export const hear: Move = (ticket, context) =>
  changeOf(ticket, context, 'hear', {
    set:
      ticket.status === 'on_hold' && ticket.hold?.reason === 'requester'
        ? { status: 'in_progress', hold: undefined }
        : {},
  });

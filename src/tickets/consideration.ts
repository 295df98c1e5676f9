import type { MoveContext, Owed, TicketPatch } from './change.ts';
import type { Ticket } from './ticket.ts';

/** One way of thinking about a new ticket: what it is about, whether there is one like it, what may solve it. */
export interface Consideration {
  readonly name: string;
  /**
   * May be called again for the same ticket, when its requester wants to go on or after a crash.
   * @returns undefined when it has nothing to say. A throw is logged and counts as nothing.
   */
  of(ticket: Ticket, soFar: SoFar): Promise<Finding | undefined>;
}

/** What the considerations before have done. */
export interface SoFar {
  /** One of them has turned to the requester with something to answer: nothing else is asked for now. */
  readonly isAsked: boolean;
}

export interface Finding {
  /** It turns to the requester with something to answer. */
  readonly isAsking: boolean;
  /**
   * Made from the newest state of the ticket, which may have changed since it was thought about.
   * @returns undefined when it is of no use any more
   */
  readonly step: (ticket: Ticket, context: MoveContext) => ConsiderationStep | undefined;
}

export interface ConsiderationStep {
  readonly set: TicketPatch;
  readonly owes?: readonly Owed[];
}

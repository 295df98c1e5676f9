import type { Move } from '../tickets/change.ts';
import { assignTo } from '../tickets/moves/assignment.ts';
import { may } from '../tickets/permissions.ts';
import { Refusal } from '../tickets/refusal.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Doer, TicketService } from '../tickets/ticket-service.ts';
import type { DutyService } from './duty-service.ts';

export interface HandingOver {
  readonly duty: DutyService;
  readonly tickets: TicketService;
  readonly now: Date;
}

/** What became of a ticket that was to be handed over; without `to` nobody was there for it, and it stays. */
export interface HandedOver {
  readonly ticket: Ticket;
  readonly to?: string;
}

/**
 * Gives everything that somebody holds to whom each team's way of assignment chooses, as far as the doer may do that. What
 * somebody else has taken or ended meanwhile is theirs, and left out.
 */
export async function handOverFrom(
  holder: string,
  doer: Doer,
  { duty, tickets, now }: HandingOver,
): Promise<readonly HandedOver[]> {
  const held = (await duty.heldBy(holder)).filter((ticket) => may(doer.actor, 'assign', ticket));
  // All are asked for at once, so that each choice counts the others.
  const choices = await Promise.all(held.map((ticket) => duty.choose(ticket, now)));
  const done: HandedOver[] = [];
  for (const [at, ticket] of held.entries()) {
    const choice = choices[at];
    if (!choice || !('person' in choice)) {
      done.push({ ticket });
      continue;
    }
    const changed = await tickets.change(ticket.key, doer, 'assign', passOn(holder, choice.person)).catch(onlyRefusals);
    if (changed) done.push({ ticket: changed, to: choice.person });
  }
  return done;
}

function passOn(from: string, to: string): Move {
  return (ticket, context) => {
    if (ticket.assignee !== from) throw new Refusal({ kind: 'changedMeanwhile', key: ticket.key });
    return assignTo(to)(ticket, context);
  };
}

function onlyRefusals(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

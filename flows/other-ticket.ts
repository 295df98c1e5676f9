import type { FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import type { Doer } from '../src/tickets/ticket-service.ts';
import { contextFor } from './acting.ts';

/** The ticket that the form's `key` names; when there is none that this person may see, the form says so and stays. */
export async function otherTicket(
  turn: Turn<FormEvent>,
  desk: Desk,
  person: Person,
  doer: Doer,
): Promise<Ticket | undefined> {
  const key = String(turn.event.values.key ?? '')
    .trim()
    .toUpperCase();
  try {
    return await desk.tickets.get(key, doer.actor);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    turn.formProblem('key', (await contextFor(desk, person)).words.problems.noSuchTicket);
    return undefined;
  }
}

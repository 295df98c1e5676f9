import { changeOf, type Move, type MoveContext, type Owed, type TicketPatch } from '../change.ts';
import type { ConsiderationStep, Finding } from '../consideration.ts';
import type { Ticket } from '../ticket.ts';

/** What was found out about a ticket, in one write. */
export const consider =
  (findings: readonly Finding[]): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'consider', stepOf(findings, ticket, context));

/** Each finding is made from what those before it have made of the ticket. */
export function stepOf(
  findings: readonly Finding[],
  ticket: Ticket,
  context: MoveContext,
): Required<ConsiderationStep> {
  let set: TicketPatch = {};
  const owes: Owed[] = [];
  for (const { step } of findings) {
    const taken = step({ ...ticket, ...set } as Ticket, context);
    set = { ...set, ...taken?.set };
    owes.push(...(taken?.owes ?? []));
  }
  return { set, owes };
}

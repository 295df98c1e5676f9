import type { Form } from '../src/chat/form.ts';
import type { Desk } from '../src/desk.ts';
import type { MoveName } from '../src/tickets/history.ts';
import { requireStart } from '../src/tickets/lifecycle.ts';
import { type PermittedAction, requirePermission } from '../src/tickets/permissions.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import type { ViewContext } from '../src/views/view-context.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/**
 * A button that opens a form about a ticket. Who may not send it in, or not any more, hears so before typing.
 * @param move the move that the form leads to; left out when it may start anywhere
 */
export const opens =
  (
    action: PermittedAction,
    move: MoveName | undefined,
    form: (ticket: Ticket, context: ViewContext, desk: Desk) => Form,
  ): ActionFlow =>
  async (turn, desk) => {
    const { person, doer } = await whoActs(turn, desk);
    const ticket = await desk.tickets.get(turn.event.value, doer.actor);
    requirePermission(doer.actor, action, ticket);
    if (move) requireStart(move, ticket);
    await turn.openForm(form(ticket, await contextFor(desk, person, [ticket]), desk));
  };

import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { escalateToTeam, escalateUp } from '../src/tickets/moves/escalation.ts';
import { maySee } from '../src/tickets/permissions.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { escalateForm } from '../src/views/forms/escalate-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks where to: another team, or up. */
export const askWhereToEscalate = opens('escalate', 'escalateTeam', (ticket, context, desk) =>
  escalateForm(ticket, desk.config().teams, context),
);

/** Another team gets the ticket, or whoever leads hears of it. */
export const escalateTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { to, note } = turn.event.values;
  const reason = typeof note === 'string' ? note : undefined;
  const key = turn.event.value;
  if (to === 'up') {
    const told = await whoLeads(desk, await desk.tickets.get(key, doer.actor));
    const ticket = await desk.tickets.change(key, doer, 'escalate', escalateUp(told, reason));
    return sayDone(turn, desk, person, ticket, ({ words }) => words.done.escalatedUp(key, ticket.level));
  }
  const team = desk.config().teams.find(({ id }) => `team:${id}` === to);
  if (!team) return turn.formProblem('to', (await contextFor(desk, person)).words.problems.required);
  const ticket = await desk.tickets.change(key, doer, 'escalate', escalateToTeam(team.id, reason));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.assignedToTeam(key, team.name));
};

/**
 * The team's leads first; from the second level on, and for a team without leads, the managers too. Who may not know of the
 * ticket is left out.
 */
async function whoLeads(desk: Desk, ticket: Ticket): Promise<readonly string[]> {
  const { teams, people } = desk.config();
  const leads = teams.find(({ id }) => id === ticket.team)?.leads ?? [];
  const entries = ticket.level > 1 || leads.length === 0 ? [...leads, ...people.managers] : leads;
  const found = await Promise.all([...new Set(entries)].map((entry) => desk.people.byEntry(entry)));
  const isTold = (person: Person) => person.isActive && maySee(desk.people.actor(person), ticket);
  return found.flatMap((person) => (person && isTold(person) ? [person.id] : []));
}

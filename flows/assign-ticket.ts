import type { FormEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { isAgent, rolesOf } from '../src/people/roles.ts';
import { assignTo } from '../src/tickets/moves/assignment.ts';
import { escalateToTeam } from '../src/tickets/moves/escalation.ts';
import { Refusal } from '../src/tickets/refusal.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { dateSpan } from '../src/views/dates.ts';
import { doneCard } from '../src/views/done-card.ts';
import { assignForm } from '../src/views/forms/assign-form.ts';
import { personSpan } from '../src/views/ticket-facts.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks to whom: a person, or another team. */
export const askWhomToAssign = opens('assign', 'assign', (ticket, context, desk) =>
  assignForm(ticket, desk.config().teams, context),
);

/** The ticket goes to a person, or to a team, which then has it unassigned. */
export const assignTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { person: toPerson, team } = turn.event.values;
  const key = turn.event.value;
  if (typeof toPerson === 'string') {
    const assignee = await agentBehind(toPerson, desk);
    const ticket = await desk.tickets.change(key, doer, 'assign', assignTo(assignee.id));
    await sayDone(turn, desk, person, ticket, (context) =>
      context.words.done.assignedTo(key, personSpan(assignee.id, context)),
    );
    return tellIfAway(turn, desk, person, ticket);
  }
  if (typeof team === 'string') {
    const ticket = await desk.tickets.change(key, doer, 'assign', escalateToTeam(team));
    return sayDone(turn, desk, person, ticket, ({ words, teamName }) => words.done.assignedToTeam(key, teamName(team)));
  }
  const { words } = await contextFor(desk, person);
  turn.formProblem('person', words.problems.personOrTeam);
};

/** Whoever gives a ticket to somebody who is away is told so: a picker of people cannot say it. */
async function tellIfAway(turn: Turn<FormEvent>, desk: Desk, person: Person, ticket: Ticket): Promise<void> {
  const { key, assignee = '' } = ticket;
  const absence = await desk.duty.absenceOf(assignee, desk.clock.now());
  if (!absence || assignee === person.id) return;
  const context = await contextFor(desk, person, [ticket]);
  const until = dateSpan(absence.until, 'dateTime', context);
  await turn.whisper(doneCard(context.words.duty.assigneeIsAway(key, personSpan(assignee, context), until)));
}

/** @throws Refusal when this person works in no team */
async function agentBehind(ref: string, desk: Desk) {
  const person = await desk.people.byRef(ref);
  if (!person.isActive || !isAgent(rolesOf(person, desk.config()))) {
    throw new Refusal({ kind: 'notAnAgent', person: person.id });
  }
  return person;
}

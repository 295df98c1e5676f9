import type { CommandEvent, MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { hear } from '../src/tickets/moves/talking.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';

/**
 * Somebody wants a person, and says nothing else. Who has an open ticket is heard there, by whoever works on it; for
 * everybody else one is raised, so that a person comes.
 * @param raise opens the ticket
 */
export async function handToHuman(
  turn: Turn<MessageEvent | CommandEvent>,
  desk: Desk,
  raise: (title: string) => Promise<{ readonly ticket: Ticket }>,
): Promise<void> {
  const { person } = await whoActs(turn, desk);
  const open = await openTicketOf(turn, desk);
  if (open) await tellAgents(turn, desk, open, person);
  const { words } = await desk.contexts.for(undefined);
  const ticket = open ?? (await raise(words.triage.human.title)).ticket;
  const context = await contextFor(desk, person, [ticket]);
  const { comes, alreadyWith, waiting } = context.words.triage.human;
  const team = context.teamName(ticket.team);
  const taken = ticket.assignee ? alreadyWith(ticket.key, context.person(ticket.assignee)) : waiting(ticket.key, team);
  await turn.whisper(doneCard(open ? taken : comes(ticket.key, team)));
}

/** The newest one; none when this very message has raised it. */
async function openTicketOf(turn: Turn<MessageEvent | CommandEvent>, desk: Desk): Promise<Ticket | undefined> {
  const { event } = turn;
  const { person, doer } = await whoActs(turn, desk);
  const isRaised = await desk.ticketStore.findBySource(event.kind === 'message' ? event.message : event.id);
  if (isRaised) return undefined;
  const { lines } = await desk.tickets.list({ kind: 'openOf', person: person.id }, doer.actor, 0, 1);
  return lines[0] && desk.ticketStore.find(lines[0].key);
}

/** The words reach the agents as all others do. */
async function tellAgents(
  { event }: Turn<MessageEvent | CommandEvent>,
  desk: Desk,
  ticket: Ticket,
  person: Person,
): Promise<void> {
  await desk.remarks.insert({
    ...{ id: event.kind === 'message' ? event.message : `form:${event.id}`, ticket: ticket.key, author: person.id },
    ...{ side: 'requester', visibility: 'public', text: event.text, files: [], at: event.at },
    ...{ isDescription: false, version: 1, copies: [], owing: true },
    ...(event.kind === 'message' ? { thread: event.thread } : {}),
  });
  await desk.tickets.changeByDesk(ticket.key, person.id, event.id, hear);
  await desk.courier.said(ticket.key);
}

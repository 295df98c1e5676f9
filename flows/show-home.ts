import type { ChatEvent } from '../src/chat/event.ts';
import { may } from '../src/tickets/permissions.ts';
import { homePage } from '../src/views/home-page.ts';
import { contextFor, whoActs } from './acting.ts';
import type { Flow } from './flow.ts';
import { dueSoonFor } from './list-tickets.ts';

const rows = 10;

/** Draws a person's home: their issues and, for agents, what there is to do. */
export const showHome: Flow<ChatEvent> = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { actor } = doer;
  const list = (scope: Parameters<typeof desk.tickets.list>[0]) => desk.tickets.list(scope, actor, 0, rows);
  const isLead = actor.leadOf.length > 0;
  const now = desk.clock.now();
  const [mine, assigned, unclaimed, dueSoon, absence, away] = await Promise.all([
    list({ kind: 'raisedBy', person: person.id }),
    list({ kind: 'assignedTo', person: person.id }),
    list({ kind: 'unclaimed', teams: actor.agentOf }),
    isLead ? list(dueSoonFor(actor, now)) : undefined,
    desk.duty.absenceOf(person.id, now),
    desk.duty.holdingsFor(actor, now),
  ]);
  const awayUntil = absence ? { awayUntil: absence.until } : {};
  const agent = actor.agentOf.length > 0 ? { agent: { assigned, unclaimed, ...awayUntil } } : {};
  const lead = dueSoon ? { dueSoon } : {};
  const heldByAway = away.map(({ absence: one, tickets }) => ({
    absence: one,
    tickets: tickets.map((ticket) => ({ ticket, mayAssign: may(actor, 'assign', ticket) })),
  }));
  const holders = away.map(({ absence: { person: holder } }) => holder);
  const context = await contextFor(desk, person, [], holders);
  await turn.showHome(homePage({ mine, ...agent, ...lead, heldByAway }, context));
};

import { changeOf, type Move } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import { Refusal } from '../refusal.ts';
import type { CardSlot, Ticket } from '../ticket.ts';

/** Functional escalation: another team has it now, unassigned; its clocks go on. */
export const escalateToTeam =
  (team: string, note?: string): Move =>
  (ticket, context) => {
    requireStart('escalateTeam', ticket);
    if (team === ticket.team) throw new Refusal({ kind: 'sameTeam', key: ticket.key, team });
    return changeOf(ticket, context, 'escalateTeam', {
      set: {
        team,
        status: 'new',
        assignee: undefined,
        hold: undefined,
        cards: cardsForTeam(ticket.cards, team),
        ...(ticket.assignee ? { reassignCount: ticket.reassignCount + 1 } : {}),
      },
      note,
    });
  };

/** Hierarchical escalation: the ticket stays where it is, and whoever leads is told; the team, when nobody above may know of it. */
export const escalateUp =
  (tell: readonly string[], note?: string): Move =>
  (ticket, context) => {
    requireStart('escalateUp', ticket);
    const others = tell.filter((person) => person !== context.by).map((person) => ({ person }));
    const hearers = others.length > 0 ? others : (['agents'] as const);
    return changeOf(ticket, context, 'escalateUp', {
      set: { level: ticket.level + 1 },
      note,
      owes: hearers.map((to) => ({ notice: 'escalatedUp', to, note })),
    });
  };

/** The new team's slot lives, the others shrink to a line. A team that had the ticket before gets a new card. */
export function cardsForTeam(cards: readonly CardSlot[], team: string): readonly CardSlot[] {
  const moved = cards.map((slot) => (slot.card === 'agent' ? { ...slot, state: 'moved' as const } : slot));
  return [...moved, agentSlot(team, moved.length)];
}

/** @param turn makes the id unique when a ticket comes back to a team */
export function agentSlot(team: string, turn: number): CardSlot {
  return { id: turn <= 1 ? `agent:${team}` : `agent:${team}:${turn}`, card: 'agent', team, drawn: 0, state: 'live' };
}

/** The agents' threads in which the ticket lives now. */
export function liveAgentThreads(ticket: Pick<Ticket, 'cards'>): readonly string[] {
  return ticket.cards.flatMap((slot) =>
    slot.card === 'agent' && slot.state === 'live' && slot.thread ? [slot.thread] : [],
  );
}

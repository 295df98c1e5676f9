import type { ActionEvent, CommandEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { clocksOf } from '../src/sla/clock.ts';
import { clockRulesOf } from '../src/sla/clock-rules.ts';
import { explain } from '../src/sla/explain.ts';
import { momentsOf } from '../src/sla/moments-of.ts';
import { may } from '../src/tickets/permissions.ts';
import { peopleInStory } from '../src/views/clock-story.ts';
import { explanationCard } from '../src/views/explanation-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/**
 * Tells one person why a ticket is due when it is: everybody who may see it. What teams and vendors agreed on is for
 * those who work at the desk.
 */
export async function explainTicketTo(turn: Turn<ActionEvent | CommandEvent>, desk: Desk, key: string): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(key, doer.actor);
  const rules = clockRulesOf(desk.config());
  const all = clocksOf({ moments: momentsOf(ticket, ticket.groups), rules, now: desk.clock.now() });
  const isAtDesk = may(doer.actor, 'note', ticket);
  const clocks = all.filter(({ level }) => isAtDesk || level.with === undefined);
  const named = clocks.flatMap((clock) => peopleInStory(explain(clock)));
  await turn.whisper(explanationCard(ticket, clocks, person, await contextFor(desk, person, [ticket], named)));
}

export const explainTicket: ActionFlow = (turn, desk) => explainTicketTo(turn, desk, turn.event.value);

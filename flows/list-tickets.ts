import type { ChatEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Actor } from '../src/tickets/permissions.ts';
import type { TicketScope } from '../src/tickets/ticket-store.ts';
import { dueSoonHours, type ListFacts, listIds, ticketList } from '../src/views/ticket-list.ts';
import type { Words } from '../src/words/words.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

const pageSize = 10;

/** Shows one page of a list: `mine`, `assigned`, `unclaimed`, `dueSoon`, or `find <words>`. Confidential tickets of others are in none. */
export async function showList(
  turn: Turn<ChatEvent>,
  desk: Desk,
  id: string,
  page: number,
  isTurning: boolean,
): Promise<void> {
  const { person, doer } = await whoActs(turn, desk);
  const tickets = await desk.tickets.list(scopeOf(id, doer.actor, desk.clock.now()), doer.actor, page, pageSize);
  const context = await contextFor(desk, person);
  const card = ticketList(tickets, { id, ...namesOf(id, context.words) }, context);
  await (isTurning ? turn.replace(card) : turn.whisper(card));
}

/** *Next* and *Previous*: a list that was whispered turns its page; from home it is shown anew. */
export const turnPage: ActionFlow = async (turn, desk) => {
  const at = turn.event.value.lastIndexOf(':');
  const page = Number(turn.event.value.slice(at + 1)) || 0;
  await showList(turn, desk, turn.event.value.slice(0, at), page, turn.event.clickedIn === 'whisper');
};

/** Open tickets of the teams that somebody leads that are overdue or due soon. */
export function dueSoonFor({ leadOf }: Actor, now: Date): TicketScope {
  return { kind: 'dueSoon', teams: leadOf, before: new Date(now.getTime() + dueSoonHours * 3_600_000) };
}

function scopeOf(id: string, actor: Actor, now: Date): TicketScope {
  if (id.startsWith('find ')) return { kind: 'words', text: id.slice('find '.length) };
  if (id === 'assigned') return { kind: 'assignedTo', person: actor.id };
  if (id === listIds.dueSoon) return dueSoonFor(actor, now);
  if (id === 'unclaimed') return { kind: 'unclaimed', teams: actor.agentOf };
  return { kind: 'raisedBy', person: actor.id };
}

function namesOf(id: string, { lists }: Words): Omit<ListFacts, 'id'> {
  if (id.startsWith('find ')) return { title: lists.found(id.slice('find '.length)), empty: lists.foundEmpty };
  if (id === 'assigned') return { title: lists.assigned, empty: lists.assignedEmpty };
  if (id === listIds.dueSoon)
    return {
      title: lists.breachingSoon,
      empty: lists.breachingSoonEmpty(dueSoonHours),
      hint: lists.breachingWithin(dueSoonHours),
    };
  if (id === 'unclaimed') return { title: lists.unclaimed, empty: lists.unclaimedEmpty };
  return { title: lists.mine, empty: lists.mineEmpty };
}

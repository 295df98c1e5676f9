import type { ChatEvent } from '../src/chat/event.ts';
import { homePage } from '../src/views/home-page.ts';
import { contextFor, whoActs } from './acting.ts';
import type { Flow } from './flow.ts';

const rows = 10;

/** Draws a person's home: their issues and, for agents, what there is to do. */
export const showHome: Flow<ChatEvent> = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { actor } = doer;
  const list = (scope: Parameters<typeof desk.tickets.list>[0]) => desk.tickets.list(scope, actor, 0, rows);
  const [mine, assigned, unclaimed] = await Promise.all([
    list({ kind: 'raisedBy', person: person.id }),
    list({ kind: 'assignedTo', person: person.id }),
    list({ kind: 'unclaimed', teams: actor.agentOf }),
  ]);
  const agent = actor.agentOf.length > 0 ? { agent: { assigned, unclaimed } } : {};
  await turn.showHome(homePage({ mine, ...agent, isLead: actor.leadOf.length > 0 }, await contextFor(desk, person)));
};

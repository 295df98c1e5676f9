import type { ActionEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { namingOf } from '../src/outages/naming.ts';
import type { Person } from '../src/people/person.ts';
import { goAlone, join } from '../src/tickets/moves/joining.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import type { AlikeOffer } from '../src/tickets/ticket-outage.ts';
import { doneCard } from '../src/views/done-card.ts';
import { joinedCard } from '../src/views/joined-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';

/** *Me too*: somebody has the same trouble, so their ticket becomes one report of that incident. */
export const joinIncident: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'join', ticket);
  const { alike } = ticket;
  if (!alike) return turn.whisper(doneCard((await words(desk, person)).notOffered(ticket.key))).then(() => {});
  if (ticket.partOf) return showJoined(turn, desk, person, ticket);
  const incident = await desk.outages.alike.rootOf(alike.to);
  if (!incident || !isStillJoinable(incident, ticket)) return sayItIsOver(turn, desk, person, ticket);
  const offer: AlikeOffer = { ...alike, ...(await offerOf(desk, incident, alike)), state: 'joined' };
  const joined = await desk.tickets.change(ticket.key, doer, 'join', join(incident.key, offer));
  await showJoined(turn, desk, person, joined);
};

/** *Something else*: theirs is looked at on its own, before or after they had joined. */
export const goOnAlone: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const ticket = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'join', ticket);
  const isAlone = !ticket.partOf && ticket.alike?.state !== 'offered';
  if (!isAlone) await desk.tickets.change(ticket.key, doer, 'join', goAlone('other', [{ consider: true }]));
  await turn.replace(doneCard((await words(desk, person)).alone(ticket.key)));
};

async function showJoined(turn: Turn<ActionEvent>, desk: Desk, person: Person, ticket: Ticket): Promise<void> {
  await turn.replace(joinedCard(ticket, await contextFor(desk, person, [ticket])));
}

/** It was fixed before they answered: their own ticket goes on, and what comes next is asked. */
async function sayItIsOver(turn: Turn<ActionEvent>, desk: Desk, person: Person, ticket: Ticket): Promise<void> {
  if (ticket.alike?.state === 'offered')
    await desk.tickets.changeByDesk(ticket.key, person.id, turn.event.id, goAlone('over', [{ consider: true }]));
  await turn.replace(doneCard((await words(desk, person)).overMeanwhile(ticket.key)));
}

/** What was offered may have become part of something else since. */
async function offerOf(desk: Desk, incident: Ticket, { to, naming }: AlikeOffer) {
  if (incident.key === to) return { to, naming };
  return { to: incident.key, naming: await namingOf(incident, (place) => desk.outages.isPublic(place)) };
}

function isStillJoinable(incident: Ticket, ticket: Ticket): boolean {
  return incident.key !== ticket.key && isOpen(incident) && !incident.confidential;
}

async function words(desk: Desk, person: Person) {
  return (await contextFor(desk, person)).words.outages;
}

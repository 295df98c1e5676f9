import type { ActionEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import { meTooSource } from '../src/outages/me-too-source.ts';
import { join } from '../src/tickets/moves/joining.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { type Acting, contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { raiseIssue } from './raise-issue.ts';

/** *Me too* on the status card of an outage: who has not written yet is told of its end, too. */
export const joinOutage: ActionFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const { person, doer } = acting;
  const { words } = await contextFor(desk, person);
  const parent = await desk.tickets.find(turn.event.value);
  if (!parent?.outage || parent.confidential || !isOpen(parent)) {
    await turn.whisper(doneCard(words.outages.outageOver(turn.event.value)));
    return;
  }
  const own = await ownReport(turn, desk, acting, parent);
  const offer = {
    to: parent.key,
    naming: { kind: 'outage', title: parent.title, since: parent.openedAt },
    at: turn.event.at,
    state: 'joined',
  } as const;
  if (own.partOf?.ticket !== parent.key)
    await desk.tickets.changeByDesk(own.key, person.id, `${doer.event}:join`, join(parent.key, offer));
  await turn.whisper(doneCard(words.outages.joinedOutage(own.key, parent.title)));
};

/** The ticket with which they are part of it already, else a new one. */
async function ownReport(
  turn: Turn<ActionEvent>,
  desk: Desk,
  { person, doer }: Acting,
  parent: Ticket,
): Promise<Ticket> {
  const { key, title, team, service, affected = [] } = parent;
  const own = affected.filter((one) => one.person === person.id);
  for (const { ticket } of own) {
    const before = await desk.tickets.find(ticket);
    if (before && isOpen(before)) return before;
  }
  const { words } = await contextFor(desk, person);
  const { ticket } = await raiseIssue(desk, {
    words: words.outages.ownWords(title),
    ...{ requester: person, raisedBy: person, at: turn.event.at, event: doer.event, isShared: false, team },
    source: meTooSource(key, person.id, own.length),
    said: { service },
  });
  return ticket;
}

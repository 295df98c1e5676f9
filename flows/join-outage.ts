import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { join } from '../src/tickets/moves/joining.ts';
import { isOpen, type Ticket } from '../src/tickets/ticket.ts';
import { doneCard } from '../src/views/done-card.ts';
import { contextFor, whoActs } from './acting.ts';
import type { ActionFlow } from './flow.ts';
import { raiseIssue } from './raise-issue.ts';

/** *Me too* on the status card of an outage: who has not written yet is told of its end, too. */
export const joinOutage: ActionFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { words } = await contextFor(desk, person);
  const parent = await desk.tickets.find(turn.event.value);
  if (!parent?.outage || parent.confidential || !isOpen(parent)) {
    await turn.whisper(doneCard(words.outages.outageOver(turn.event.value)));
    return;
  }
  const own = await ownReport(desk, person, parent);
  const offer = {
    to: parent.key,
    naming: { kind: 'outage', title: parent.title, since: parent.openedAt },
    at: turn.event.at,
    state: 'joined',
  } as const;
  if (own.partOf?.ticket !== parent.key)
    await desk.tickets.changeByDesk(own.key, person.id, doer.event, join(parent.key, offer));
  await turn.whisper(doneCard(words.outages.joinedOutage(own.key, parent.title)));

  /** The ticket with which they are part of it already, else a new one. */
  async function ownReport(
    at: Desk,
    who: Person,
    { key, title, team, service, affected = [] }: Ticket,
  ): Promise<Ticket> {
    const known = affected.find(({ person: one }) => one === who.id);
    const before = known && (await at.tickets.find(known.ticket));
    if (before && isOpen(before)) return before;
    const { ticket } = await raiseIssue(at, {
      words: words.outages.ownWords(title),
      ...{ requester: who, raisedBy: who, at: turn.event.at, event: doer.event, isShared: false, team },
      source: {
        via: 'form',
        key: `meToo:${key}:${who.id}:${affected.filter((one) => one.person === who.id).length}`,
        files: [],
      },
      said: { service },
    });
    return ticket;
  }
};

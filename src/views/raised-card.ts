import type { Card } from '../chat/card.ts';
import { link, type Text } from '../chat/text.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { showButton } from './card-buttons.ts';
import { summaryOf } from './card-summary.ts';
import { paragraph, ticketTitle } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

export interface RaisedFacts {
  /** Leads to where the talk is, when that is not the direct message. */
  readonly permalink?: string;
  /** False when the same words had raised a ticket before. */
  readonly isNew: boolean;
}

/** Tells the person who raised it, privately, what became of it and where the talk goes on. */
export function raisedCard(ticket: Ticket, context: ViewContext, { permalink, isNew }: RaisedFacts): Card {
  const { words, deskName } = context;
  const { talk } = words;
  const isOwn = ticket.raisedBy === ticket.requester;
  const where: Text | undefined = permalink
    ? [link(talk.openThread, permalink)]
    : isOwn
      ? talk.inDirectMessage(deskName)
      : undefined;
  return {
    title: ticketTitle(ticket),
    blocks: [
      paragraph(isNew ? raised(ticket, context) : talk.raisedBefore),
      ...(where === undefined ? [] : [paragraph(where)]),
    ],
    buttons: [showButton(ticket.key, words)],
    ...summaryOf(ticket, context),
  };
}

function raised({ raisedBy, requester, team }: Ticket, { words, person, teamName }: ViewContext): Text {
  if (raisedBy === requester) return words.talk.raised(teamName(team));
  return words.talk.raisedFor(person(requester), teamName(team));
}

import type { Button, Card } from '../chat/card.ts';
import type { SecretDrop } from '../secrets/secret-drop.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import { paragraph, personSpan, quiet, ticketTitle } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** On the agents' card: the requester is asked for a secret. */
export function askSecretButtons(
  ticket: Pick<Ticket, 'key' | 'status'>,
  { secretDrops }: ViewContext['words'],
): readonly Button[] {
  return isOpen(ticket) ? [{ label: secretDrops.send, action: 'secret.ask', value: ticket.key }] : [];
}

/** @param about a ticket's key, or `mine` */
export function offerSecretButton(about: string, { secretDrops }: ViewContext['words']): Button {
  return { label: secretDrops.send, action: 'secret.offer', value: about };
}

/** To who shall enter a secret, or wants to: where. Harmless to see for nobody else. */
export function enterSecretCard(drop: SecretDrop, url: string, ticket: Ticket, context: ViewContext): Card {
  const { secretDrops } = context.words;
  const isWanted = drop.askedBy !== drop.from;
  return {
    title: ticketTitle(ticket),
    blocks: [
      paragraph(
        isWanted
          ? secretDrops.wanted(ticket.key, personSpan(drop.askedBy, context), url)
          : secretDrops.enter(ticket.key, url),
      ),
      quiet(secretDrops.enterHint(dateSpan(drop.expiresAt, 'dateTime', context))),
    ],
    mark: { id: `secret:${drop.id}:enter`, ticket: ticket.key },
  };
}

/** To the agent who asked. */
export function secretAskedCard({ key, requester }: Ticket, context: ViewContext): Card {
  const { secretDrops } = context.words;
  return {
    blocks: [paragraph(secretDrops.asked(key, personSpan(requester, context))), quiet(secretDrops.askedHint)],
    buttons: [{ label: secretDrops.sendToRequester, action: 'secret.offer', value: key }],
  };
}

/**
 * To who may open it. The button says the key, which is kept nowhere else.
 * @param key undefined once it cannot be opened any more
 */
export function openSecretCard(drop: SecretDrop, key: string, ticket: Ticket, context: ViewContext): Card {
  const { secretDrops } = context.words;
  const say = drop.to === 'team' ? secretDrops.sentToTeam : secretDrops.sentToRequester;
  return {
    title: ticketTitle(ticket),
    blocks: [
      paragraph(say(ticket.key, personSpan(drop.from, context))),
      quiet(secretDrops.openHint(dateSpan(drop.expiresAt, 'dateTime', context))),
    ],
    buttons: [{ label: secretDrops.open, action: 'secret.open', value: `${drop.id} ${key}`, style: 'primary' }],
    mark: { id: `secret:${drop.id}:open`, ticket: ticket.key },
  };
}

/** To who clicked, alone. */
export function secretLinkCard(key: string, url: string, { words }: ViewContext): Card {
  return { blocks: [paragraph(words.secretDrops.openHere(key, url))] };
}

/** What has become of it, on both sides, in place of the links. */
export function secretStateCard(drop: SecretDrop, context: ViewContext, side: 'enter' | 'open'): Card {
  return {
    blocks: [paragraph(stateText(drop, context))],
    mark: { id: `secret:${drop.id}:${side}`, ticket: drop.ticket },
  };
}

function stateText({ state, ticket, from, opened }: SecretDrop, context: ViewContext) {
  const { secretDrops } = context.words;
  if (state === 'opened' && opened)
    return secretDrops.opened(ticket, personSpan(opened.by, context), dateSpan(opened.at, 'dateTime', context));
  return state === 'expired' ? secretDrops.expired(ticket) : secretDrops.filled(ticket, personSpan(from, context));
}

/** Somebody with several open tickets says for which one. */
export function whichTicketCard(
  tickets: readonly { readonly key: string; readonly title: string }[],
  { words }: ViewContext,
): Card {
  return {
    blocks: [
      paragraph(words.secretDrops.whichTicket),
      ...tickets.map((ticket) => ({
        kind: 'row' as const,
        text: ticketTitle(ticket),
        button: offerSecretButton(ticket.key, words),
      })),
    ],
  };
}

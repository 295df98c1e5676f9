import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { CardPlaces } from '../delivery/card-places.ts';
import type { ViewContexts } from '../delivery/view-contexts.ts';
import type { Log } from '../log.ts';
import type { PlacesService } from '../places/places-service.ts';
import type { Consideration } from '../tickets/consideration.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { Absorber } from './absorber.ts';
import { AlikeTickets } from './alike-ticket.ts';
import { considerAlike } from './consider-alike.ts';
import { considerRecurrence } from './consider-recurrence.ts';
import type { OutageStore } from './outage-store.ts';
import { OutageTeller } from './outage-teller.ts';
import { Outages } from './outages.ts';

export interface BuildOutagesParts {
  readonly store: OutageStore;
  readonly tickets: TicketService;
  readonly remarks: RemarkStore;
  readonly chat: Chat;
  readonly places: PlacesService;
  readonly cardPlaces: CardPlaces;
  readonly contexts: ViewContexts;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
}

/** Puts the parts together: what flows work with, and what is thought about new tickets. */
export function buildOutages(parts: BuildOutagesParts): {
  readonly outages: Outages;
  readonly considerations: readonly Consideration[];
} {
  const { store, tickets, chat, places, config, clock } = parts;
  const teller = new OutageTeller(parts);
  const absorber = new Absorber({
    ...{ store, tickets, clock, config },
    onChange: (id) => teller.begin(id),
    triage: (outage) => outages.triageCards(outage),
  });
  const alike = new AlikeTickets({ store, tickets, absorber, config });
  const outages: Outages = new Outages({
    ...{ store, absorber, alike, teller, tickets, chat, places, cardPlaces: parts.cardPlaces },
    now: () => clock.now(),
    log: parts.log,
  });
  const conversationOf = async (thread: string) =>
    (await outages.isPublic(thread)) ? chat.at(thread).conversationOf(thread) : undefined;
  return {
    outages,
    considerations: [
      considerAlike({ absorber, alike, conversationOf, isPublic: (thread) => outages.isPublic(thread) }),
      considerRecurrence({ store, tickets, gists: () => absorber.gists, config, clock }),
    ],
  };
}

import type { DeskParts } from './build-desk.ts';
import { Chat } from './chat/chat.ts';
import { CardDrawer } from './delivery/card-drawer.ts';
import { CardPlaces } from './delivery/card-places.ts';
import { Courier } from './delivery/courier.ts';
import { Delivery } from './delivery/delivery.ts';
import { NoticeTeller } from './delivery/notice-teller.ts';
import { RemarkCarrier, type RemarkFollower } from './delivery/remark-carrier.ts';
import { pendingOf } from './delivery/under-way.ts';
import { ViewContexts } from './delivery/view-contexts.ts';
import { SolvedTickets } from './help/solved-tickets.ts';
import { Spreader } from './outages/spreader.ts';
import { PeopleService } from './people/people-service.ts';
import { PlacesService } from './places/places-service.ts';
import type { Models } from './store/models.ts';
import { MongoDeliveryStore } from './store/mongo-delivery-store.ts';
import { MongoHeldStore } from './store/mongo-held-store.ts';
import { MongoPersonStore } from './store/mongo-person-store.ts';
import { MongoRemarkStore } from './store/mongo-remark-store.ts';
import { MongoSolvedSource } from './store/mongo-solved-source.ts';
import { MongoTicketStore } from './store/mongo-ticket-store.ts';
import { MongoTriageStore } from './store/mongo-triage-store.ts';
import type { Consideration } from './tickets/consideration.ts';
import { Thinker } from './tickets/thinker.ts';
import type { Ticket } from './tickets/ticket.ts';
import { TicketService } from './tickets/ticket-service.ts';
import { LearningTriage } from './triage/learning-triage.ts';

/** Who is there, and where things are said. */
export function buildGround({ adapters, config, clock }: DeskParts, models: Models) {
  const chat = new Chat(adapters);
  const people = new PeopleService({ store: new MongoPersonStore(models), chat, clock, config });
  const places = new PlacesService({ chat, config });
  return {
    ...{ chat, people, places },
    contexts: new ViewContexts(people, config, clock),
    cardPlaces: new CardPlaces({ chat, people, places, config }),
    remarks: new MongoRemarkStore(models),
    held: new MongoHeldStore(models),
  };
}
export type Ground = ReturnType<typeof buildGround>;

/** Tickets, and the courier that brings what they owe. */
export function buildTickets({ config, clock, journal, log, pace }: DeskParts, models: Models, ground: Ground) {
  const { chat, people, places, contexts, cardPlaces, remarks, held } = ground;
  const ticketStore = new MongoTicketStore(models);
  const deliveries = new MongoDeliveryStore(models);
  const find = (key: string) => ticketStore.find(key);
  const solved = new SolvedTickets({ source: new MongoSolvedSource(models), find, remarks, clock, log });
  const triage = new LearningTriage({ config, store: new MongoTriageStore(models), clock, log });
  const followers: ((ticket: Ticket) => void)[] = [];
  const busy: { readonly pending: number }[] = [];
  const remarkFollowers: RemarkFollower[] = [];
  const onChange = (ticket: Ticket, event: string) => {
    journal.concerns(event, ticket.key);
    triage.learn(ticket);
    solved.changed(ticket);
    courier.changed(ticket);
    for (const follow of followers) follow(ticket);
  };
  const tickets = new TicketService({ store: ticketStore, clock, rules: config, onChange });
  const considerations: Consideration[] = [];
  const onEnd = (key: string): Promise<void> => courier.said(key);
  const thinker = new Thinker({ considerations, tickets, onEnd, log });
  busy.push(thinker);
  const spreader = new Spreader({ tickets, remarks, onSaid: onEnd });
  const delivery = new Delivery({
    drawer: new CardDrawer({ chat, people, contexts, places: cardPlaces }),
    carrier: new RemarkCarrier({ chat, people, remarks, contexts, followers: remarkFollowers }),
    teller: new NoticeTeller({ chat, people, contexts }),
    ...{ remarks, tickets, thinker, spreader, places, held, clock, log },
  });
  const courier = new Courier({ store: deliveries, delivery, thoughts: pendingOf(busy), clock, log, pace });
  return {
    ticketStore,
    deliveries,
    tickets,
    courier,
    thinker,
    considerations,
    triage,
    solved,
    followers,
    busy,
    remarkFollowers,
  };
}
export type Core = ReturnType<typeof buildTickets>;

import type { ChatAdapter } from './chat/adapter.ts';
import { Chat } from './chat/chat.ts';
import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import { AnswerTeller } from './delivery/answer-teller.ts';
import { CardDrawer } from './delivery/card-drawer.ts';
import { CardPlaces } from './delivery/card-places.ts';
import { Courier } from './delivery/courier.ts';
import { Delivery } from './delivery/delivery.ts';
import { MorningTeller } from './delivery/morning-teller.ts';
import { NoticeTeller } from './delivery/notice-teller.ts';
import type { RedrawPace } from './delivery/redraw-pace.ts';
import { RemarkCarrier } from './delivery/remark-carrier.ts';
import { ViewContexts } from './delivery/view-contexts.ts';
import type { Desk } from './desk.ts';
import { DutyService } from './duty/duty-service.ts';
import { HandoverTeller } from './duty/handover-teller.ts';
import { Estimates } from './estimates/estimates.ts';
import { AlarmRinger } from './jobs/alarm-ringer.ts';
import { DigestSender } from './jobs/digest-sender.ts';
import { Forecaster } from './jobs/forecaster.ts';
import { SuperiorsOfTeams } from './jobs/superiors.ts';
import type { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { PeopleService } from './people/people-service.ts';
import { PlacesService } from './places/places-service.ts';
import { DigestNumbers } from './reports/digest-numbers.ts';
import type { Connection } from './store/connection.ts';
import { createIndexes, defineModels, type Models } from './store/models.ts';
import { MongoAbsenceStore } from './store/mongo-absence-store.ts';
import { MongoAlarmStore } from './store/mongo-alarm-store.ts';
import { MongoDeliveryStore } from './store/mongo-delivery-store.ts';
import { MongoDigestStore } from './store/mongo-digest-store.ts';
import { MongoEstimateSource } from './store/mongo-estimate-source.ts';
import { MongoHeldStore } from './store/mongo-held-store.ts';
import { MongoInboxStore } from './store/mongo-inbox-store.ts';
import { MongoPersonStore } from './store/mongo-person-store.ts';
import { MongoRemarkStore } from './store/mongo-remark-store.ts';
import { MongoReportSource } from './store/mongo-report-source.ts';
import { MongoSurveyStore } from './store/mongo-survey-store.ts';
import { MongoTicketStore } from './store/mongo-ticket-store.ts';
import { MongoTurnStore } from './store/mongo-turn-store.ts';
import { hearersOf } from './surveys/low-score.ts';
import { SurveyService } from './surveys/survey-service.ts';
import type { Ticket } from './tickets/ticket.ts';
import { TicketService } from './tickets/ticket-service.ts';

export interface DeskParts {
  readonly connection: Connection;
  /** Defined on the connection, their indexes made; done here when left out. */
  readonly models?: Models;
  readonly adapters: readonly ChatAdapter[];
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly log: Log;
  readonly pace?: RedrawPace;
}

export interface BuiltDesk {
  readonly desk: Desk;
  readonly ringer: AlarmRinger;
  readonly forecaster: Forecaster;
  readonly morning: MorningTeller;
  readonly handovers: HandoverTeller;
  readonly answerTeller: AnswerTeller;
  readonly digestSender: DigestSender;
  readonly stores: {
    readonly inbox: MongoInboxStore;
    readonly deliveries: MongoDeliveryStore;
    readonly digests: MongoDigestStore;
  };
}

/** The services that flows and jobs work with, on one database. */
export async function buildDesk(parts: DeskParts): Promise<BuiltDesk> {
  const { adapters, config, clock, journal, log } = parts;
  const models = parts.models ?? defineModels(parts.connection);
  if (parts.models === undefined) await createIndexes(models);
  const chat = new Chat(adapters);
  const people = new PeopleService({ store: new MongoPersonStore(models), chat, clock, config });
  const places = new PlacesService({ chat, config });
  const contexts = new ViewContexts(people, config, clock);
  const remarks = new MongoRemarkStore(models);
  const ticketStore = new MongoTicketStore(models);
  const deliveries = new MongoDeliveryStore(models);
  const tickets = new TicketService({
    store: ticketStore,
    clock,
    rules: config,
    onChange: (ticket, event) => {
      journal.concerns(event, ticket.key);
      courier.changed(ticket);
    },
  });
  const held = new MongoHeldStore(models);
  const cardPlaces = new CardPlaces({ chat, people, places, config });
  const delivery = new Delivery({
    drawer: new CardDrawer({ chat, people, contexts, places: cardPlaces }),
    carrier: new RemarkCarrier({ chat, people, remarks, contexts }),
    teller: new NoticeTeller({ chat, people, contexts }),
    remarks,
    tickets,
    places,
    held,
    clock,
    log,
  });
  const courier = new Courier({ store: deliveries, delivery, clock, log, pace: parts.pace });
  const estimates = new Estimates({ source: new MongoEstimateSource(models), config, clock, log });
  const absences = new MongoAbsenceStore(models);
  const duty = new DutyService({ absences, turns: new MongoTurnStore(models), people, config });
  const surveyStore = new MongoSurveyStore(models);
  const hearers = async (ticket: Ticket) =>
    hearersOf(await new SuperiorsOfTeams({ config, people }).of(ticket), ticket);
  const answerTeller = new AnswerTeller({
    ...{ store: surveyStore, tickets, remarks, chat, people, contexts, clock, log, hearers },
    lowScore: () => config().survey?.lowScore ?? 0,
    onSaid: (key) => courier.said(key),
  });
  const surveys = new SurveyService({
    ...{ store: surveyStore, clock, config, hearers, chance: Math.random },
    onAnswer: (survey) => answerTeller.tell(survey),
  });
  const digests = new MongoDigestStore(models);
  const digestNumbers = new DigestNumbers(new MongoReportSource(models), config);
  const desk = {
    ...{ config, chat, people, places, tickets, ticketStore, remarks, courier, contexts, estimates, duty },
    ...{ clock, journal, log, surveys, digests, digestNumbers },
  };
  const alarms = new MongoAlarmStore(models);
  const ringer = new AlarmRinger(desk, alarms, {
    chooseAssignee: (ticket, now) => duty.choose(ticket, now),
    maySurvey: (ticket, now) => surveys.mayAsk(ticket, now),
    isSurveyAnswered: (key) => surveys.isAnswered(key),
    isAbsent: (person, now) => duty.isAbsent(person, now),
  });
  const forecaster = new Forecaster(desk, alarms);
  const handovers = new HandoverTeller({ store: absences, duty, chat, people, contexts, clock, log });
  const morning = new MorningTeller({ store: held, chat, people, places, cardPlaces, contexts, tickets, clock, log });
  return {
    desk,
    ringer,
    forecaster,
    morning,
    handovers,
    answerTeller,
    digestSender: new DigestSender(desk),
    stores: { inbox: new MongoInboxStore(models), deliveries, digests },
  };
}

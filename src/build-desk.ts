import { buildHelp } from './build-help.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { buildModel, type ModelParts } from './build-model.ts';
import { buildSecrets } from './build-secrets.ts';
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
import { RemarkCarrier, type RemarkFollower } from './delivery/remark-carrier.ts';
import { pendingOf } from './delivery/under-way.ts';
import { ViewContexts } from './delivery/view-contexts.ts';
import type { Desk } from './desk.ts';
import { DutyService } from './duty/duty-service.ts';
import { HandoverTeller } from './duty/handover-teller.ts';
import { Estimates } from './estimates/estimates.ts';
import { solvedBefore } from './help/solved-before.ts';
import { SolvedTickets } from './help/solved-tickets.ts';
import { AlarmRinger } from './jobs/alarm-ringer.ts';
import { DigestSender } from './jobs/digest-sender.ts';
import { Forecaster } from './jobs/forecaster.ts';
import { SuperiorsOfTeams } from './jobs/superiors.ts';
import type { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { buildOutages } from './outages/build-outages.ts';
import { Spreader } from './outages/spreader.ts';
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
import { MongoOutageStore } from './store/mongo-outage-store.ts';
import { MongoPersonStore } from './store/mongo-person-store.ts';
import { MongoRemarkStore } from './store/mongo-remark-store.ts';
import { MongoReportSource } from './store/mongo-report-source.ts';
import { MongoSolvedSource } from './store/mongo-solved-source.ts';
import { MongoSurveyStore } from './store/mongo-survey-store.ts';
import { MongoTicketStore } from './store/mongo-ticket-store.ts';
import { MongoTriageStore } from './store/mongo-triage-store.ts';
import { MongoTurnStore } from './store/mongo-turn-store.ts';
import { hearersOf } from './surveys/low-score.ts';
import { SurveyService, type SurveyServiceParts } from './surveys/survey-service.ts';
import type { Consideration } from './tickets/consideration.ts';
import { Thinker } from './tickets/thinker.ts';
import type { Ticket } from './tickets/ticket.ts';
import { TicketService } from './tickets/ticket-service.ts';
import { AskForFacts } from './triage/ask-for-facts.ts';
import type { Assistant } from './triage/assistant.ts';
import { FillIn } from './triage/fill-in.ts';
import { LearningTriage } from './triage/learning-triage.ts';
import { LocalAssistant } from './triage/local-assistant.ts';

export interface DeskParts extends Pick<ModelParts, 'openai' | 'modelDeadlineMs'> {
  readonly connection: Connection;
  /** Defined on the connection, their indexes made; done here when left out. */
  readonly models?: Models;
  readonly adapters: readonly ChatAdapter[];
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly log: Log;
  readonly pace?: RedrawPace;
  /** Where browsers reach the desk, once that is known. */
  readonly publicUrl?: () => string | undefined;
  /** In place of the desk's own. */
  readonly assistant?: Assistant;
  /** What else is thought about new tickets, after all that the desk itself thinks. */
  readonly considerations?: readonly Consideration[];
}

export interface BuiltDesk {
  readonly desk: Desk;
  readonly thinker: Thinker;
  readonly ringer: AlarmRinger;
  readonly forecaster: Forecaster;
  readonly morning: MorningTeller;
  readonly handovers: HandoverTeller;
  readonly answerTeller: AnswerTeller;
  readonly digestSender: DigestSender;
  /** Resolves when what models cost is written down. */
  readonly modelIdle: () => Promise<void>;
  readonly stores: {
    readonly inbox: MongoInboxStore;
    readonly deliveries: MongoDeliveryStore;
    readonly digests: MongoDigestStore;
  };
}

/** The services that flows and jobs work with, on one database. */
export async function buildDesk(parts: DeskParts): Promise<BuiltDesk> {
  const models = parts.models ?? defineModels(parts.connection);
  if (parts.models === undefined) await createIndexes(models);
  const ground = buildGround(parts, models);
  const core = buildTickets(parts, models, ground);
  const services = buildServices(parts, models, { ...ground, ...core });
  const knowing = buildKnowledge({ ...parts, ...ground, ...services, models });
  const many = buildOutages({ ...parts, ...ground, ...core, store: new MongoOutageStore(models) });
  core.followers.push((ticket) => many.outages.follow(ticket));
  core.busy.push(many.outages);
  const hasModel = (parts.assistant ?? parts.openai) !== undefined;
  const help = buildHelp({ ...parts, models, hasModel, ...ground, ...core, ...services, ...knowing });
  core.remarkFollowers.push(help.translator);
  core.busy.push(help.translator);
  core.considerations.push(
    ...considerationsOf(parts.config, { ...ground, ...core, ...services }, knowing, many),
    ...(parts.considerations ?? []),
  );
  const { config, clock, journal, log } = parts;
  const { chat, people, places, contexts, remarks } = ground;
  const { ticketStore, tickets, courier, deliveries } = core;
  const { estimates, duty, surveys, digests, digestNumbers, assistant } = services;
  const desk: Desk = {
    ...{ config, chat, people, places, tickets, ticketStore, remarks, courier, contexts, estimates, duty },
    ...{ clock, journal, log, surveys, digests, digestNumbers, assistant, help, triage: core.triage, ...knowing },
    outages: many.outages,
    secrets: buildSecrets({ ...parts, ...ground, ...core, models }),
  };
  return {
    desk,
    thinker: core.thinker,
    modelIdle: services.modelIdle,
    ...buildWatches(desk, models, { ...ground, ...services }),
    stores: { inbox: new MongoInboxStore(models), deliveries, digests },
  };
}

/** Who is there, and where things are said. */
function buildGround({ adapters, config, clock }: DeskParts, models: Models) {
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
type Ground = ReturnType<typeof buildGround>;

/** Tickets, and the courier that brings what they owe. */
function buildTickets({ config, clock, journal, log, pace }: DeskParts, models: Models, ground: Ground) {
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
type Core = ReturnType<typeof buildTickets>;

function buildServices(parts: DeskParts, models: Models, built: Ground & Core) {
  const { config, clock, log } = parts;
  const { chat, people, contexts, remarks, tickets, courier } = built;
  const absences = new MongoAbsenceStore(models);
  const store = new MongoSurveyStore(models);
  const hearers = async (ticket: Ticket) =>
    hearersOf(await new SuperiorsOfTeams({ config, people }).of(ticket), ticket);
  const answerTeller = new AnswerTeller({
    ...{ store, tickets, remarks, chat, people, contexts, clock, log, hearers },
    lowScore: () => config().survey?.lowScore ?? 0,
    onSaid: (key) => courier.said(key),
  });
  const onAnswer: SurveyServiceParts['onAnswer'] = (survey) => answerTeller.tell(survey);
  return {
    ...{ absences, answerTeller },
    estimates: new Estimates({ source: new MongoEstimateSource(models), config, clock, log }),
    duty: new DutyService({ absences, turns: new MongoTurnStore(models), people, config }),
    surveys: new SurveyService({ store, clock, config, hearers, chance: Math.random, onAnswer }),
    digests: new MongoDigestStore(models),
    digestNumbers: new DigestNumbers(new MongoReportSource(models), config),
    ...buildModel({ ...parts, ...built, models, local: parts.assistant ?? new LocalAssistant(built.triage) }),
  };
}
type Services = ReturnType<typeof buildServices>;

type Knowing = ReturnType<typeof buildKnowledge>;

/** What is thought about a new ticket, in this order: see `Consideration`. */
function considerationsOf(
  config: () => DeskConfig,
  { assistant, triage, places, solved }: Ground & Core & Services,
  { answering }: Knowing,
  many: Pick<ReturnType<typeof buildOutages>, 'considerations'>,
): readonly Consideration[] {
  const fillIn = new FillIn({ assistant, triage, config, shared: (threads) => places.shared(threads) });
  return [fillIn, solvedBefore(solved), ...many.considerations, answering, new AskForFacts({ triage, config })];
}

/** What looks after what is due. */
function buildWatches(desk: Desk, models: Models, built: Ground & Services) {
  const { chat, people, contexts, clock, log, tickets, places } = desk;
  const { absences, answerTeller, cardPlaces, duty, held, surveys } = built;
  const alarms = new MongoAlarmStore(models);
  const ringer = new AlarmRinger(desk, alarms, {
    chooseAssignee: (ticket, now) => duty.choose(ticket, now),
    maySurvey: (ticket, now) => surveys.mayAsk(ticket, now),
    isSurveyAnswered: (key) => surveys.isAnswered(key),
    isAbsent: (person, now) => duty.isAbsent(person, now),
  });
  return {
    ...{ ringer, answerTeller },
    forecaster: new Forecaster(desk, alarms),
    handovers: new HandoverTeller({ store: absences, duty, chat, people, contexts, clock, log }),
    morning: new MorningTeller({ store: held, chat, people, places, cardPlaces, contexts, tickets, clock, log }),
    digestSender: new DigestSender(desk),
  };
}

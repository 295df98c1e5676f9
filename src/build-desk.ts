import { buildHelp } from './build-help.ts';
import { buildKnowledge } from './build-knowledge.ts';
import { buildModel, type ModelParts } from './build-model.ts';
import { buildSecrets } from './build-secrets.ts';
import { buildGround, buildTickets, type Core, type Ground } from './build-tickets.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import { AnswerTeller } from './delivery/answer-teller.ts';
import { MorningTeller } from './delivery/morning-teller.ts';
import type { RedrawPace } from './delivery/redraw-pace.ts';
import type { Desk } from './desk.ts';
import { DutyService } from './duty/duty-service.ts';
import { HandoverTeller } from './duty/handover-teller.ts';
import { Estimates } from './estimates/estimates.ts';
import { solvedBefore } from './help/solved-before.ts';
import { AlarmRinger } from './jobs/alarm-ringer.ts';
import { DigestSender } from './jobs/digest-sender.ts';
import { Forecaster } from './jobs/forecaster.ts';
import { SuperiorsOfTeams } from './jobs/superiors.ts';
import type { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { buildOutages } from './outages/build-outages.ts';
import { DigestNumbers } from './reports/digest-numbers.ts';
import type { Connection } from './store/connection.ts';
import { createIndexes, defineModels, type Models } from './store/models.ts';
import { MongoAbsenceStore } from './store/mongo-absence-store.ts';
import { MongoAlarmStore } from './store/mongo-alarm-store.ts';
import type { MongoDeliveryStore } from './store/mongo-delivery-store.ts';
import { MongoDigestStore } from './store/mongo-digest-store.ts';
import { MongoEstimateSource } from './store/mongo-estimate-source.ts';
import { MongoInboxStore } from './store/mongo-inbox-store.ts';
import { MongoOutageStore } from './store/mongo-outage-store.ts';
import { MongoReportSource } from './store/mongo-report-source.ts';
import { MongoSurveyStore } from './store/mongo-survey-store.ts';
import { MongoTurnStore } from './store/mongo-turn-store.ts';
import { hearersOf } from './surveys/low-score.ts';
import { SurveyService, type SurveyServiceParts } from './surveys/survey-service.ts';
import type { Consideration } from './tickets/consideration.ts';
import type { Thinker } from './tickets/thinker.ts';
import type { Ticket } from './tickets/ticket.ts';
import { AskForFacts } from './triage/ask-for-facts.ts';
import type { Assistant } from './triage/assistant.ts';
import { FillIn } from './triage/fill-in.ts';
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

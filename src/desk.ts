import type { Chat } from './chat/chat.ts';
import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import type { Courier } from './delivery/courier.ts';
import type { SecretTeller } from './delivery/secret-teller.ts';
import type { ViewContexts } from './delivery/view-contexts.ts';
import type { DutyService } from './duty/duty-service.ts';
import type { Estimates } from './estimates/estimates.ts';
import type { AgentsHelp } from './help/agents-help.ts';
import type { Journal } from './journal.ts';
import type { Answers } from './knowledge/answers.ts';
import type { ArticleStore } from './knowledge/article-store.ts';
import type { KnowledgeLibrary } from './knowledge/knowledge-library.ts';
import type { QuestionStore } from './knowledge/question-store.ts';
import type { SavedReplies } from './knowledge/saved-replies.ts';
import type { Log } from './log.ts';
import type { Outages } from './outages/outages.ts';
import type { PeopleService } from './people/people-service.ts';
import type { PlacesService } from './places/places-service.ts';
import type { DigestNumbers } from './reports/digest-numbers.ts';
import type { DigestStore } from './reports/digest-store.ts';
import type { SecretDrops } from './secrets/secret-drops.ts';
import type { SurveyService } from './surveys/survey-service.ts';
import type { RemarkStore } from './tickets/remark-store.ts';
import type { TicketService } from './tickets/ticket-service.ts';
import type { TicketStore } from './tickets/ticket-store.ts';
import type { Assistant } from './triage/assistant.ts';
import type { LearningTriage } from './triage/learning-triage.ts';

/** Secrets on their way, and who tells of them. */
export interface Secrets {
  readonly drops: SecretDrops;
  readonly teller: SecretTeller;
}

/** What flows and jobs work with. Built once, in `app.ts`. */
export interface Desk {
  /** desk.yaml as it is now. */
  readonly config: () => DeskConfig;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly places: PlacesService;
  readonly tickets: TicketService;
  readonly ticketStore: TicketStore;
  readonly remarks: RemarkStore;
  readonly courier: Courier;
  readonly contexts: ViewContexts;
  readonly estimates: Estimates;
  readonly surveys: SurveyService;
  readonly duty: DutyService;
  readonly digests: DigestStore;
  readonly digestNumbers: DigestNumbers;
  /** Judgement, by a model where there is one. */
  readonly assistant: Assistant;
  /** What is told of a message on this machine, and what that may do. */
  readonly triage: LearningTriage;
  readonly help: AgentsHelp;
  /** Published articles, ready to be asked. */
  readonly knowledge: KnowledgeLibrary;
  readonly answers: Answers;
  readonly articles: ArticleStore;
  readonly questions: QuestionStore;
  readonly replies: SavedReplies;
  readonly outages: Outages;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly log: Log;
}

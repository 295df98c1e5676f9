import type { Clock } from './clock.ts';
import type { DeskConfig } from './config/desk-config.ts';
import type { Courier } from './delivery/courier.ts';
import type { AgentsHelp } from './help/agents-help.ts';
import { ReplyDrafter } from './help/reply-drafter.ts';
import type { SolvedTickets } from './help/solved-tickets.ts';
import { TicketLanguages } from './help/ticket-languages.ts';
import { Translator } from './help/translator.ts';
import type { KnowledgeLibrary } from './knowledge/knowledge-library.ts';
import type { Log } from './log.ts';
import type { PeopleService } from './people/people-service.ts';
import type { Models } from './store/models.ts';
import { MongoDraftStore } from './store/mongo-draft-store.ts';
import { MongoTranslationStore } from './store/mongo-translation-store.ts';
import type { RemarkStore } from './tickets/remark-store.ts';
import type { TicketStore } from './tickets/ticket-store.ts';
import type { Assistant } from './triage/assistant.ts';

export interface HelpParts {
  readonly models: Models;
  readonly solved: SolvedTickets;
  readonly assistant: Assistant;
  readonly hasModel: boolean;
  readonly knowledge: KnowledgeLibrary;
  readonly remarks: RemarkStore;
  readonly ticketStore: TicketStore;
  readonly people: PeopleService;
  readonly courier: Courier;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
  readonly log: Log;
}

/** What helps agents at their work. */
export function buildHelp(parts: HelpParts): AgentsHelp {
  const { models, solved, assistant, hasModel, knowledge, remarks, ticketStore, people, courier } = parts;
  const { config, clock, log } = parts;
  const languages = new TicketLanguages();
  return {
    ...{ solved, languages },
    drafts: new MongoDraftStore(models),
    drafter: new ReplyDrafter({ assistant, solved, library: knowledge }),
    translator: new Translator({
      ...{ assistant, hasModel, remarks, languages, config, clock, log },
      store: new MongoTranslationStore(models),
      find: (key) => ticketStore.find(key),
      person: (id) => people.byId(id),
      onTranslated: (key) => courier.said(key),
    }),
  };
}

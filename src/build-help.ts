import type { AgentsHelp } from './help/agents-help.ts';
import { ReplyDrafter } from './help/reply-drafter.ts';
import type { SolvedTickets } from './help/solved-tickets.ts';
import { TicketLanguages } from './help/ticket-languages.ts';
import type { KnowledgeLibrary } from './knowledge/knowledge-library.ts';
import type { Models } from './store/models.ts';
import { MongoDraftStore } from './store/mongo-draft-store.ts';
import type { Assistant } from './triage/assistant.ts';

export interface HelpParts {
  readonly models: Models;
  readonly solved: SolvedTickets;
  readonly assistant: Assistant;
  readonly knowledge: KnowledgeLibrary;
}

/** What helps agents at their work. */
export function buildHelp({ models, solved, assistant, knowledge }: HelpParts): AgentsHelp {
  return {
    solved,
    drafts: new MongoDraftStore(models),
    drafter: new ReplyDrafter({ assistant, solved, library: knowledge }),
    languages: new TicketLanguages(),
  };
}

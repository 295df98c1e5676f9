import type { DraftStore } from './draft-store.ts';
import type { ReplyDrafter } from './reply-drafter.ts';
import type { SolvedTickets } from './solved-tickets.ts';
import type { TicketLanguages } from './ticket-languages.ts';
import type { Translator } from './translator.ts';

/** What helps agents at their work. */
export interface AgentsHelp {
  readonly solved: SolvedTickets;
  readonly drafts: DraftStore;
  readonly drafter: ReplyDrafter;
  readonly languages: TicketLanguages;
  readonly translator: Translator;
}

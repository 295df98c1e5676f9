import type { DeskConfig } from '../config/desk-config.ts';
import type { Consideration, Finding, SoFar } from '../tickets/consideration.ts';
import { asking } from '../tickets/moves/triaging.ts';
import type { Source, Ticket } from '../tickets/ticket.ts';
import { askedFacts, type FactToAsk, openQuestion } from '../tickets/ticket-triage.ts';
import { languagesFor } from './language-of.ts';
import type { LearningTriage } from './learning-triage.ts';
import { missingFacts } from './missing-facts.ts';
import { isVague } from './vague.ts';

export interface AskForFactsParts {
  readonly triage: Pick<LearningTriage, 'triage'>;
  readonly config: () => DeskConfig;
}

/** Nobody sits there waiting for a question about these. */
const unasked: readonly Source['via'][] = ['import', 'api', 'split'];

/** With buttons, and something follows from the answer. */
const quickFacts: readonly FactToAsk[] = ['service', 'affected', 'since'];

/**
 * Asks the requester for what is missing, one thing at a time, until somebody takes the ticket. Where desk.yaml says nothing
 * else only words that nobody could work on are asked about: who has said what is wrong is left in peace.
 */
export class AskForFacts implements Consideration {
  readonly name = 'ask for facts';
  readonly #parts: AskForFactsParts;

  constructor(parts: AskForFactsParts) {
    this.#parts = parts;
  }

  async of(ticket: Ticket, { isAsked }: SoFar): Promise<Finding | undefined> {
    const fact = isAsked || !this.#mayAsk(ticket) ? undefined : this.#next(ticket);
    if (!fact) return undefined;
    const language = this.#parts.triage.triage(ticket.description).language.value;
    return {
      isAsking: true,
      step: (now, context) => (this.#mayAsk(now) ? asking(now, context, fact, language) : undefined),
    };
  }

  #mayAsk(ticket: Ticket): boolean {
    const { when, atMost } = this.#parts.config().assistant.triage.questions;
    const isTaken = ticket.status !== 'new' || ticket.assignee !== undefined || ticket.respondedAt !== undefined;
    const isTheirs = ticket.raisedBy === ticket.requester && !unasked.includes(ticket.source.via);
    if (when === 'never' || isTaken || !isTheirs || ticket.confidential) return false;
    return (ticket.triage?.asked.length ?? 0) < atMost && openQuestion(ticket) === undefined;
  }

  #next(ticket: Ticket): FactToAsk | undefined {
    const { services, assistant } = this.#parts.config();
    const { description, service, kind } = ticket;
    const result = this.#parts.triage.triage(description);
    const languages = languagesFor(result.language);
    const hasService = service !== undefined || services.every(({ confidential }) => confidential);
    const asked = (ticket.triage?.asked ?? []).map(({ fact }) => fact);
    const isAlways = assistant.triage.questions.when === 'always';
    if (!isAlways && asked.length === 0 && (service !== undefined || !isVague(description, result))) return undefined;
    const missing = missingFacts(description, { act: 'issue', kind, hasService, languages });
    const mayAsk = (fact: FactToAsk) => !asked.includes(fact) && (isAlways || quickFacts.includes(fact));
    // What follows from most comes first.
    return askedFacts.find((fact) => missing.includes(fact) && mayAsk(fact));
  }
}

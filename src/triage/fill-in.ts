import type { Place } from '../chat/refs.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Consideration, Finding, SoFar } from '../tickets/consideration.ts';
import { filledIn, type TriageRules } from '../tickets/moves/triaging.ts';
import { requesterThreads, type Ticket } from '../tickets/ticket.ts';
import type { Assistant, TriageResult } from './assistant.ts';
import type { LearningTriage } from './learning-triage.ts';
import { decidedOfModel } from './said-of.ts';
import { betterTitle } from './title.ts';

export interface FillInParts {
  readonly assistant: Assistant;
  readonly triage: Pick<LearningTriage, 'licence'>;
  readonly config: () => DeskConfig;
  /** Those of these threads that others can read. */
  readonly shared: (threads: readonly Place[]) => Promise<readonly Place[]>;
}

/**
 * Asks the assistant what a ticket is about, once it is there, and fills in what no person has said meanwhile. Where there
 * is no model nothing is new: the rules and what was learnt have spoken when it was opened.
 */
export class FillIn implements Consideration {
  readonly name = 'fill in';
  readonly #parts: FillInParts;

  constructor(parts: FillInParts) {
    this.#parts = parts;
  }

  async of(ticket: Ticket, _soFar?: SoFar): Promise<Finding | undefined> {
    const { assistant, config } = this.#parts;
    const hasSpoken = ticket.triage?.by === 'openai' || ticket.triage?.fellBack !== undefined;
    if (config().assistant.triage.mode === 'off' || hasSpoken || ticket.description.trim() === '') return undefined;
    const result = await assistant.triage(ticket.description, {
      person: ticket.requester,
      isConfidential: ticket.confidential,
      service: ticket.service,
      ticket: ticket.key,
    });
    if (result.by === 'local' && !result.fellBack) return undefined;
    const rules = rulesOf(config(), await this.#parts.shared(requesterThreads(ticket)));
    return { isAsking: false, step: (now) => filledIn(now, this.#fillingOf(now, result), rules) };
  }

  #fillingOf(ticket: Ticket, result: TriageResult) {
    const { config, triage } = this.#parts;
    const { by, fellBack, language } = result;
    const isModel = by === 'openai';
    const licence = triage.licence.bind(triage);
    const isOn = isModel && config().assistant.triage.mode === 'on';
    return {
      by,
      language: language.value,
      guesses: isModel ? decidedOfModel(result, { config: config(), licence }) : [],
      title: isOn ? betterTitle(ticket, result.title) : undefined,
      ...(fellBack ? { fellBack } : {}),
    };
  }
}

/** What desk.yaml makes of the values that triage names. @param shared the ticket's threads that others can read */
export function rulesOf(
  { services, teams, priorities }: Pick<DeskConfig, 'services' | 'teams' | 'priorities'>,
  shared: readonly Place[] = [],
): TriageRules {
  return { services, teams, matrix: priorities.matrix, shared };
}

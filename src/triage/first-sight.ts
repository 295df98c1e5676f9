import type { DeskConfig } from '../config/desk-config.ts';
import { priorityOf } from '../tickets/priority.ts';
import type { TicketKind } from '../tickets/ticket.ts';
import { actsIn } from './acts.ts';
import type { Guess } from './assistant.ts';
import { type Features, featuresOf } from './features.ts';
import { impactIn } from './impact-words.ts';
import { kindIn, ticketKindFrom } from './kind-of.ts';
import { type LanguageDetector, languageOf, languagesFor } from './language-of.ts';
import { serviceIn } from './service-of.ts';
import { urgencyIn } from './urgency-words.ts';
import type { KnownLanguage } from './vocabulary/vocabularies.ts';

/** Everything that can be learnt of a message; labels are open sets. */
export const taughtFields = [
  ...(['isIssue', 'act', 'kind', 'intent', 'service', 'team', 'category', 'impact', 'urgency', 'priority'] as const),
] as const;
export type TaughtName = (typeof taughtFields)[number];

/** What the rules say of a message, and what a classifier sees of it. */
export interface FirstSight {
  readonly language: Guess<string>;
  readonly languages: readonly KnownLanguage[];
  readonly features: Features;
  readonly rules: Readonly<Partial<Record<TaughtName, Guess<string>>>>;
  /** What kind of ticket the rules would make of it. */
  readonly ticketKind: Guess<TicketKind>;
}

/** What a message is about stands at its beginning; a pasted log is not read to its end. */
const longestText = 2000;

/** Looks at a message with rules alone: this much is known on the first day. */
export function firstSight(words: string, config: DeskConfig, detect?: LanguageDetector): FirstSight {
  const text = words.slice(0, longestText);
  const language = languageOf(text, config.desk.locale.slice(0, 2), detect);
  const languages = languagesFor(language);
  const service = serviceIn(text, config.services);
  const { kind, traces: kinds } = kindIn(text, languages);
  // Talk is tried in every language: a word or two tell no language.
  const { act, traces } = actsIn(text, {
    isAboutService: service !== undefined,
    saysTrouble: kinds.some((trace) => trace !== 'question'),
  });
  const weights = weightsOf(text, config);
  const isIssue = { ...act, value: String(isIssueAct(act.value)) };
  const rules = { isIssue, act, kind, ...weights, ...(service ? { service } : {}), ...teamOf(service, config) };
  const seen = [act, kind, weights.impact, weights.urgency, ...(service ? [service] : [])];
  const hints = [
    ...seen.map(({ value }, at) => `${at} ${value}`),
    ...[...traces, ...kinds].map((trace) => `trace ${trace}`),
  ];
  const ticketKind = ticketKindFrom(kind, kinds);
  return { language, languages, features: featuresOf(text, hints), rules, ticketKind };
}

function weightsOf(text: string, { priorities: { matrix } }: DeskConfig) {
  const [impact, urgency] = [impactIn(text), urgencyIn(text)];
  const priority = {
    value: priorityOf(matrix, impact.value, urgency.value),
    confidence: impact.confidence * urgency.confidence,
    by: 'rules' as const,
  };
  return {
    impact: { ...impact, value: String(impact.value) },
    urgency: { ...urgency, value: String(urgency.value) },
    priority,
  };
}

/** `help` is an issue of which nothing is known yet. */
export function isIssueAct(act: string): boolean {
  return act === 'issue' || act === 'help';
}

function teamOf(service: Guess<string> | undefined, { services, teams }: DeskConfig): { team?: Guess<string> } {
  const found = services.find(({ id }) => id === service?.value);
  if (service && found) return { team: { ...service, value: found.team } };
  const first = teams[0];
  return first ? { team: { value: first.id, confidence: teams.length === 1 ? 0.99 : 0.5, by: 'rules' } } : {};
}

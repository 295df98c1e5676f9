import type { Level, Priority, TicketKind } from '../tickets/ticket.ts';

/** What somebody wants with a message. `help` wants something and does not say what; `reply` answers a question of ours. */
export const acts = [
  'issue',
  'help',
  'status',
  'human',
  'greeting',
  'thanks',
  'goodbye',
  'praise',
  'smallTalk',
  'reply',
  'outOfScope',
] as const;
export type Act = (typeof acts)[number];

/** A question becomes a request when it becomes a ticket. */
export type IssueKind = TicketKind | 'question';

/** What an agent would ask next, because the words do not tell it. */
export const facts = ['what', 'service', 'errorText', 'since', 'affected', 'forWhom'] as const;
export type Fact = (typeof facts)[number];

/** Something that may be wrong. */
export interface Guess<Value> {
  readonly value: Value;
  /** 0 to 1: of a hundred guesses with 0.8, eighty are right. */
  readonly confidence: number;
  /** `rules` know words, `learnt` knows what people have corrected, `model` is a language model. */
  readonly by: 'rules' | 'learnt' | 'model';
}

/** What a message is about. People see it and can change it. A field without a guess is absent. */
export interface TriageResult extends Spoken {
  readonly isIssue: Guess<boolean>;
  readonly act: Guess<Act>;
  /** What it would be, were it an issue. */
  readonly kind: Guess<IssueKind>;
  readonly service?: Guess<string>;
  readonly team?: Guess<string>;
  readonly category?: Guess<string>;
  readonly impact: Guess<Level>;
  readonly urgency: Guess<Level>;
  readonly priority?: Guess<Priority>;
  /** A label of the desk's own, where it was taught any. */
  readonly intent?: Guess<string>;
  readonly title: string;
  /** ISO 639-1. */
  readonly language: Guess<string>;
  readonly missing: readonly Fact[];
}

/** Which form of the assistant spoke. */
export interface Spoken {
  readonly by: 'local' | 'openai';
  /** Why the local form spoke although there is a model. */
  readonly fellBack?: FallBack;
}

/** `private`: what is confidential does not go to a model. */
export type FallBack = 'timeout' | 'error' | 'refusal' | 'malformed' | 'budget' | 'private';

/** What a call is about: whether a model may see it, and whose budget it counts to. */
export interface Matter {
  /** Whose words they are, or who wants help with them: the desk's id of a person. */
  readonly person?: string | undefined;
  readonly isConfidential: boolean;
  readonly service?: string | undefined;
  /** Its key, for the record of what was asked. */
  readonly ticket?: string | undefined;
}

/** A piece of a knowledge article that an answer may rest on. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Words with the passages they rest on; or `undefined` words: it does not know. */
export interface Answer extends Spoken {
  readonly text?: string;
  /** Ids of {@link Passage}s. */
  readonly citations: readonly string[];
}

/** Words that somebody may use; without a text it has none. */
export interface Words extends Spoken {
  readonly text?: string;
}

/** Who said what in a ticket, the oldest first. */
export interface Said {
  readonly by: 'requester' | 'agent';
  readonly text: string;
}

/**
 * Judgement, by a language model or by what is on this machine. What it says is data: nothing is done because of it alone.
 * Never throws for want of a service; whoever has no answer leaves the field, or the text, out.
 */
export interface Assistant {
  triage(words: string, matter: Matter): Promise<TriageResult>;
  answer(question: string, passages: readonly Passage[], matter: Matter): Promise<Answer>;
  /** @param language ISO 639-1, as in the following */
  summarise(talk: readonly Said[], language: string, matter: Matter): Promise<Words>;
  draftReply(talk: readonly Said[], passages: readonly Passage[], language: string, matter: Matter): Promise<Words>;
  translate(text: string, to: string, matter: Matter): Promise<Words>;
}

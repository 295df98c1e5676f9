import type { Survey } from './survey.ts';

/** A question as it was asked, apart from what was answered. */
export interface AskedQuestion {
  readonly id: string;
  readonly ticket: string;
  readonly at: Date;
  readonly isAnswered: boolean;
}

/** Where it is kept who was asked when, and what was answered. */
export interface SurveyStore {
  /**
   * Takes the turn to ask a person, in one atomic write.
   * @returns false when they were asked another question after `notAfter`; true again for the same question
   */
  claim(person: string, question: string, now: Date, notAfter: Date): Promise<boolean>;
  /** @returns false when the question was noted before */
  ask(question: AskedQuestion): Promise<boolean>;
  /** The newest question about a ticket. */
  lastAsked(ticket: string): Promise<AskedQuestion | undefined>;
  /**
   * The token under which a question is being answered anonymously: the fresh one, or that of a click at the same time.
   * @returns undefined when it is answered
   */
  tokenFor(question: AskedQuestion, fresh: string): Promise<string | undefined>;
  /** Notes that a question is answered, and forgets by which token. */
  answered(question: AskedQuestion): Promise<void>;
  /** The same for those whose answer is kept and whose process died in that instant. */
  forgetLeftTokens(): Promise<void>;

  find(by: { readonly id: string } | { readonly token: string }): Promise<Survey | undefined>;
  /** An anonymous survey without an answer, of the same day, team, service and priority. */
  findUnanswered(like: Pick<Survey, 'day' | 'team' | 'service' | 'priority'>): Promise<Survey | undefined>;
  /** @returns false when its id or token is there already */
  insert(survey: Survey): Promise<boolean>;
  /** Writes a survey in the place of the one with its id and version. @returns undefined when that has changed meanwhile */
  replace(survey: Survey): Promise<Survey | undefined>;
  /** Surveys that have something to tell by now, the longest waiting first. */
  owing(now: Date, limit: number): Promise<readonly Survey[]>;
}

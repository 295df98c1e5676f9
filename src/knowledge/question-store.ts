import type { Language } from './languages.ts';

/** What somebody asked by `/desk ask`. */
export interface KeptQuestion {
  /** The delivery that brought it. */
  readonly id: string;
  readonly person: string;
  readonly at: Date;
  /** `YYYY-MM-DD` in the desk's zone. */
  readonly day: string;
  /** Left out when it is about something confidential. */
  readonly text?: string;
  readonly isConfidential: boolean;
  /** The service that its words name. */
  readonly service?: string;
  readonly language?: Language;
  /** Ids of the articles that were quoted; none when nothing carried an answer. */
  readonly articles: readonly string[];
  readonly by?: 'local' | 'openai';
}

/** Where questions are kept, so that what articles lack can be found. */
export interface QuestionStore {
  /** Nothing when it is there already. */
  keep(question: KeptQuestion): Promise<void>;
}

import type { Mention } from '../chat/text.ts';
import type { Words } from '../words/words.ts';

/** Whom and where a view is drawn for. Everything it cannot know from the domain object alone. */
export interface ViewContext {
  readonly words: Words;
  /** BCP 47; the reader's, or the desk's in a channel. */
  readonly locale: string;
  /** IANA; for the dates that a platform cannot draw by itself. */
  readonly timeZone: string;
  readonly now: Date;
  /** Names a person by id; an unknown one by what is known. */
  readonly person: (id: string) => Mention;
  readonly teamName: (id: string) => string;
  readonly serviceName: (id: string) => string;
  readonly vendorName: (id: string) => string;
  readonly groupName: (id: string) => string;
  /** Milliseconds between two instants that a service level's calendar counts; all of them when there is none any more. */
  readonly workingTimeBetween: (policy: string, from: Date, to: Date) => number;
  /** Ids of the services that anybody may name before others. */
  readonly openServices: readonly string[];
  readonly deskName: string;
  /** Whether nobody learns who answered what. */
  readonly isSurveyAnonymous: boolean;
}

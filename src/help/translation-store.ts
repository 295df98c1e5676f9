import type { Remark } from '../tickets/conversation.ts';

/** Which remarks wait to be translated. None of it changes what was said. */
export interface TranslationStore {
  owe(remark: string, at: Date): Promise<void>;
  /**
   * Takes the right to translate it, until then: nobody does it twice, and after a crash somebody does it later.
   * @returns undefined when it does not wait, or somebody else has the right
   */
  take(remark: string, now: Date, until: Date): Promise<Remark | undefined>;
  /** It waits no more, unless it was changed since it was taken. @param until as it was taken */
  settle(remark: string, until: Date): Promise<void>;
  /** Ids of those that wait. */
  waiting(now: Date, limit: number): Promise<readonly string[]>;
}

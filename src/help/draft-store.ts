import type { Spoken } from '../triage/assistant.ts';

/** Words that were put together for an agent, who may send them, change them, or leave them. */
export interface HelpDraft {
  readonly id: string;
  readonly ticket: string;
  /** Plain text, at most `longestDraft` characters. */
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly by: Spoken['by'];
  /** The last words that both sides knew when it was made: a remark's id. */
  readonly heard?: string;
  /** Of a translation: the remark, and which words of it; see `textMark`. */
  readonly translates?: { readonly remark: string; readonly of: string; readonly from: string };
  readonly madeAt: Date;
}

/** What a card shows of a draft is all of it. */
export const longestDraft = 2_500;

/** Where drafts lie until they are sent, or forgotten after two days. */
export interface DraftStore {
  /** A draft that is there already stays as it is. */
  add(draft: HelpDraft): Promise<void>;
  find(id: string): Promise<HelpDraft | undefined>;
  /** The agent has been shown what was said since. */
  heard(id: string, remark: string): Promise<void>;
}

import type { TicketPage } from '../tickets/ticket-store.ts';
import type { DigestContent, DigestScope } from './digest-content.ts';
import type { Edition } from './digest-edition.ts';

/** One edition for one person. */
export interface DigestCopy {
  readonly digest: string;
  /** {@link Edition.label} */
  readonly edition: string;
  readonly person: string;
}

/** Who has got which edition, and who wants none for a while. Several processes may share it. */
export interface DigestStore {
  /**
   * The right to send this copy until then. Whoever has it and falls silent loses it.
   * @returns `done` for ever, `taken` when somebody else has the right for now
   */
  claim(copy: DigestCopy, now: Date, until: Date): Promise<'done' | 'taken' | { readonly mayHaveArrived: boolean }>;
  /** It could not be sent now; anybody may try again from then on. */
  postpone(copy: DigestCopy, until: Date, mayHaveArrived: boolean): Promise<void>;
  /** It is sent, or never will be (without content): nobody claims it again. */
  settle(copy: DigestCopy, now: Date, content?: DigestContent): Promise<void>;
  /** What a copy said; undefined after four months, and for one that was never sent. */
  content(copy: DigestCopy): Promise<DigestContent | undefined>;
  /** Since when the desk sends digests; from now on when it never did. Never later than now. */
  since(now: Date): Promise<Date>;
  /** At the start of a desk that has the store for itself: whoever was sending is no more. */
  disown(now: Date): Promise<void>;

  mute(digest: string, person: string, until: Date): Promise<void>;
  unmute(digest: string, person: string): Promise<void>;
  mutedUntil(digest: string, person: string): Promise<Date | undefined>;
}

/** What a digest is asked for. */
export interface DigestQuestion {
  readonly edition: Edition;
  readonly scope: DigestScope;
  /** As of when open tickets are counted. */
  readonly now: Date;
}

export interface Paging {
  /** 0 is the first. */
  readonly page: number;
  readonly pageSize: number;
}

export type DigestPage = TicketPage & { readonly unseen: number };

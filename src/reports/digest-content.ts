import type { Priority } from '../tickets/ticket.ts';
import type { Edition } from './digest-edition.ts';

/** Whose tickets a digest counts: those of some teams, or all. */
export interface DigestScope {
  readonly teams?: readonly string[];
}

/** What stands in one edition for one scope. Plain data: it is kept, so that the card can be drawn again. */
export interface DigestContent {
  readonly counts: DigestCounts;
  /** The period before, in digests of a week or a month. */
  readonly earlier?: Pick<DigestCounts, 'opened' | 'resolved'>;
  /** Answers of the period; absent when there are none, or too few to keep who answered apart. */
  readonly satisfaction?: Satisfaction & { readonly earlier?: Satisfaction };
  readonly highlight?: Highlight;
  /** Oldest first; a day each, or a week each, which begins with this day. */
  readonly bars: readonly DigestBar[];
}

/** Confidential tickets are in all of them. */
export interface DigestCounts {
  /** In the period of the edition. */
  readonly opened: number;
  /** In the period of the edition, and not reopened since. */
  readonly resolved: number;
  /** What follows is as of the sending. */
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly stuck: number;
}

/** The figures whose tickets can be listed. */
export const digestFigures = ['overdue', 'dueToday', 'stuck', 'open', 'opened', 'resolved'] as const;
export type DigestFigure = (typeof digestFigures)[number];

export interface DigestBar {
  /** `YYYY-MM-DD` in the desk's zone. */
  readonly from: string;
  readonly opened: number;
  readonly resolved: number;
}

export interface Satisfaction {
  /** 1 to 5. */
  readonly mean: number;
  readonly answers: number;
}

/** A ticket that may be named. */
export interface NamedTicket {
  readonly key: string;
  readonly title: string;
  readonly priority: Priority;
  readonly team: string;
  readonly service?: string;
}

/** The one thing to look at, and why. Never a confidential ticket. */
export type Highlight =
  | { readonly kind: 'overdueP1' | 'overdue' | 'unclaimed'; readonly ticket: NamedTicket; readonly since: Date }
  | { readonly kind: 'agreement'; readonly level: string; readonly tickets: number }
  | { readonly kind: 'surge'; readonly service: string; readonly opened: number; readonly usual: number }
  | { readonly kind: 'satisfaction'; readonly mean: number; readonly earlier: number; readonly answers: number }
  | { readonly kind: 'dueNext'; readonly ticket: NamedTicket; readonly dueAt: Date };

/** Nobody has touched an open ticket for so long, or it is parked for longer than desk.yaml allows: it is stuck. */
export const stuckAfterMs = 3 * 86_400_000;

/** Whether there is nothing to tell: nothing came, went, or waits for anybody. */
export function isQuiet({ counts }: DigestContent): boolean {
  const { opened, resolved, overdue, dueToday, stuck } = counts;
  return opened + resolved + overdue + dueToday + stuck === 0;
}

/** What the pictures of each kind of digest go back over. */
export const barsOf: Readonly<Record<Edition['digest']['every'], { readonly bars: number; readonly days: 1 | 7 }>> = {
  day: { bars: 7, days: 1 },
  week: { bars: 14, days: 1 },
  month: { bars: 9, days: 7 },
};

import type { ListedTicket } from './figures.ts';
import type { ReportRequest } from './report.ts';
import type { ReportSource, Stage } from './report-source.ts';

/** What is counted, and by what. */
export interface Count {
  readonly from?: 'tickets' | 'surveys';
  /** Which documents; on indexed fields. */
  readonly match: Stage;
  /** What each gets first. */
  readonly stages?: readonly Stage[];
  /** Expressions; the figures are kept apart by their values. */
  readonly by: Readonly<Record<string, unknown>>;
  /** Expressions: how often a document counts for each figure, 0 or more. */
  readonly counts: Readonly<Record<string, unknown>>;
}

/** A part of what was counted. */
export interface Tally {
  readonly by: Readonly<Record<string, string | number | boolean | null>>;
  readonly counts: Readonly<Record<string, number>>;
  /** The ticket, where they are to be listed and so come one by one. */
  readonly ticket?: ListedTicket;
}

/** A document counts once, whatever it is. */
export const once = { $literal: 1 };

/** 1 where the condition holds, else 0. */
export function when(condition: unknown): Stage {
  return { $cond: [condition, 1, 0] };
}

/** An expression's value, or `null` where a document has none. */
export function orNull(field: string): Stage {
  return { $ifNull: [field, null] };
}

/** Counts in the database; ticket by ticket only where tickets are to be listed. */
export async function* tallies(source: ReportSource, request: ReportRequest, count: Count): AsyncIterable<Tally> {
  const { from = 'tickets', match, stages = [] } = count;
  const last = request.withTickets ? listed(count) : grouped(count);
  for await (const tally of source[from]<Tally & ListedTicket>([{ $match: match }, ...stages, ...last])) {
    const { by, counts, key, confidential } = tally;
    if (!request.withTickets) yield { by, counts };
    else yield { by, counts, ticket: { ...(key ? { key } : {}), confidential: confidential === true } };
  }
}

function grouped({ by, counts }: Count): readonly Stage[] {
  const names = Object.keys(counts);
  return [
    { $group: { _id: by, ...Object.fromEntries(names.map((name) => [name, { $sum: counts[name] }])) } },
    { $project: { _id: 0, by: '$_id', counts: Object.fromEntries(names.map((name) => [name, `$${name}`])) } },
  ];
}

function listed({ from, by, counts }: Count): readonly Stage[] {
  if (from !== 'surveys') return [{ $project: { _id: 0, by, counts, key: '$_id', confidential: 1 } }];
  return [
    { $lookup: { from: 'tickets', localField: 'ticket', foreignField: '_id', as: 'asked' } },
    // An anonymous one has no ticket; one whose ticket is gone is not listed either.
    {
      $project: { _id: 0, by, counts, key: { $first: '$asked._id' }, confidential: { $first: '$asked.confidential' } },
    },
  ];
}

import type { Likeness, ResolutionCode } from '../tickets/ticket.ts';
import type { PastQuestion } from './estimate-source.ts';

/** Of the tickets like another, those that teach: resolved in so many days before it, and no more than the newest. */
export const windowMs = 180 * 86_400_000;
export const mostTickets = 500;

/** Nobody waited for these resolutions. `duplicate` ends with another ticket, `no_answer` with the requester's silence. */
export const teachingCodes = [
  'fixed',
  'workaround',
  'answered',
  'not_reproducible',
] as const satisfies readonly ResolutionCode[];

/** What an estimate looks at of a ticket. */
export type Comparable = Required<Pick<Likeness, 'kind' | 'priority' | 'team'>> & Pick<Likeness, 'service'>;

/**
 * What tickets may have in common, the closest first: the first that has enough of them is taken.
 * Only the first, that of a service, looks at confidential tickets: they count in their own service and nowhere else.
 */
export function likenessesOf({ kind, priority, service, team }: Comparable): readonly Likeness[] {
  return [
    ...(service === undefined ? [] : [{ kind, priority, service }]),
    { kind, priority, team },
    { kind, priority },
  ];
}

/** The tickets that teach the next one like them. */
export function questionFor(like: Likeness, now: Date): PastQuestion {
  return {
    like,
    isConfidentialToo: looksAtConfidential(like),
    codes: teachingCodes,
    since: new Date(now.getTime() - windowMs),
    most: mostTickets,
  };
}

export function looksAtConfidential({ service }: Likeness): boolean {
  return service !== undefined;
}

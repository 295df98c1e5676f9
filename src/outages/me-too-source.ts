import type { Source } from '../tickets/ticket.ts';

const prefix = 'meToo:';

/**
 * How a ticket came in that stands for one click on an outage's card: once for a person, and again after an earlier one of
 * theirs is over.
 */
export function meTooSource(parent: string, person: string, earlier: number): Source {
  return { via: 'form', key: `${prefix}${parent}:${person}:${earlier}`, files: [] };
}

export function isMeToo({ key }: Pick<Source, 'key'>): boolean {
  return key.startsWith(prefix);
}

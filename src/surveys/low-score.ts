import type { Ticket } from '../tickets/ticket.ts';
import type { Survey } from './survey.ts';

/** Who stands above a ticket and may know of it; ids of people. */
export interface Superiors {
  readonly leads: readonly string[];
  readonly managers: readonly string[];
}

export function isLow({ score }: Pick<Survey, 'score'>, lowScore: number): boolean {
  return score !== undefined && score <= lowScore;
}

/** Who hears of a low score: the leads, else the managers, and nobody of what they said themselves. */
export function hearersOf({ leads, managers }: Superiors, { requester }: Pick<Ticket, 'requester'>): readonly string[] {
  const others = (people: readonly string[]) => people.filter((person) => person !== requester);
  const above = others(leads);
  return above.length > 0 ? above : others(managers);
}

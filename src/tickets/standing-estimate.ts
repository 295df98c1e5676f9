import type { GivenEstimate, Ticket } from './ticket.ts';

/** The estimate of a ticket that is still what the estimate is about: of that service, that team, that priority. */
export function standingEstimate(ticket: Ticket): GivenEstimate | undefined {
  const { kind, priority, service, team, estimate } = ticket;
  if (!estimate) return undefined;
  const { like } = estimate;
  const isSame = like.kind === kind && like.priority === priority;
  return isSame && (like.service ?? service) === service && (like.team ?? team) === team ? estimate : undefined;
}

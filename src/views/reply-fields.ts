import type { ReplyFields } from '../knowledge/saved-reply.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import { firstName } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What is filled into a saved reply. @param context the requester's, who reads it */
export function replyFields(ticket: Ticket, agent: string, context: ViewContext): ReplyFields {
  const { key, service, sla } = ticket;
  const dueAt = sla.resolve?.dueAt ?? sla.next?.dueAt;
  return {
    key,
    agent,
    requester: firstName(ticket.requester, context),
    ...(service ? { service: context.serviceName(service) } : {}),
    ...(dueAt ? { due: dateSpan(dueAt, 'dateTime', context).fallback } : {}),
  };
}

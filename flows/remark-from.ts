import type { FormEvent, MessageEvent } from '../src/chat/event.ts';
import type { Person } from '../src/people/person.ts';
import type { Remark } from '../src/tickets/conversation.ts';
import type { Ticket } from '../src/tickets/ticket.ts';

type Facts = Pick<Remark, 'side' | 'visibility'> & { readonly text: string; readonly isDescription?: boolean };

/** What somebody said about a ticket, as it is kept. A repeated delivery makes the same remark. */
export function remarkFrom(event: FormEvent | MessageEvent, ticket: Ticket, author: Person, facts: Facts): Remark {
  const isMessage = event.kind === 'message';
  return {
    id: isMessage ? event.message : `form:${event.id}`,
    ticket: ticket.key,
    author: author.id,
    files: isMessage ? event.files : [],
    at: event.at,
    isDescription: false,
    version: 1,
    copies: [],
    owing: true,
    ...facts,
    ...(isMessage ? { thread: event.thread } : {}),
  };
}

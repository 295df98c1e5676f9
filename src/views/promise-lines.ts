import type { TextBlock } from '../chat/card.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { dateSpan } from './dates.ts';
import { paragraph, personSpan } from './ticket-facts.ts';
import type { ViewContext } from './view-context.ts';

/** What agents have promised and still owe, for the team. */
export function promisesForAgents({ promises }: Pick<Ticket, 'promises'>, context: ViewContext): readonly TextBlock[] {
  return open(promises).map(({ by, dueAt }) =>
    paragraph(context.words.later.onCard(personSpan(by, context), dateSpan(dueAt, 'dateTime', context))),
  );
}

/** When the requester hears more: the earliest promise. */
export function promiseForRequester(
  { promises }: Pick<Ticket, 'promises'>,
  context: ViewContext,
): readonly TextBlock[] {
  const [next] = open(promises).toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  return next ? [paragraph(context.words.later.onRequesterCard(dateSpan(next.dueAt, 'dateTime', context)))] : [];
}

function open(promises: Ticket['promises']): Ticket['promises'] {
  return promises.filter(({ state }) => state === 'open');
}

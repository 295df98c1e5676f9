import { link } from '../src/tickets/moves/relations.ts';
import { type LinkKind, linkKinds } from '../src/tickets/ticket.ts';
import { linkForm } from '../src/views/forms/link-form.ts';
import { sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';
import { otherTicket } from './other-ticket.ts';

/** Asks for the other ticket, and how they hang together. */
export const askWhatToLink = opens('link', undefined, linkForm);

/** Two tickets know of each other. */
export const linkTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const other = await otherTicket(turn, desk, person, doer);
  if (!other) return;
  const kind = linkKinds.find((one) => one === turn.event.values.kind) ?? 'related';
  const ticket = await desk.tickets.change(turn.event.value, doer, 'link', link(kind, other.key));
  await desk.tickets.changeByDesk(other.key, person.id, `${doer.event}:back`, link(backward[kind], ticket.key));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.linked(ticket.key, other.key));
};

/** What the other end of a link is called. */
const backward: Record<LinkKind, LinkKind> = {
  parent: 'child',
  child: 'parent',
  duplicate: 'duplicate',
  caused_by: 'related',
  problem: 'related',
  change: 'related',
  asset: 'related',
  related: 'related',
};

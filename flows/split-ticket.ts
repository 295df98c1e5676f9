import { link } from '../src/tickets/moves/relations.ts';
import { requirePermission } from '../src/tickets/permissions.ts';
import { splitForm } from '../src/views/forms/split-form.ts';
import { contextFor, sayDone, whoActs } from './acting.ts';
import type { FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks what the other matter is. */
export const askWhatToSplit = opens('split', undefined, splitForm);

/** A ticket holds two matters: the second becomes a ticket of its own, for the same requester. */
export const splitTicket: FormFlow = async (turn, desk) => {
  const { person, doer } = await whoActs(turn, desk);
  const { title, description } = turn.event.values;
  if (typeof title !== 'string')
    return turn.formProblem('title', (await contextFor(desk, person)).words.problems.required);
  const whole = await desk.tickets.get(turn.event.value, doer.actor);
  requirePermission(doer.actor, 'split', whole);
  const { kind, requester, service, team, impact, urgency, groups, confidential } = whole;
  const asked = { kind, requester, service, team, impact, urgency, groups };
  const { ticket: part } = await desk.tickets.open(
    {
      ...asked,
      confidential,
      estimate: await desk.estimates.for(asked),
      title,
      description: typeof description === 'string' ? description : title,
      raisedBy: person.id,
      links: [{ kind: 'parent', to: whole.key }],
      source: { via: 'split', key: doer.event, files: [] },
    },
    doer.event,
  );
  const ticket = await desk.tickets.change(whole.key, doer, 'split', link('child', part.key));
  await sayDone(turn, desk, person, ticket, ({ words }) => words.done.split(ticket.key, part.key));
};

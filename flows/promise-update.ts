import type { ActionEvent, FormEvent, MessageEvent } from '../src/chat/event.ts';
import type { Turn } from '../src/chat/turn.ts';
import type { Desk } from '../src/desk.ts';
import type { Person } from '../src/people/person.ts';
import { instantSoon } from '../src/sla/instant-soon.ts';
import { promiseUpdate } from '../src/tickets/moves/promising.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import type { Doer } from '../src/tickets/ticket-service.ts';
import { promisedTime } from '../src/triage/promised-time.ts';
import { dateSpan } from '../src/views/dates.ts';
import { promiseForm } from '../src/views/forms/promise-form.ts';
import { promiseOffer } from '../src/views/promise-offer.ts';
import { type Acting, contextFor, sayDone, whoActs } from './acting.ts';
import type { ActionFlow, FormFlow } from './flow.ts';
import { opens } from './opening.ts';

/** Asks by when. */
export const askForPromise = opens('reply', 'promise', promiseForm);

/** An agent says by when the requester hears more; they are reminded, and the card says so. */
export const promiseByForm: FormFlow = async (turn, desk) => {
  const acting = await whoActs(turn, desk);
  const by = await promisedBy(turn, desk, acting.person);
  if (by) await promise(turn, desk, acting, turn.event.value, by);
  else if (by === null) turn.formProblem('by', (await contextFor(desk, acting.person)).words.problems.required);
};

/** The agent agrees that what they wrote was a promise. */
export const promiseAsWritten: ActionFlow = async (turn, desk) => {
  const [key = '', instant = ''] = turn.event.value.split(' ');
  await promise(turn, desk, await whoActs(turn, desk), key, new Date(instant));
};

/**
 * What the field `by` of a form means.
 * @returns null when it is empty; undefined when it means nothing to come, which the form then says
 */
export async function promisedBy(turn: Turn<FormEvent>, desk: Desk, person: Person): Promise<Date | null | undefined> {
  const { by } = turn.event.values;
  if (typeof by !== 'string') return null;
  const { words, timeZone } = await contextFor(desk, person);
  const now = desk.clock.now();
  const dueAt = instantSoon(timeZone, by, now);
  if (dueAt && dueAt > now) return dueAt;
  turn.formProblem('by', dueAt ? words.problems.pastDate : words.later.badTime);
  return undefined;
}

/** Public words that sound like a promise are offered as one; nothing is assumed. */
export async function offerPromise(
  turn: Turn<MessageEvent | FormEvent | ActionEvent>,
  desk: Desk,
  { person }: Pick<Acting, 'person'>,
  ticket: Ticket,
  text: string,
): Promise<void> {
  const context = await contextFor(desk, person, [ticket]);
  const dueAt = await promisedTime(text, context.timeZone, desk.clock.now());
  if (dueAt) await turn.whisper(promiseOffer(ticket, dueAt, context));
}

/** A promise that comes with something else that the same form did. */
export function promiseWith(desk: Desk, { key }: Ticket, { actor, event }: Doer, dueAt: Date): Promise<Ticket> {
  const doer = { actor, event: `${event}:promise` };
  return desk.tickets.change(key, doer, 'reply', promiseUpdate(doer.event, dueAt));
}

async function promise(
  turn: Turn<ActionEvent | FormEvent>,
  desk: Desk,
  { person, doer }: Acting,
  key: string,
  dueAt: Date,
): Promise<void> {
  const ticket = await desk.tickets.change(key, doer, 'reply', promiseUpdate(doer.event, dueAt));
  await sayDone(turn, desk, person, ticket, (context) =>
    context.words.later.promised(context.person(ticket.requester), key, dateSpan(dueAt, 'dateTime', context)),
  );
}

import { changeOf, type Move } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import type { PromisedUpdate } from '../ticket.ts';

type Promises = readonly PromisedUpdate[];

/** An agent says by when the requester hears more. Their earlier promise for this ticket, while open, gives way to it. */
export const promiseUpdate =
  (id: string, dueAt: Date): Move =>
  (ticket, context) => {
    requireStart('promise', ticket);
    const promise: PromisedUpdate = { id, by: context.by, madeAt: context.now, dueAt, state: 'open' };
    const before = ended(ticket.promises, 'dropped', ({ by }) => by === context.by);
    return changeOf(ticket, context, 'promise', { set: { promises: [...before, promise] } });
  };

/** A promise was not kept in time. @param alarm never rings again */
export const missPromise =
  (id: string, alarm: string, owes: Parameters<typeof changeOf>[3]['owes'] = []): Move =>
  (ticket, context) => {
    requireStart('missPromise', ticket);
    const promises = ended(ticket.promises, 'missed', (promise) => promise.id === id);
    return changeOf(ticket, context, 'missPromise', { set: { promises }, alarm, owes });
  };

/** Whoever was promised an update has it now: by an agent's public words. */
export function keptBy(promises: Promises): Promises {
  return ended(promises, 'kept', () => true);
}

/** The ticket is over, so that nothing is awaited any more. */
export function dropped(promises: Promises): Promises {
  return ended(promises, 'dropped', () => true);
}

function ended(
  promises: Promises,
  state: PromisedUpdate['state'],
  isMeant: (promise: PromisedUpdate) => boolean,
): Promises {
  return promises.map((promise) => (promise.state === 'open' && isMeant(promise) ? { ...promise, state } : promise));
}

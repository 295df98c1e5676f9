import type { Collection, UpdateFilter } from 'mongodb';
import type { DeliveryStore, Lease, Settled } from '../delivery/delivery-store.ts';
import type { CardSlot, Ticket } from '../tickets/ticket.ts';
import { collectionOf, type Models } from './models.ts';
import { type TicketDocument, toTicket } from './ticket-document.ts';

const longAgo = new Date(0);

/** The courier's side of the tickets collection. */
export class MongoDeliveryStore implements DeliveryStore {
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
  }

  async lease(key: string, now: Date, until: Date): Promise<Lease | 'taken' | undefined> {
    const before = await this.#tickets.findOneAndUpdate(
      { _id: key, owing: true, leaseUntil: { $lte: now } },
      { $set: { leaseUntil: until, isLeased: true } },
      { returnDocument: 'before' },
    );
    if (before) return { ticket: toTicket(before), isTakenOver: before.isLeased };
    return (await this.#tickets.countDocuments({ _id: key, owing: true })) > 0 ? 'taken' : undefined;
  }

  async extend(key: string, until: Date): Promise<void> {
    await this.#tickets.updateOne({ _id: key }, { $set: { leaseUntil: until } });
  }

  async settle(ticket: Ticket, settled: Settled): Promise<Ticket | undefined> {
    const { set, ...rest } = notes(settled);
    const added = await this.#addSlots(ticket.key, settled.newSlots);
    const options = settled.slots.length > 0 ? { arrayFilters: slotFilters(settled.slots) } : {};
    const asRead = { _id: ticket.key, version: ticket.version, deliveries: ticket.deliveries + added };
    const released = await this.#tickets.updateOne(asRead, update({ ...set, ...givenBack(settled) }, rest), options);
    if (released.matchedCount > 0) return undefined;
    const now = await this.#tickets.findOneAndUpdate({ _id: ticket.key }, update(set, rest), {
      ...options,
      returnDocument: 'after',
    });
    return now ? toTicket(now) : undefined;
  }

  /** In a write of its own: one update cannot change slots and add some. @returns by how much `deliveries` went up */
  async #addSlots(key: string, slots: readonly CardSlot[]): Promise<0 | 1> {
    if (slots.length === 0) return 0;
    const threads = slots.flatMap((slot) => (slot.thread ? [slot.thread] : []));
    await this.#tickets.updateOne({ _id: key }, {
      $push: { cards: { $each: [...slots] } },
      $addToSet: { threads: { $each: threads } },
      $inc: { deliveries: 1 },
    } as never);
    return 1;
  }

  async poke(key: string): Promise<void> {
    await this.#tickets.updateOne({ _id: key }, { $set: { owing: true }, $inc: { deliveries: 1 } });
  }

  async owing(now: Date, limit: number): Promise<readonly string[]> {
    const documents = await this.#tickets
      .find({ owing: true, retryAt: { $lte: now }, leaseUntil: { $lte: now } })
      .sort({ retryAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return documents.map(({ _id }) => _id);
  }

  async disown(): Promise<void> {
    await this.#tickets.updateMany({ owing: true }, { $set: { leaseUntil: longAgo, retryAt: longAgo } });
  }
}

type Fields = Readonly<Record<string, unknown>>;

function update(set: Fields, rest: Fields): UpdateFilter<TicketDocument> {
  return { ...(Object.keys(set).length > 0 ? { $set: set } : {}), ...rest } as UpdateFilter<TicketDocument>;
}

function givenBack({ next }: Settled): Fields {
  switch (next.kind) {
    case 'done':
      return { owing: false, leaseUntil: longAgo, isLeased: false, retryAt: longAgo };
    case 'more':
      return { leaseUntil: longAgo, isLeased: false, retryAt: longAgo };
    case 'later':
      return { leaseUntil: longAgo, isLeased: next.mayHaveArrived, retryAt: next.at };
  }
}

function notes({ slots, doneEffects, posted, thread }: Settled) {
  const threads = slots.flatMap((slot) => (slot.thread ? [slot.thread] : []));
  if (thread) threads.push(thread);
  return {
    set: { ...slotFields(slots), ...(thread ? { thread } : {}) },
    ...(threads.length > 0 ? { $addToSet: { threads: { $each: threads } } } : {}),
    ...(doneEffects.length > 0 ? { $pull: { owes: { id: { $in: doneEffects } } } } : {}),
    $inc: { deliveries: 1, botMessages: posted },
  };
}

function slotFilters(slots: readonly CardSlot[]): Record<string, string>[] {
  return slots.map((slot, index) => ({ [`s${index}.id`]: slot.id }));
}

/** A slot is changed in place, so that one which a move has just added stays. `moved` is for moves to say. */
function slotFields(slots: readonly CardSlot[]): Fields {
  return Object.fromEntries(
    slots.flatMap(({ message, thread, drawn, state }, index) =>
      Object.entries({ message, thread, drawn, ...(state === 'direct' ? { state } : {}) })
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [`cards.$[s${index}].${field}`, value]),
    ),
  );
}

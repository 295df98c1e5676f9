import type { Collection, UpdateFilter } from 'mongodb';
import type { DeliveryStore, Settled } from '../delivery/delivery-store.ts';
import type { CardSlot, Ticket } from '../tickets/ticket.ts';
import { collectionOf, type Models } from './models.ts';
import { type TicketDocument, toTicket } from './ticket-document.ts';

const nobody = new Date(0);

/** The courier's side of the tickets collection. */
export class MongoDeliveryStore implements DeliveryStore {
  readonly #tickets: Collection<TicketDocument>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
  }

  async lease(key: string, now: Date, until: Date): Promise<Ticket | undefined> {
    const document = await this.#tickets.findOneAndUpdate(
      { _id: key, owing: true, leaseUntil: { $lte: now } },
      { $set: { leaseUntil: until } },
      { returnDocument: 'after' },
    );
    return document ? toTicket(document) : undefined;
  }

  async settle(key: string, settled: Settled): Promise<Ticket | undefined> {
    const { slots = [], newSlots = [], doneEffects = [], posted = 0, thread } = settled;
    const threads = [...slots, ...newSlots].flatMap((slot) => (slot.thread ? [slot.thread] : []));
    const update = {
      ...(slots.length + (thread ? 1 : 0) > 0 ? { $set: { ...slotFields(slots), ...(thread ? { thread } : {}) } } : {}),
      ...(threads.length + (thread ? 1 : 0) > 0
        ? { $addToSet: { threads: { $each: [...threads, ...(thread ? [thread] : [])] } } }
        : {}),
      ...(newSlots.length > 0 ? { $push: { cards: { $each: [...newSlots] } } } : {}),
      ...(doneEffects.length > 0 ? { $pull: { owes: { id: { $in: [...doneEffects] } } } } : {}),
      $inc: { deliveries: 1, botMessages: posted },
    };
    const document = await this.#tickets.findOneAndUpdate({ _id: key }, update as UpdateFilter<TicketDocument>, {
      returnDocument: 'after',
      ...(slots.length > 0 ? { arrayFilters: slots.map((slot, index) => ({ [`s${index}.id`]: slot.id })) } : {}),
    });
    return document ? toTicket(document) : undefined;
  }

  async release(ticket: Ticket, isDone: boolean, retryAt: Date | undefined): Promise<boolean> {
    const seen = { _id: ticket.key, version: ticket.version, deliveries: ticket.deliveries };
    const $set = isDone ? { owing: false, leaseUntil: nobody } : { leaseUntil: retryAt ?? nobody };
    const { matchedCount } = await this.#tickets.updateOne(seen, { $set });
    if (matchedCount > 0) return !isDone && !retryAt;
    await this.#tickets.updateOne({ _id: ticket.key }, { $set: { leaseUntil: nobody } });
    return true;
  }

  async poke(key: string): Promise<void> {
    await this.#tickets.updateOne({ _id: key }, { $set: { owing: true }, $inc: { deliveries: 1 } });
  }

  async owing(now: Date, limit: number): Promise<readonly string[]> {
    const documents = await this.#tickets
      .find({ owing: true, leaseUntil: { $lte: now } })
      .sort({ leaseUntil: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return documents.map(({ _id }) => _id);
  }

  async disown(): Promise<void> {
    await this.#tickets.updateMany({ owing: true }, { $set: { leaseUntil: nobody } });
  }
}

/** A slot is changed in place, so that a slot which a move has just added stays. `state` belongs to the moves. */
function slotFields(slots: readonly CardSlot[]): Record<string, unknown> {
  return Object.fromEntries(
    slots.flatMap(({ message, thread, drawn, state }, index) =>
      Object.entries({ message, thread, drawn, ...(state === 'direct' ? { state } : {}) })
        .filter(([, value]) => value !== undefined)
        .map(([field, value]) => [`cards.$[s${index}].${field}`, value]),
    ),
  );
}

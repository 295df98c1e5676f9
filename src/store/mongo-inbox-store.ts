import type { Collection } from 'mongodb';
import type { ChatEvent } from '../chat/event.ts';
import type { InboxStore, Received } from '../delivery/inbox-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface InboxDocument {
  readonly _id: string;
  readonly state: 'pending' | 'done';
  readonly event?: ChatEvent;
  readonly at: Date;
  /** When it may be taken (again). */
  readonly nextAt: Date;
  readonly attempts: number;
  readonly doneAt?: Date;
}

/** The inbox in MongoDB or the embedded server. A done event keeps its id for three days (TTL index). */
export class MongoInboxStore implements InboxStore {
  readonly #inbox: Collection<InboxDocument>;

  constructor(models: Models) {
    this.#inbox = collectionOf(models.inbox);
  }

  async put(event: ChatEvent, ownedUntil: Date): Promise<boolean> {
    try {
      await this.#inbox.insertOne({
        _id: event.id,
        state: 'pending',
        event,
        at: event.at,
        nextAt: ownedUntil,
        attempts: 1,
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async takeDue(now: Date, ownedUntil: Date): Promise<Received | undefined> {
    const document = await this.#inbox.findOneAndUpdate(
      { state: 'pending', nextAt: { $lte: now } },
      { $set: { nextAt: ownedUntil }, $inc: { attempts: 1 } },
      { sort: { nextAt: 1, at: 1 }, returnDocument: 'after' },
    );
    return document?.event ? { event: document.event, attempts: document.attempts } : undefined;
  }

  async done(id: string, now: Date): Promise<void> {
    await this.#inbox.updateOne({ _id: id }, { $set: { state: 'done', doneAt: now }, $unset: { event: '' } });
  }

  async postpone(id: string, until: Date): Promise<void> {
    await this.#inbox.updateOne({ _id: id, state: 'pending' }, { $set: { nextAt: until } });
  }

  async pending(): Promise<number> {
    return this.#inbox.countDocuments({ state: 'pending' });
  }

  async disown(now: Date): Promise<void> {
    await this.#inbox.updateMany({ state: 'pending' }, { $set: { nextAt: now } });
  }
}

import type { Collection } from 'mongodb';
import type { DigestContent } from '../reports/digest-content.ts';
import type { DigestCopy, DigestStore } from '../reports/digest-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

interface CopyDocument extends DigestCopy {
  /** `<digest> <edition> <person>` */
  readonly _id: string;
  readonly claimedAt: Date;
  /** Who has the right to send has it until then. */
  readonly leaseUntil: Date;
  /** Whether an attempt may have arrived; true while somebody sends. */
  readonly inDoubt: boolean;
  readonly doneAt?: Date;
  readonly content?: DigestContent;
}

interface MuteDocument {
  /** `<digest> <person>` */
  readonly _id: string;
  readonly until: Date;
}

/** Sent and muted digests in MongoDB or the embedded server. */
export class MongoDigestStore implements DigestStore {
  readonly #copies: Collection<CopyDocument>;
  readonly #mutes: Collection<MuteDocument>;
  readonly #settings: Collection<{ readonly _id: string; readonly since: Date }>;

  constructor(models: Pick<Models, 'digestCopies' | 'digestMutes' | 'settings'>) {
    this.#copies = collectionOf(models.digestCopies);
    this.#mutes = collectionOf(models.digestMutes);
    this.#settings = collectionOf(models.settings);
  }

  async claim(
    copy: DigestCopy,
    now: Date,
    until: Date,
  ): Promise<'done' | 'taken' | { readonly mayHaveArrived: boolean }> {
    const _id = idOf(copy);
    try {
      await this.#copies.insertOne({ _id, ...copy, claimedAt: now, leaseUntil: until, inDoubt: true });
      return { mayHaveArrived: false };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const left = await this.#copies.findOneAndUpdate(
      { _id, doneAt: { $exists: false }, leaseUntil: { $lte: now } },
      { $set: { leaseUntil: until, inDoubt: true } },
      { returnDocument: 'before', projection: { inDoubt: 1 } },
    );
    if (left) return { mayHaveArrived: left.inDoubt };
    return (await this.#copies.countDocuments({ _id, doneAt: { $exists: true } })) > 0 ? 'done' : 'taken';
  }

  async postpone(copy: DigestCopy, until: Date, mayHaveArrived: boolean): Promise<void> {
    await this.#copies.updateOne({ _id: idOf(copy) }, { $set: { leaseUntil: until, inDoubt: mayHaveArrived } });
  }

  async settle(copy: DigestCopy, now: Date, content?: DigestContent): Promise<void> {
    const done = { doneAt: now, inDoubt: false, ...(content ? { content } : {}) };
    await this.#copies.updateOne({ _id: idOf(copy) }, { $set: done });
  }

  async content(copy: DigestCopy): Promise<DigestContent | undefined> {
    const document = await this.#copies.findOne({ _id: idOf(copy) }, { projection: { content: 1 } });
    return document?.content;
  }

  async since(now: Date): Promise<Date> {
    const update = { $min: { since: now } };
    const known = await this.#settings.findOneAndUpdate({ _id: 'digests' }, update, {
      upsert: true,
      returnDocument: 'after',
    });
    return known?.since ?? now;
  }

  async disown(now: Date): Promise<void> {
    await this.#copies.updateMany({ doneAt: { $exists: false } }, { $set: { leaseUntil: now } });
  }

  async mute(digest: string, person: string, until: Date): Promise<void> {
    await this.#mutes.updateOne({ _id: `${digest} ${person}` }, { $set: { until } }, { upsert: true });
  }

  async unmute(digest: string, person: string): Promise<void> {
    await this.#mutes.deleteOne({ _id: `${digest} ${person}` });
  }

  async mutedUntil(digest: string, person: string): Promise<Date | undefined> {
    return (await this.#mutes.findOne({ _id: `${digest} ${person}` }))?.until;
  }
}

function idOf({ digest, edition, person }: DigestCopy): string {
  return `${digest} ${edition} ${person}`;
}

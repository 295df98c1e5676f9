import type { Collection } from 'mongodb';
import type { MessageRef } from '../chat/refs.ts';
import type { DropStore, Sealed } from '../secrets/drop-store.ts';
import type { SealedDrop, SecretDrop } from '../secrets/secret-drop.ts';
import { collectionOf, type Models } from './models.ts';

interface DropDocument extends Omit<SealedDrop, 'id'> {
  readonly _id: string;
  /** When the database itself takes it away (TTL index), whatever became of it. */
  readonly removeAt: Date;
}

/** How long it is known what became of a secret; the secret itself is gone with its state. */
const rememberedMs = 24 * 3600_000;
const nothing = { sealed: '', grants: '', keyHash: '' } as const;

/** Secrets to be handed over, in MongoDB or the embedded server. */
export class MongoDropStore implements DropStore {
  readonly #drops: Collection<DropDocument>;

  constructor(models: Models) {
    this.#drops = collectionOf(models.secretDrops);
  }

  async insert({ id, ...drop }: SealedDrop): Promise<void> {
    await this.#drops.insertOne({ _id: id, ...drop, removeAt: new Date(drop.expiresAt.getTime() + rememberedMs) });
  }

  async find(id: string): Promise<SealedDrop | undefined> {
    return toDrop(await this.#drops.findOne({ _id: id }));
  }

  async fill(id: string, by: { entryHash: string; now: Date }, sealed: Sealed): Promise<SecretDrop | undefined> {
    const document = await this.#drops.findOneAndUpdate(
      { _id: id, state: 'asked', entryHash: by.entryHash, expiresAt: { $gt: by.now } },
      { $set: { state: 'filled', ...sealed } },
      { returnDocument: 'after' },
    );
    return toDrop(document);
  }

  async empty(id: string, keyHash: string): Promise<void> {
    const { sealed, keyHash: hash } = nothing;
    await this.#drops.updateOne(
      { _id: id, state: 'filled', keyHash },
      { $set: { state: 'asked', grants: [] }, $unset: { sealed, keyHash: hash } },
    );
  }

  async grant(id: string, grant: SealedDrop['grants'][number], now: Date): Promise<boolean> {
    const { matchedCount } = await this.#drops.updateOne(
      { _id: id, state: 'filled', expiresAt: { $gt: now } },
      { $push: { grants: grant } },
    );
    return matchedCount > 0;
  }

  async open(id: string, grantHash: string, now: Date): Promise<SealedDrop | undefined> {
    const found = await this.#drops.findOne({ _id: id });
    const person = found?.grants?.find(({ hash }) => hash === grantHash)?.person;
    if (person === undefined) return undefined;
    const before = await this.#drops.findOneAndUpdate(
      { _id: id, state: 'filled', expiresAt: { $gt: now }, 'grants.hash': grantHash },
      { $set: { state: 'opened', opened: { by: person, at: now } }, $unset: nothing },
      { returnDocument: 'before' },
    );
    return toDrop(before);
  }

  async expireOne(now: Date): Promise<SecretDrop | undefined> {
    const document = await this.#drops.findOneAndUpdate(
      { state: { $in: ['asked', 'filled'] }, expiresAt: { $lte: now } },
      { $set: { state: 'expired' }, $unset: nothing },
      { returnDocument: 'after' },
    );
    return toDrop(document);
  }

  async noteCards(id: string, cards: { entry?: readonly MessageRef[]; open?: readonly MessageRef[] }): Promise<void> {
    const { entry, open } = cards;
    await this.#drops.updateOne(
      { _id: id },
      { $set: { ...(entry ? { entryCards: entry } : {}), ...(open ? { openCards: open } : {}) } },
    );
  }
}

function toDrop(document: DropDocument | null): SealedDrop | undefined {
  if (!document) return undefined;
  const { _id, removeAt: _, grants, ...drop } = document;
  return { id: _id, ...drop, grants: grants ?? [] };
}

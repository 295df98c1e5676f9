import type { Collection } from 'mongodb';
import type { Place } from '../chat/refs.ts';
import type { Copy, Remark } from '../tickets/conversation.ts';
import type { RemarkPatch, RemarkStore } from '../tickets/remark-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { collectionOf, type Models } from './models.ts';

type RemarkDocument = Omit<Remark, 'id'> & { readonly _id: string };

/** What was said about tickets, in MongoDB or the embedded server. */
export class MongoRemarkStore implements RemarkStore {
  readonly #remarks: Collection<RemarkDocument>;

  constructor(models: Models) {
    this.#remarks = collectionOf(models.remarks);
  }

  async insert({ id, ...remark }: Remark): Promise<boolean> {
    try {
      await this.#remarks.insertOne({ _id: id, ...remark });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async find(id: string): Promise<Remark | undefined> {
    const document = await this.#remarks.findOne({ _id: id });
    return document ? toRemark(document) : undefined;
  }

  async of(ticket: string, limit: number): Promise<readonly Remark[]> {
    const newest = await this.#remarks.find({ ticket }).sort({ at: -1 }).limit(limit).toArray();
    return newest.reverse().map(toRemark);
  }

  async owingOf(ticket: string): Promise<readonly Remark[]> {
    const documents = await this.#remarks.find({ ticket, owing: true }).sort({ at: 1 }).toArray();
    return documents.map(toRemark);
  }

  async recentIn(place: Place, since: Date, limit: number): Promise<readonly Remark[]> {
    const newest = (where: 'thread' | 'copies.thread') =>
      this.#remarks
        .find({ [where]: place, at: { $gte: since } })
        .sort({ at: -1 })
        .limit(limit)
        .toArray();
    const [said, carried] = await Promise.all([newest('thread'), newest('copies.thread')]);
    const inOrder = [...said, ...carried].sort((a, b) => b.at.getTime() - a.at.getTime());
    return inOrder.slice(0, limit).map(toRemark);
  }

  async change(id: string, set: RemarkPatch): Promise<Remark | undefined> {
    const document = await this.#remarks.findOneAndUpdate(
      { _id: id },
      { $set: { ...set, owing: true }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    return document ? toRemark(document) : undefined;
  }

  async settle(remark: Remark, copies: readonly Copy[], isDone: boolean): Promise<void> {
    await this.#remarks.updateOne({ _id: remark.id }, { $set: { copies } });
    if (isDone) await this.#remarks.updateOne({ _id: remark.id, version: remark.version }, { $set: { owing: false } });
  }
}

function toRemark({ _id, ...rest }: RemarkDocument): Remark {
  return { id: _id, ...rest };
}

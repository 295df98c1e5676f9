import type { Collection } from 'mongodb';
import type { AlarmStore, Forecast } from '../tickets/alarm-store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { collectionOf, type Models } from './models.ts';
import { type TicketDocument, toTicket } from './ticket-document.ts';

/** The alarms' side of the tickets collection. */
export class MongoAlarmStore implements AlarmStore {
  readonly #tickets: Collection<TicketDocument>;
  readonly #settings: Collection<{ _id: string; value: string }>;

  constructor(models: Models) {
    this.#tickets = collectionOf(models.tickets);
    this.#settings = collectionOf(models.settings);
  }

  async *due(now: Date, pageSize: number): AsyncIterable<readonly Ticket[]> {
    const cursor = this.#tickets
      .find({ nextAlarmAt: { $lte: now } })
      .sort({ nextAlarmAt: 1 })
      .batchSize(pageSize);
    const read = async () => ((await cursor.hasNext()) ? cursor.readBufferedDocuments() : undefined);
    try {
      let next = read();
      for (let page = await next; page; page = await next) {
        next = read();
        next.catch(() => undefined); // it is told when its turn comes
        yield page.map(toTicket);
      }
    } finally {
      await cursor.close();
    }
  }

  async foretell(forecasts: readonly Forecast[]): Promise<void> {
    if (forecasts.length === 0) return;
    const writes = forecasts.map(({ ticket: { key, version }, sla, nextAlarmAt }) => ({
      updateOne: {
        filter: { _id: key, version },
        update: {
          ...(sla || nextAlarmAt ? { $set: { ...(sla ? { sla } : {}), ...(nextAlarmAt ? { nextAlarmAt } : {}) } } : {}),
          ...(nextAlarmAt ? {} : { $unset: { nextAlarmAt: '' as const } }),
        },
      },
    }));
    await this.#tickets.bulkWrite(writes, { ordered: false });
  }

  async ringing(after: string | undefined, limit: number): Promise<readonly Ticket[]> {
    const documents = await this.#tickets
      .find({
        ...(after === undefined ? {} : { _id: { $gt: after } }),
        $or: [{ status: { $in: ['new', 'in_progress', 'on_hold', 'resolved'] } }, { nextAlarmAt: { $gt: longAgo } }],
      })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return documents.map(toTicket);
  }

  async forecastRules(): Promise<string | undefined> {
    return (await this.#settings.findOne({ _id: rulesId }))?.value;
  }

  async setForecastRules(fingerprint: string): Promise<void> {
    await this.#settings.updateOne({ _id: rulesId }, { $set: { value: fingerprint } }, { upsert: true });
  }
}

const longAgo = new Date(0);
const rulesId = 'rules of the forecasts';

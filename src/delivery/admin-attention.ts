import { LRUCache } from 'lru-cache';
import type { Desk } from '../desk.ts';
import { refOf } from '../people/people-service.ts';
import { deliveryTroubleCard } from '../views/delivery-trouble-card.ts';

/** Something that only an admin can put right. */
export interface Trouble {
  /** The platform's word for it. */
  readonly code: string;
  /** What it is about: a channel, a token. */
  readonly what: string;
  /** What to do. */
  readonly advice: string;
}

const onceInMs = 24 * 3_600_000;

/** Tells the admins what they have to put right: each thing once a day, in the log and by a direct message. */
export class AdminAttention {
  readonly #desk: Desk;
  readonly #told = new LRUCache<string, true>({ max: 1_000, ttl: onceInMs });

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  tell(trouble: Trouble): void {
    const key = `${trouble.code} ${trouble.what}`;
    if (this.#told.has(key)) return;
    this.#told.set(key, true);
    this.#desk.log.error({ code: trouble.code, what: trouble.what }, trouble.advice);
    void this.#tellAdmins(trouble.advice).catch((error: unknown) => {
      this.#desk.log.warn({ err: error }, 'the admins could not be told; see the line before');
    });
  }

  async #tellAdmins(advice: string): Promise<void> {
    const { people, chat, config, contexts } = this.#desk;
    for (const entry of config().people.admins) {
      const admin = await people.byEntry(entry);
      if (!admin?.isActive) continue;
      const ref = refOf(admin, chat);
      const adapter = chat.at(ref);
      await adapter.post(await adapter.direct(ref), deliveryTroubleCard(advice, await contexts.for(admin)));
    }
  }
}

import type { Desk } from '../desk.ts';
import { DeliveryError } from '../errors.ts';
import { refOf } from '../people/people-service.ts';
import { licensed } from '../triage/learning-triage.ts';
import { type Licence, renewed } from '../triage/licence.ts';
import type { News, TriageStore } from '../triage/triage-store.ts';
import { triageSilencedCard } from '../views/triage-silenced-card.ts';

/** A process that died while it told the admins loses its right to after so long. */
const leaseMs = 120_000;

/**
 * Looks what triage was worth: gives licences to what has proved right, takes them from what no longer is, and tells the
 * admins of these once. Safe to repeat, and for several processes at once.
 */
export class TriageWatch {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async look(now: Date): Promise<void> {
    const { triage, config, log } = this.#desk;
    await triage.load();
    await triage.refresh();
    const evidence = triage.evidence();
    for (const { field, by } of licensed) {
      const before = triage.licence(field, by);
      const after = renewed(before, evidence, config().assistant.triage, now);
      if (after === before) continue;
      const isOurs = await triage.store.writeLicence(after, after.state === 'silent');
      if (isOurs) log.info({ field, by, state: after.state, right: after.right, judged: after.judged }, 'triage');
    }
    await triage.refresh();
    await this.#tellAll(triage.store);
  }

  async #tellAll(store: TriageStore): Promise<void> {
    const { clock } = this.#desk;
    for (;;) {
      const now = clock.now();
      const news = await store.claimNews(now, new Date(now.getTime() + leaseMs));
      if (!news) return;
      await this.#tell(news);
      await store.settleNews(news);
    }
  }

  /** @throws DeliveryError when it may be tried again */
  async #tell(news: News): Promise<void> {
    const { people, chat, config, contexts, log } = this.#desk;
    for (const entry of config().people.admins) {
      const admin = await people.byEntry(entry);
      if (!admin?.isActive) continue;
      const card = triageSilencedCard(news, await contexts.for(admin));
      const ref = refOf(admin, chat);
      try {
        const place = await chat.at(ref).direct(ref);
        const mark = { id: markOf(news, admin.id) };
        await chat.at(place).post(place, { ...card, mark }, { mayHaveArrived: news.mayHaveArrived });
      } catch (error) {
        if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
        log.warn({ err: error, admin: admin.id }, 'an admin cannot be told that triage has fallen silent');
      }
    }
  }
}

/** The same news is told once, whoever tells it. */
function markOf({ field, by, version }: Licence, person: string): string {
  return `triage:${field}:${by}:${version}:${person}`;
}

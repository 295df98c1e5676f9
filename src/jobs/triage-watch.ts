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

  /** What fell silent at the same time is told in one message. */
  async #tellAll(store: TriageStore): Promise<void> {
    const { clock } = this.#desk;
    const now = clock.now();
    const all: News[] = [];
    const until = new Date(now.getTime() + leaseMs);
    for (let news = await store.claimNews(now, until); news; news = await store.claimNews(now, until)) all.push(news);
    if (all.length > 0) await this.#tell(all.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)));
    for (const news of all) await store.settleNews(news);
  }

  /** @throws DeliveryError when it may be tried again */
  async #tell(all: readonly News[]): Promise<void> {
    const { people, chat, config, contexts, log } = this.#desk;
    const mayHaveArrived = all.some((news) => news.mayHaveArrived);
    for (const entry of config().people.admins) {
      const admin = await people.byEntry(entry);
      if (!admin?.isActive) continue;
      const card = triageSilencedCard(all, await contexts.for(admin));
      const ref = refOf(admin, chat);
      try {
        const place = await chat.at(ref).direct(ref);
        const mark = { id: `triage:${all.map(nameOf).join(' ')}:${admin.id}` };
        await chat.at(place).post(place, { ...card, mark }, { mayHaveArrived });
      } catch (error) {
        if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
        log.warn({ err: error, admin: admin.id }, 'an admin cannot be told that triage has fallen silent');
      }
    }
  }
}

/** The same news is told once, whoever tells it. */
function nameOf({ field, by, version }: Licence): string {
  return `${field}:${by}:${version}`;
}

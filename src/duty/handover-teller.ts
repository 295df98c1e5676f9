import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../clock.ts';
import type { ViewContexts } from '../delivery/view-contexts.ts';
import { DeliveryError, DeskError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import { may } from '../tickets/permissions.ts';
import { absenceCard } from '../views/absence-card.ts';
import type { Absence } from './absence.ts';
import type { AbsenceStore, Telling } from './absence-store.ts';
import type { DutyService, Hearer } from './duty-service.ts';

export interface HandoverTellerParts {
  readonly store: AbsenceStore;
  readonly duty: DutyService;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly contexts: ViewContexts;
  readonly clock: Clock;
  readonly log: Log;
}

const leaseMs = 60_000;
const retryAfterMs = 30_000;

/**
 * Tells leads what somebody holds who has gone away: each once per absence, over crashes and with several processes. What is
 * owed stands with the absence; one process at a time tells it.
 */
export class HandoverTeller {
  readonly #parts: HandoverTellerParts;
  #sweeping: Promise<void> | undefined;

  constructor(parts: HandoverTellerParts) {
    this.#parts = parts;
  }

  /** Tells all that is owed now; joins a sweep that is on its way. Costs one look into an index when nothing is. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepAll().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    const { store, clock } = this.#parts;
    for (;;) {
      const now = clock.now();
      const telling = await store.lease(now, new Date(now.getTime() + leaseMs));
      if (!telling) return;
      await this.#tell(telling, now);
    }
  }

  async #tell({ absence, told, mayHaveArrived }: Telling, now: Date): Promise<void> {
    const { store, duty, log } = this.#parts;
    const failures: unknown[] = [];
    const tickets = absence.until > now ? await duty.heldBy(absence.person) : [];
    for (const hearer of await duty.whoHears({ absence, tickets }, now)) {
      if (told.includes(hearer.person.id)) continue;
      try {
        await this.#post(absence, hearer, mayHaveArrived);
        await store.told(absence, hearer.person.id);
      } catch (error) {
        if (isLasting(error)) log.warn({ err: error }, 'somebody could not be told who is away');
        else failures.push(error);
      }
    }
    const retryAt = new Date(now.getTime() + retryAfterMs);
    await store.settle(
      absence,
      failures.length === 0 ? 'done' : { retryAt, mayHaveArrived: failures.some(mayBeThere) },
    );
  }

  async #post(absence: Absence, { person, tickets }: Hearer, mayHaveArrived: boolean): Promise<void> {
    const { chat, people, contexts } = this.#parts;
    const ref = refOf(person, chat);
    const actor = people.actor(person);
    const facts = {
      absence,
      tickets: tickets.map((ticket) => ({ ticket, mayAssign: may(actor, 'assign', ticket) })),
    };
    const card = absenceCard(facts, await contexts.for(person, [absence.person]));
    const mark = { id: `away:${absence.person}:${absence.from.getTime()}:${person.id}` };
    const adapter = chat.at(ref);
    await adapter.post(await adapter.direct(ref), { ...card, mark }, { mayHaveArrived });
  }
}

/** Whether trying again makes no sense: no account, or none that may be written to. */
function isLasting(error: unknown): boolean {
  return error instanceof DeliveryError ? error.isPermanent : error instanceof DeskError;
}

function mayBeThere(error: unknown): boolean {
  return !(error instanceof DeliveryError) || error.mayHaveArrived;
}

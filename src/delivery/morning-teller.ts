import type { Chat } from '../chat/chat.ts';
import type { Place } from '../chat/refs.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type PeopleService, refOf } from '../people/people-service.ts';
import type { Person } from '../people/person.ts';
import type { PlacesService } from '../places/places-service.ts';
import type { NoticeEffect } from '../tickets/effects.ts';
import { liveAgentThreads } from '../tickets/moves/escalation.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { type HeldLine, morningCard } from '../views/morning-card.ts';
import type { CardPlaces } from './card-places.ts';
import type { HeldBundle, HeldNotice, HeldStore } from './held-store.ts';
import { peopleOf, type ViewContexts } from './view-contexts.ts';

export interface MorningTellerParts {
  readonly store: HeldStore;
  readonly chat: Chat;
  readonly people: PeopleService;
  readonly places: PlacesService;
  readonly cardPlaces: CardPlaces;
  readonly contexts: ViewContexts;
  readonly tickets: TicketService;
  readonly clock: Clock;
  readonly log: Log;
}

const leaseMs = 60_000;

/** Tells everybody in one message what quiet hours have held back for them, as far as it still holds. */
export class MorningTeller {
  readonly #parts: MorningTellerParts;

  constructor(parts: MorningTellerParts) {
    this.#parts = parts;
  }

  /** Sends what is due. Safe to repeat, also by several processes: one of them takes each bundle. */
  async sweep(): Promise<void> {
    const { store, clock, log } = this.#parts;
    for (;;) {
      const now = clock.now();
      const bundle = await store.take(now, new Date(now.getTime() + leaseMs));
      if (!bundle) return;
      try {
        await this.#tell(bundle);
        await store.sent(bundle);
      } catch (error) {
        log.warn({ err: error }, 'what quiet hours have held back could not be sent and is tried again');
      }
    }
  }

  async #tell(bundle: HeldBundle): Promise<void> {
    const lines = await this.#lines(bundle.notices);
    if (lines.length === 0) return;
    const mark = `held:${bundle.id}:${bundle.notices.length}`;
    for (const { place, reader } of await this.#hearers(bundle, lines)) {
      const named = lines.flatMap(({ ticket }) => [...peopleOf(ticket)]);
      const card = morningCard(lines, mark, await this.#parts.contexts.for(reader, named));
      await this.#parts.chat.at(place).post(place, card, { mayHaveArrived: bundle.mayHaveArrived });
    }
  }

  async #hearers({ to }: HeldBundle, lines: readonly HeldLine[]): Promise<readonly Hearer[]> {
    if ('person' in to) return [await this.#direct(await this.#parts.people.byId(to.person))];
    if ('ticket' in to) return liveAgentThreads(lines[0]?.ticket ?? { cards: [] }).map((place) => ({ place }));
    const triage = await this.#parts.places.triage(to.team);
    if (triage) return [{ place: triage }];
    return Promise.all((await this.#parts.cardPlaces.workers(to.team)).map((person) => this.#direct(person)));
  }

  async #direct(reader: Person | undefined): Promise<Hearer> {
    const ref = refOf(reader, this.#parts.chat);
    return { place: await this.#parts.chat.at(ref).direct(ref), reader };
  }

  /** What still holds, of each ticket the latest of a kind. */
  async #lines(notices: readonly HeldNotice[]): Promise<readonly HeldLine[]> {
    const latest = new Map(notices.map((notice) => [subjectOf(notice), notice]));
    const lines = await Promise.all(
      [...latest.values()].map(async ({ ticket: key, effect }) => {
        const ticket = await this.#parts.tickets.find(key);
        return ticket && stillHolds(ticket, effect) ? [{ ticket, effect }] : [];
      }),
    );
    return lines.flat();
  }
}

interface Hearer {
  readonly place: Place;
  readonly reader?: Person | undefined;
}

function subjectOf({ ticket, effect }: HeldNotice): string {
  return `${ticket} ${effect.notice} ${effect.about?.target ?? ''} ${effect.about?.counterpart ?? ''}`;
}

/** Whether what was true in the night is true in the morning. */
function stillHolds(ticket: Ticket, { notice, about, at }: NoticeEffect): boolean {
  if (!isOpen(ticket)) return false;
  switch (notice) {
    case 'unclaimed':
      return ticket.status === 'new';
    case 'parked':
      return ticket.status === 'on_hold';
    case 'stale':
      return ticket.history.every((entry) => entry.by === 'desk' || entry.at <= at);
    case 'reminder': {
      const state = about?.target && !about.counterpart ? ticket.sla[about.target]?.state : 'running';
      return state === 'running' || state === 'breached';
    }
    default:
      return true;
  }
}

import type { Card } from '../chat/card.ts';
import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../clock.ts';
import { peopleOf, type ViewContexts } from '../delivery/view-contexts.ts';
import { DeliveryError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { outageStatusCard } from '../views/outage-status-card.ts';
import { possibleOutageCard } from '../views/possible-outage-card.ts';
import type { Outage, OutageCard } from './outage.ts';
import type { OutageStore } from './outage-store.ts';

export interface OutageTellerParts {
  readonly store: OutageStore;
  readonly tickets: Pick<TicketService, 'find'>;
  readonly remarks: Pick<RemarkStore, 'of'>;
  readonly chat: Chat;
  readonly contexts: ViewContexts;
  readonly clock: Clock;
  readonly log: Log;
}

const leaseMs = 60_000;
const tryAgainAfterMs = 5_000;
const sweepBatch = 50;
/** The last public update is among so many remarks. */
const lookedAtRemarks = 50;

/**
 * Draws the cards of outages: at once after a change, and by a sweep what a crash left. One process at a time for an outage;
 * what changes meanwhile is drawn at its end, so that a flood of reports becomes few drawings.
 */
export class OutageTeller {
  readonly #parts: OutageTellerParts;
  readonly #running = new Map<string, Promise<void>>();

  constructor(parts: OutageTellerParts) {
    this.#parts = parts;
  }

  /** Comes back when what was owed at the call is drawn, or cannot be now. Never throws for a platform that fails. */
  async tell(id: string): Promise<void> {
    const before = this.#running.get(id);
    if (before) return before;
    const run = this.#tell(id).finally(() => this.#running.delete(id));
    this.#running.set(id, run);
    return run;
  }

  /** The same for those who go on meanwhile: in a flood a card waits long for its turn at the platform. */
  begin(id: string): void {
    this.tell(id).catch((error: unknown) =>
      this.#parts.log.warn({ err: error }, 'a card of an outage is left to the next sweep'),
    );
  }

  /** How many outages are being told of. */
  get pending(): number {
    return this.#running.size;
  }

  /** An incident has changed: the cards of its outage show it. */
  async changed(ticket: Ticket): Promise<void> {
    // What was merged goes on in another one, which carries the outage from then on.
    if (!ticket.outage || ticket.mergedInto) return;
    const isOver = ticket.status === 'closed' || ticket.status === 'cancelled';
    const { key: parent, version: parentVersion } = ticket;
    const isNews = await this.#parts.store.touch(ticket.outage.id, { parent, parentVersion, isOver });
    if (isNews) await this.tell(ticket.outage.id);
  }

  /** Draws what a crash, another process or a failure has left. Safe to repeat. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#parts;
    for (const id of await store.owing(clock.now(), sweepBatch)) await this.tell(id);
  }

  async #tell(id: string): Promise<void> {
    const { store, clock, log } = this.#parts;
    const now = clock.now();
    const lease = await store.lease(id, now, new Date(now.getTime() + leaseMs));
    if (!lease) return;
    try {
      let outage: Outage | undefined = lease.outage;
      while (outage) outage = await store.settle(outage, await this.#draw(outage, lease.isTakenOver));
    } catch (error) {
      log.warn({ err: error }, 'a card of an outage could not be drawn and will be tried again');
      await store.release(id, new Date(clock.now().getTime() + tryAgainAfterMs));
    }
    // A change between the last look and the end of this run found it still running.
    if ((await store.owing(clock.now(), sweepBatch)).includes(id)) await this.#tell(id);
  }

  async #draw(outage: Outage, mayHaveArrived: boolean): Promise<readonly OutageCard[]> {
    const cards: OutageCard[] = [];
    const stale = outage.cards.some(({ drawn }) => drawn < outage.version);
    const parent = stale && outage.parent ? await this.#parts.tickets.find(outage.parent) : undefined;
    for (const card of outage.cards) {
      if (card.drawn >= outage.version) cards.push(card);
      else cards.push(await this.#drawOne(outage, parent, card, mayHaveArrived));
    }
    return cards;
  }

  async #drawOne(
    outage: Outage,
    parent: Ticket | undefined,
    card: OutageCard,
    mayHaveArrived: boolean,
  ): Promise<OutageCard> {
    const { chat } = this.#parts;
    const drawing = await this.#card(outage, parent, card);
    const drawn = outage.version;
    if (!drawing) return { ...card, drawn };
    try {
      if (!card.message) {
        const message = await chat.at(card.place).post(card.place, drawing, { mayHaveArrived });
        return { ...card, message, drawn };
      }
      await chat.at(card.message).update(card.message, drawing);
    } catch (error) {
      // A channel that is gone, or a card that somebody has deleted, holds up no other.
      if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
    }
    return { ...card, drawn };
  }

  async #card(outage: Outage, parent: Ticket | undefined, { id, kind }: OutageCard): Promise<Card | undefined> {
    const { contexts, remarks } = this.#parts;
    const markId = `${outage.id}:${id}`;
    if (kind === 'triage') {
      const shown = await this.#withoutConfidential(outage);
      const people = [...shown.reports.flatMap(({ person, isBot }) => (isBot ? [] : [person])), outage.by ?? ''];
      return possibleOutageCard(shown, markId, await contexts.for(undefined, people.filter(Boolean)));
    }
    if (!parent || parent.confidential) return undefined;
    const said = (await remarks.of(parent.key, lookedAtRemarks)).findLast(
      ({ side, visibility, deletedAt }) => side === 'agent' && visibility === 'public' && !deletedAt,
    );
    const update = said ? { text: said.text, at: said.at } : undefined;
    const context = await contexts.for(undefined, peopleOf(parent));
    return outageStatusCard(parent, { markId, update, isOpen: isOpen(parent) }, context);
  }

  /** A report may have become confidential since it was kept. */
  async #withoutConfidential(outage: Outage): Promise<Outage> {
    const isHidden = await Promise.all(
      outage.reports.map(
        async ({ id, isBot }) => !isBot && (await this.#parts.tickets.find(id))?.confidential === true,
      ),
    );
    return { ...outage, reports: outage.reports.filter((_, at) => !isHidden[at]) };
  }
}

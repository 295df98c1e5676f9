import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Spreader } from '../outages/spreader.ts';
import type { PlacesService } from '../places/places-service.ts';
import type { Remark } from '../tickets/conversation.ts';
import type { Effect, NoticeEffect } from '../tickets/effects.ts';
import { absorb } from '../tickets/moves/relations.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import type { Thinker } from '../tickets/thinker.ts';
import { type CardSlot, requesterThreads, type Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import type { CardDrawer } from './card-drawer.ts';
import type { HeldStore } from './held-store.ts';
import type { NoticeTeller } from './notice-teller.ts';
import { isLasting, Outcome, type Sending } from './outcome.ts';
import type { RemarkCarrier } from './remark-carrier.ts';

export interface DeliveryParts {
  readonly drawer: CardDrawer;
  readonly carrier: RemarkCarrier;
  readonly teller: NoticeTeller;
  readonly remarks: RemarkStore;
  readonly tickets: TicketService;
  readonly thinker: Thinker;
  readonly spreader: Spreader;
  readonly places: PlacesService;
  readonly held: HeldStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DeliveryFacts {
  readonly mayHaveArrived: boolean;
  /** Whether cards that lie already may be drawn anew now. */
  readonly isRedrawDue: boolean;
}

/** A thought that has not come to its end by then, in whichever process, is begun anew. */
const thinkingAtMostMs = 30_000;

/** Sends what one ticket owes, in the order in which a person should see it: cards first, then words as they were said. */
export class Delivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  async send(ticket: Ticket, { mayHaveArrived, isRedrawDue }: DeliveryFacts): Promise<Outcome> {
    const { drawer } = this.#parts;
    const outcome = new Outcome();
    const sending = { ticket, outcome, mayHaveArrived };
    for (const slot of ticket.cards.filter(isNowhere)) await this.#attempt(outcome, () => drawer.place(sending, slot));
    await this.#tell({ ...sending, ticket: outcome.seenIn(ticket) });
    for (const slot of ticket.cards.filter(isToShrink))
      await this.#attempt(outcome, () => drawer.shrink(sending, slot));
    if (!isRedrawDue) return outcome;
    for (const slot of staleCards(ticket)) await this.#attempt(outcome, () => drawer.redraw(sending, slot));
    return outcome;
  }

  /** Words and notices in the order of time. What fails for a while holds back what comes after it. */
  async #tell(sending: Sending): Promise<void> {
    const { ticket, outcome } = sending;
    const remarks = await this.#parts.remarks.owingOf(ticket.key);
    for (const item of inOrder(ticket.owes, remarks)) {
      const isDone = await this.#attempt(outcome, () => this.#tellOne(sending, item));
      if (!isDone && !isLasting(outcome.failures.at(-1))) return;
    }
  }

  async #tellOne(sending: Sending, item: Item): Promise<void> {
    if ('remark' in item) return this.#parts.carrier.carry(sending, item.remark);
    switch (item.effect.kind) {
      case 'notice':
        return this.#tellNotice(sending, item.effect);
      case 'absorb':
        await this.#goesOnIn(item.effect.into, sending.ticket);
        sending.outcome.did(item.effect.id);
        return;
      case 'consider':
        if (this.#parts.thinker.consider(sending.ticket, item.effect)) sending.outcome.did(item.effect.id);
        else sending.outcome.awaits(new Date(this.#parts.clock.now().getTime() + thinkingAtMostMs));
        return;
      case 'spread':
        await this.#parts.spreader.spread(sending.ticket, item.effect);
        sending.outcome.did(item.effect.id);
    }
  }

  /** In quiet hours a notice goes where the morning's message is made from. */
  async #tellNotice(sending: Sending, effect: NoticeEffect): Promise<void> {
    const { teller, held, clock } = this.#parts;
    const { key, team, confidential } = sending.ticket;
    if (!effect.heldUntil || effect.heldUntil <= clock.now() || effect.to === 'requester')
      return teller.tell(sending, effect);
    const agents = confidential ? { ticket: key } : { team };
    await held.hold(effect.to === 'agents' ? agents : effect.to, effect.heldUntil, { ticket: key, effect });
    sending.outcome.did(effect.id);
  }

  async #goesOnIn(key: string, merged: Ticket): Promise<void> {
    const { tickets, places } = this.#parts;
    const into = await this.#lastOf(key, merged.key);
    const threads = [...requesterThreads(merged), ...(into ? requesterThreads(into) : [])];
    const move = absorb(merged, await places.shared(threads));
    await tickets.changeByDesk(into?.key ?? key, 'desk', `absorb:${merged.key}`, move);
  }

  /** Where a chain of merges leads by now. Two tickets that were merged into each other end at the first step. */
  async #lastOf(key: string, merged: string): Promise<Ticket | undefined> {
    const ticket = await this.#parts.tickets.find(key);
    const next = ticket?.mergedInto;
    return next === undefined || next === merged ? ticket : this.#lastOf(next, merged);
  }

  async #attempt(outcome: Outcome, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      outcome.failed(error);
      this.#parts.log.warn({ err: error }, 'a delivery failed and will be tried again');
      return false;
    }
  }
}

/** Cards that show less than what is true. */
export function staleCards(ticket: Ticket): readonly CardSlot[] {
  return ticket.cards.filter((slot) => slot.state === 'live' && slot.message && slot.drawn < ticket.version);
}

/** A card that should lie somewhere and does not. */
export function isNowhere(slot: CardSlot): boolean {
  return slot.state === 'live' && !slot.message;
}

/** A card whose team has the ticket no more, and which does not say so yet. */
export function isToShrink(slot: CardSlot): boolean {
  return slot.state === 'moved' && slot.drawn >= 0;
}

type Item = { readonly at: Date; readonly effect: Effect } | { readonly at: Date; readonly remark: Remark };

function inOrder(effects: readonly Effect[], remarks: readonly Remark[]): readonly Item[] {
  const items: Item[] = [
    ...remarks.map((remark) => ({ at: remark.at, remark })),
    ...effects.map((effect) => ({ at: effect.at, effect })),
  ];
  return items.sort((one, other) => one.at.getTime() - other.at.getTime());
}

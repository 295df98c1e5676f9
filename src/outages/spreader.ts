import type { Move } from '../tickets/change.ts';
import type { Spread, SpreadEffect } from '../tickets/effects.ts';
import { resolve } from '../tickets/moves/ending.ts';
import { affect, goAlone, spare, stillBrokenFor } from '../tickets/moves/joining.ts';
import { reply } from '../tickets/moves/talking.ts';
import { Refusal } from '../tickets/refusal.ts';
import type { RemarkStore } from '../tickets/remark-store.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';

export interface SpreaderParts {
  readonly tickets: TicketService;
  readonly remarks: RemarkStore;
  /** Something was said about the ticket. */
  readonly onSaid: (key: string) => Promise<void>;
}

/**
 * Brings what happened to one of several tickets about the same matter to the others. Each step is named after the effect
 * that asked for it, so that a repetition after a crash changes nothing.
 */
export class Spreader {
  readonly #parts: SpreaderParts;

  constructor(parts: SpreaderParts) {
    this.#parts = parts;
  }

  async spread(ticket: Ticket, effect: SpreadEffect): Promise<void> {
    const { what, other, id } = effect;
    const event = `spread:${ticket.key}:${id}`;
    if (isUpwards(what)) {
      // The effect may be older than what became of the ticket since.
      const child = (await this.#parts.tickets.find(ticket.key)) ?? ticket;
      const parent = other ? await this.#parts.tickets.find(other) : undefined;
      const move = parent && upwards(what, child, parent, effect);
      if (move) await this.#change(parent.key, child.requester, event, move);
      return;
    }
    for (const { ticket: child } of ticket.affected ?? []) await this.#toChild(ticket, child, effect, event);
  }

  async #toChild(parent: Ticket, key: string, { what, note }: SpreadEffect, event: string): Promise<void> {
    const child = await this.#parts.tickets.find(key);
    if (!child || !isPartOf(child, parent)) return;
    switch (what) {
      case 'resolved': {
        const { code = 'fixed', by = 'desk' } = parent.resolution ?? {};
        if (isOpen(child)) await this.#change(key, by, event, resolve(code, note ?? parent.resolution?.note ?? ''));
        return;
      }
      case 'cancelled':
        return this.#change(key, 'desk', event, goAlone('over', leftAlone(parent, child)));
      case 'said':
        if (isOpen(child) || child.status === 'resolved') await this.#say(child, note ?? '', event);
    }
  }

  /** A status update: everybody who reported it gets the same words in their own thread, once. */
  async #say(child: Ticket, remarkId: string, event: string): Promise<void> {
    const { remarks, onSaid } = this.#parts;
    const said = await remarks.find(remarkId);
    if (!said || said.deletedAt) return;
    const { thread, editedAt, ...words } = said;
    const id = `${remarkId}:for:${child.key}`;
    await remarks.insert({ ...words, id, ticket: child.key, files: [], copies: [], version: 1, owing: true });
    await this.#change(child.key, said.author, event, reply(id));
    await onSaid(child.key);
  }

  /** What the ticket does not allow any more is not done. */
  async #change(key: string, by: string, event: string, move: Move): Promise<void> {
    try {
      await this.#parts.tickets.changeByDesk(key, by, event, move);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

function isUpwards(what: Spread): what is 'joined' | 'left' | 'reopened' {
  return what === 'joined' || what === 'left' || what === 'reopened';
}

function upwards(
  what: 'joined' | 'left' | 'reopened',
  child: Ticket,
  parent: Ticket,
  { note }: SpreadEffect,
): Move | undefined {
  const isListed = parent.affected?.some(({ ticket }) => ticket === child.key) ?? false;
  const affected = { ticket: child.key, person: child.requester };
  switch (what) {
    case 'joined':
      // They may have gone again in the meantime.
      if (isListed || child.partOf?.ticket !== parent.key) return undefined;
      return affect(affected, child.alike !== undefined && child.alike.naming.kind !== 'hidden');
    case 'left':
      return !isListed || child.partOf?.ticket === parent.key ? undefined : spare(affected);
    case 'reopened':
      return stillBrokenFor(child.key, note);
  }
}

/** Whether it still is a report of that incident, or of one that was merged into it. */
function isPartOf(child: Ticket, parent: Ticket): boolean {
  const names = [parent.key, ...parent.links.filter(({ kind }) => kind === 'duplicate').map(({ to }) => to)];
  return child.partOf !== undefined && names.includes(child.partOf.ticket);
}

/** Who watches the incident hears of its end as a watcher. */
function leftAlone(parent: Ticket, child: Ticket) {
  return parent.watchers.includes(child.requester) ? [] : [{ notice: 'partEnded', to: 'requester' } as const];
}

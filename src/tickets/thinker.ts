import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import type { Consideration, Finding } from './consideration.ts';
import type { ConsiderEffect } from './effects.ts';
import { consider } from './moves/considering.ts';
import { isOpen, type Ticket } from './ticket.ts';
import type { TicketService } from './ticket-service.ts';

export interface ThinkerParts {
  /** In the order in which they are asked. */
  readonly considerations: readonly Consideration[];
  readonly tickets: Pick<TicketService, 'changeByDesk'>;
  /** Told when a thought has come to its end and changed nothing, so that the ticket's delivery strikes it off. */
  readonly onEnd: (key: string) => Promise<void>;
  readonly log: Log;
}

/**
 * Thinks about new tickets. What is found becomes one change of the ticket, named after the effect that asked for it, so
 * that a thought that is repeated after a crash, or by another process, changes nothing a second time.
 */
export class Thinker {
  readonly #parts: ThinkerParts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #over = new LRUCache<string, true>({ max: 10_000 });
  #isStopping = false;

  constructor(parts: ThinkerParts) {
    this.#parts = parts;
  }

  /**
   * Begins to think, and does not wait for it: where the cards lie is to be noted meanwhile.
   * @returns whether it has come to its end, and the effect is no longer owed
   */
  consider(ticket: Ticket, effect: ConsiderEffect): boolean {
    const event = eventOf(ticket, effect);
    if (this.#over.has(event) || ticket.history.some((entry) => entry.event === event)) return true;
    if (!this.#isStopping && !this.#running.has(event)) this.#begin(ticket, event);
    return false;
  }

  /** Begins nothing new. What is still being thought of stays owed. */
  stop(): void {
    this.#isStopping = true;
  }

  /** How many tickets are being thought about. */
  get pending(): number {
    return this.#running.size;
  }

  #begin(ticket: Ticket, event: string): void {
    const thought = this.#think(ticket, event)
      .catch((error: unknown) => {
        if (!this.#isStopping) this.#parts.log.error({ err: error, ticket: ticket.key }, 'a thought could not be kept');
      })
      .finally(() => this.#running.delete(event));
    this.#running.set(event, thought);
  }

  async #think(ticket: Ticket, event: string): Promise<void> {
    const findings: Finding[] = [];
    for (const consideration of isOpen(ticket) ? this.#parts.considerations : []) {
      const finding = await this.#ask(consideration, ticket, findings);
      if (finding) findings.push(finding);
    }
    if (this.#isStopping) return;
    if (findings.length > 0) await this.#parts.tickets.changeByDesk(ticket.key, 'desk', event, consider(findings));
    this.#over.set(event, true);
    if (findings.length === 0) await this.#parts.onEnd(ticket.key);
  }

  async #ask(consideration: Consideration, ticket: Ticket, findings: readonly Finding[]): Promise<Finding | undefined> {
    try {
      return await consideration.of(ticket, { isAsked: findings.some(({ isAsking }) => isAsking) });
    } catch (error) {
      this.#parts.log.error({ err: error, ticket: ticket.key, thought: consideration.name }, 'a thought failed');
      return undefined;
    }
  }
}

function eventOf({ key }: Ticket, { id }: ConsiderEffect): string {
  return `consider:${key}:${id}`;
}

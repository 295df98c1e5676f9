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
  /** Told when a thought that took long has come to its end, so that the ticket's delivery goes on. */
  readonly onEnd: (key: string) => Promise<void>;
  readonly log: Log;
}

/** What comes quickly is waited for, which saves the ticket a second round of delivery. */
const patienceMs = 40;

/**
 * Thinks about new tickets. What is found becomes one change of the ticket, named after the effect that asked for it, so
 * that a thought that is repeated after a crash, or by another process, changes nothing a second time.
 */
export class Thinker {
  readonly #parts: ThinkerParts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #over = new LRUCache<string, true>({ max: 10_000 });
  /** Nobody waits for these any more. */
  readonly #late = new Set<string>();
  #isStopping = false;

  constructor(parts: ThinkerParts) {
    this.#parts = parts;
  }

  /** Begins to think, or goes on. @returns whether it has come to its end, and the effect is no longer owed */
  async consider(ticket: Ticket, effect: ConsiderEffect): Promise<boolean> {
    const event = eventOf(ticket, effect);
    if (this.#over.has(event) || ticket.history.some((entry) => entry.event === event)) return true;
    if (this.#isStopping) return false;
    const thought = this.#running.get(event) ?? this.#begin(ticket, event);
    await soon(thought);
    const isOver = this.#over.has(event);
    if (!isOver) this.#late.add(event);
    return isOver;
  }

  /** Begins nothing new. What is still being thought of stays owed. */
  stop(): void {
    this.#isStopping = true;
  }

  /** How many tickets are being thought about. */
  get pending(): number {
    return this.#running.size;
  }

  #begin(ticket: Ticket, event: string): Promise<void> {
    const thought = this.#think(ticket, event)
      .then(() => this.#over.set(event, true))
      .then(() => (this.#late.has(event) ? this.#parts.onEnd(ticket.key) : undefined))
      .catch((error: unknown) => {
        if (!this.#isStopping) this.#parts.log.error({ err: error, ticket: ticket.key }, 'a thought could not be kept');
      })
      .finally(() => {
        this.#late.delete(event);
        this.#running.delete(event);
      });
    this.#running.set(event, thought);
    return thought;
  }

  async #think(ticket: Ticket, event: string): Promise<void> {
    const findings: Finding[] = [];
    for (const consideration of isOpen(ticket) ? this.#parts.considerations : []) {
      const finding = await this.#ask(consideration, ticket, findings);
      if (finding) findings.push(finding);
    }
    if (findings.length === 0 || this.#isStopping) return;
    await this.#parts.tickets.changeByDesk(ticket.key, 'desk', event, consider(findings));
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

/** Waits for its end, but not for long. */
async function soon(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

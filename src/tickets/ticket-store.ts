import type { Place } from '../chat/refs.ts';
import type { Change } from './change.ts';
import type { Ticket, TicketKind } from './ticket.ts';

/** Where tickets are kept. Every write is one atomic document write. */
export interface TicketStore {
  /** A key that was never given before, for example `INC-42`. Gaps are possible, doubles are not. */
  nextKey(kind: TicketKind): Promise<string>;
  /** @returns false when a ticket with the same `source.key` is there already */
  insert(ticket: Ticket): Promise<boolean>;
  find(key: string): Promise<Ticket | undefined>;
  findBySource(sourceKey: string): Promise<Ticket | undefined>;
  /** Tickets whose requester or agents talk in this thread, the newest first. */
  inThread(thread: Place): Promise<readonly Ticket[]>;
  /** The ticket of this requester in this thread that was last put on hold until they answer. */
  waitingFor(requester: string, thread: Place): Promise<Ticket | undefined>;
  /**
   * Writes state, history entry and effects at once, if the ticket is still what the change was made from.
   * @returns the ticket after the change; undefined when somebody was quicker
   */
  write(ticket: Ticket, change: Change): Promise<Ticket | undefined>;
  /**
   * The same for many tickets in one command, each on its own.
   * @param event that all the changes' entries name, and no other entry does
   * @returns the keys of the tickets that were written
   */
  writeAll(
    changes: readonly { readonly ticket: Ticket; readonly change: Change }[],
    event: string,
  ): Promise<ReadonlySet<string>>;
  list(query: TicketQuery): Promise<TicketPage>;
}

export interface TicketQuery {
  readonly scope: TicketScope;
  readonly visibleTo: Reader;
  /** 0 is the first. */
  readonly page: number;
  /** 1 to 50. */
  readonly pageSize: number;
}

export type TicketScope =
  | { readonly kind: 'raisedBy'; readonly person: string }
  | { readonly kind: 'assignedTo'; readonly person: string }
  | { readonly kind: 'unclaimed'; readonly teams: readonly string[] }
  | { readonly kind: 'openOf'; readonly person: string }
  /** Open tickets of these teams whose next target is due before then, the soonest first. */
  | { readonly kind: 'dueSoon'; readonly teams: readonly string[]; readonly before: Date }
  /** Tickets that hold every word of the text (the last one may be unfinished), the newest first. */
  | { readonly kind: 'words'; readonly text: string };

/** Whose eyes a list is for: confidential tickets of others are not in it. */
export interface Reader {
  readonly id: string;
  readonly agentOf: readonly string[];
  /** Agents, managers and admins see all that is not confidential; others see their own. */
  readonly seesAll: boolean;
}

/** What a list shows of a ticket. */
export type TicketLine = Pick<
  Ticket,
  'key' | 'title' | 'status' | 'priority' | 'requester' | 'assignee' | 'team' | 'service' | 'openedAt' | 'confidential'
> & { readonly sla?: Pick<Ticket['sla'], 'next'> };

export interface TicketPage {
  readonly lines: readonly TicketLine[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

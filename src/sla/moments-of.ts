import type { Act, Hold, Moment, TicketStatus } from './moment.ts';
import type { TicketFacts } from './policy.ts';

/** A ticket with its history, as far as clocks look at it. The desk's own tickets fit. */
export interface TicketRecord {
  readonly kind: string;
  readonly priority: string;
  readonly service?: string;
  readonly team: string;
  readonly requester: string;
  readonly status: TicketStatus;
  /** Append-only, the oldest first. */
  readonly history: readonly {
    readonly at: Date;
    readonly by: string;
    readonly move: Act;
    readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  }[];
}

type History = TicketRecord['history'];

/**
 * The moments of a ticket's life, oldest first. An entry that is older than the one before it (another machine's clock)
 * is taken to be as old.
 * @param groups those of the requester
 */
export function momentsOf(ticket: TicketRecord, groups: readonly string[] = []): readonly Moment[] {
  const factsAfter = factsOf(ticket, groups);
  const status = new FieldStory(ticket.history, 'status', ticket.status);
  let at = new Date(0);
  let hold: Hold | undefined;
  return ticket.history.map((entry, index) => {
    at = entry.at < at ? at : entry.at;
    const held = entry.changes.find((change) => change.field === 'hold');
    if (held) hold = readHold(held.to);
    return {
      at,
      by: entry.by,
      act: entry.move,
      status: readStatus(status.after(index)),
      ...(hold ? { hold } : {}),
      facts: factsAfter(index),
    };
  });
}

function factsOf(ticket: TicketRecord, groups: readonly string[]): (index: number) => TicketFacts {
  const { requester, history } = ticket;
  const kind = new FieldStory(history, 'kind', ticket.kind);
  const priority = new FieldStory(history, 'priority', ticket.priority);
  const service = new FieldStory(history, 'service', ticket.service);
  const team = new FieldStory(history, 'team', ticket.team);
  return (index) => {
    const named = service.after(index);
    return {
      kind: kind.after(index) ?? ticket.kind,
      priority: priority.after(index) ?? ticket.priority,
      ...(named === undefined ? {} : { service: named }),
      team: team.after(index) ?? ticket.team,
      requester,
      groups,
    };
  };
}

/** What a field was after each entry, though the history tells no more than its changes and what it is now. */
class FieldStory {
  readonly #values: readonly (string | undefined)[];

  constructor(history: History, field: string, now: string | undefined) {
    const changes = history.map(({ changes: all }) => all.find((change) => change.field === field));
    const first = changes.find((change) => change !== undefined);
    let value = first ? readText(first.from) : now;
    this.#values = changes.map((change) => {
      if (change) value = readText(change.to);
      return value;
    });
  }

  after(index: number): string | undefined {
    return this.#values[index];
  }
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const statuses: readonly TicketStatus[] = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'];

function readStatus(text: string | undefined): TicketStatus {
  return statuses.find((status) => status === text) ?? 'new';
}

function readHold(value: unknown): Hold | undefined {
  if (typeof value !== 'object' || value === null || !('reason' in value)) return undefined;
  const vendor = 'vendor' in value ? readText(value.vendor) : undefined;
  return { reason: String(value.reason), ...(vendor === undefined ? {} : { vendor }) };
}

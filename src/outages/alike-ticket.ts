import type { DeskConfig } from '../config/desk-config.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { type Absorber, isCounted } from './absorber.ts';
import { likeness } from './likeness.ts';
import type { OutageStore } from './outage-store.ts';
import type { AlikeReport } from './recent-reports.ts';

export interface AlikeTicketsParts {
  readonly store: Pick<OutageStore, 'declared' | 'lessons'>;
  readonly tickets: Pick<TicketService, 'find'>;
  readonly absorber: Pick<Absorber, 'gists'>;
  readonly config: () => DeskConfig;
}

/** So many of the most alike are looked at: the rest is no more alike. */
const mostLookedAt = 8;
/** A declared outage is what people write about now, so a little less will do. */
const easeForDeclared = 0.9;
const mostSteps = 6;

/** Finds the incident that a ticket looks like: a declared outage, else the oldest open ticket about the same. */
export class AlikeTickets {
  readonly #parts: AlikeTicketsParts;

  constructor(parts: AlikeTicketsParts) {
    this.#parts = parts;
  }

  /** @param alike the reports that the ticket's is like */
  async incidentFor(ticket: Ticket, alike: readonly AlikeReport[]): Promise<Ticket | undefined> {
    return (await this.#declared(ticket, alike)) ?? (await this.#oldestOpen(ticket, alike));
  }

  /** The incident that a ticket is a report of, or that goes on in its stead; the ticket itself when it stands alone. */
  async rootOf(key: string): Promise<Ticket | undefined> {
    let ticket = await this.#parts.tickets.find(key);
    for (let step = 0; ticket && step < mostSteps; step += 1) {
      const next = ticket.mergedInto ?? ticket.partOf?.ticket;
      if (!next || next === ticket.key) return ticket;
      ticket = await this.#parts.tickets.find(next);
    }
    return ticket;
  }

  async #declared(ticket: Ticket, alike: readonly AlikeReport[]): Promise<Ticket | undefined> {
    const { store, tickets, config, absorber } = this.#parts;
    const enough = (config().outages?.similarity ?? 1) * easeForDeclared;
    const ids = new Set(alike.map(({ report }) => report.id));
    const { title, description, service } = ticket;
    const gist = absorber.gists.read({ title, text: description, service });
    for (const outage of await store.declared()) {
      const parent = outage.parent ? await tickets.find(outage.parent) : undefined;
      if (!parent || !isOpen(parent) || parent.confidential) continue;
      const isReported = outage.reports.some(({ id }) => ids.has(id));
      const called = absorber.gists.read({ title: parent.title, text: '', service: parent.service });
      if (isReported || likeness(gist, called) >= enough) return parent;
    }
    return undefined;
  }

  async #oldestOpen(ticket: Ticket, alike: readonly AlikeReport[]): Promise<Ticket | undefined> {
    const reported = alike.filter(({ report }) => !report.isBot && report.person !== ticket.requester);
    const roots = await Promise.all(reported.slice(0, mostLookedAt).map(({ report }) => this.rootOf(report.id)));
    return roots
      .filter((root) => root !== undefined)
      .filter((root) => isJoinable(root, ticket))
      .sort(byAge)[0];
  }
}

/** Whether somebody may be asked whether theirs is the same. The younger one joins, so that no two join each other. */
function isJoinable(root: Ticket, ticket: Ticket): boolean {
  const isOther = root.key !== ticket.key && root.requester !== ticket.requester;
  const isOutage = root.outage !== undefined && !root.confidential;
  return isOther && isOpen(root) && (isCounted(root) || isOutage) && byAge(root, ticket) < 0;
}

const numbered = new Intl.Collator('en', { numeric: true });

function byAge(one: Ticket, other: Ticket): number {
  return one.openedAt.getTime() - other.openedAt.getTime() || numbered.compare(one.key, other.key);
}

import type { Chat } from '../chat/chat.ts';
import type { Place } from '../chat/refs.ts';
import type { CardPlaces } from '../delivery/card-places.ts';
import { DeliveryError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { PlacesService } from '../places/places-service.ts';
import { affectAll, join } from '../tickets/moves/joining.ts';
import { Refusal } from '../tickets/refusal.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { Affected } from '../tickets/ticket-outage.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import type { Absorber } from './absorber.ts';
import { type Alert, alertOf } from './alert.ts';
import type { AlikeTickets } from './alike-ticket.ts';
import { commonTerms } from './likeness.ts';
import type { Outage, OutageCard } from './outage.ts';
import type { OutageStore } from './outage-store.ts';
import type { OutageTeller } from './outage-teller.ts';

export interface OutagesParts {
  readonly store: OutageStore;
  readonly absorber: Absorber;
  readonly alike: AlikeTickets;
  readonly teller: OutageTeller;
  readonly tickets: TicketService;
  readonly chat: Chat;
  readonly places: PlacesService;
  readonly cardPlaces: Pick<CardPlaces, 'workers'>;
  readonly now: () => Date;
  readonly log: Log;
}

/** Possible and declared outages, and the tickets that are part of them. */
export class Outages {
  readonly #parts: OutagesParts;
  #pending = 0;

  constructor(parts: OutagesParts) {
    this.#parts = parts;
  }

  get alike(): AlikeTickets {
    return this.#parts.alike;
  }

  get absorber(): Absorber {
    return this.#parts.absorber;
  }

  find(id: string): Promise<Outage | undefined> {
    return this.#parts.store.find(id);
  }

  /** Everybody can read the conversation, so that what stands there may be named to anybody. */
  async isPublic(place: Place): Promise<boolean> {
    const adapter = this.#parts.chat.at(place);
    const { isDirect, isPrivate } = await adapter.about(adapter.conversationOf(place));
    return !isDirect && !isPrivate;
  }

  /**
   * An agent says that it is an outage: the reports become part of its incident, and everybody sees how it stands.
   * @returns undefined when somebody has decided before
   */
  async declare(outage: Outage, parent: Ticket): Promise<Outage | undefined> {
    const { store, teller } = this.#parts;
    const addCards = await this.#statusCards(outage);
    const set = { state: 'declared', by: parent.requester, parent: parent.key } as const;
    const declared = await store.change(outage.id, 'possible', { set, addCards });
    if (!declared) return undefined;
    await this.#linkReports(declared, parent);
    await teller.tell(outage.id);
    return declared;
  }

  /** It is none, and reports with such words weigh less from now on. @returns undefined when somebody has decided before */
  async dismiss(outage: Outage, by: string): Promise<Outage | undefined> {
    const { store, teller, absorber, now } = this.#parts;
    const dismissed = await store.change(outage.id, 'possible', { set: { state: 'dismissed', by } });
    if (!dismissed) return undefined;
    const { service } = outage;
    const gists = dismissed.reports.map(({ title }) => absorber.gists.read({ title, text: '', service }));
    const terms = commonTerms(gists);
    if (terms.length > 0) await store.teach(terms, now());
    await teller.tell(outage.id);
    return dismissed;
  }

  /** An alert in a listened channel counts as a report, where desk.yaml says so. It is no ticket. */
  async hearAlert(alert: Alert): Promise<void> {
    const { absorber, store } = this.#parts;
    const report = alertOf(alert, absorber.gists);
    const alike = await absorber.compare(report);
    const ids = new Set(alike.map(({ report: other }) => other.id));
    const declared = await store.declared();
    if (!declared.some(({ reports }) => reports.some(({ id }) => ids.has(id)))) await absorber.absorb(report, alike);
  }

  /** Draws what is owed, and links what a crash has left. Safe to repeat. */
  async sweep(): Promise<void> {
    const { store, teller, tickets } = this.#parts;
    await teller.sweep();
    for (const outage of await store.declared()) {
      const parent = outage.parent ? await tickets.find(outage.parent) : undefined;
      if (parent && !outage.isLinked) await this.#linkReports(outage, parent);
      if (parent && parent.version > (outage.parentVersion ?? 0)) await teller.changed(parent);
    }
  }

  /** A ticket was changed. What could not follow now follows by a sweep. */
  follow(ticket: Ticket): void {
    this.#pending += 1;
    void this.#follow(ticket)
      .catch((error: unknown) => this.#parts.log.warn({ err: error }, 'an outage could not follow its incident'))
      .finally(() => {
        this.#pending -= 1;
      });
  }

  /** How many changes are being followed, and outages told of. */
  get pending(): number {
    return this.#pending + this.#parts.teller.pending;
  }

  /** Cards that tell of it are drawn anew, and what became confidential is compared with nothing any more. */
  async #follow(ticket: Ticket): Promise<void> {
    const became = ticket.history.at(-1)?.changes.some(({ field, to }) => field === 'confidential' && to === true);
    if (became) await this.#parts.absorber.forget(ticket.key);
    await this.#parts.teller.changed(ticket);
  }

  /** Where the team's agents are asked: their triage place, else each of them directly. */
  async triageCards({ team }: Outage): Promise<readonly OutageCard[]> {
    const { places, cardPlaces, chat } = this.#parts;
    const place = await places.triage(team);
    if (place) return [{ id: 'triage', kind: 'triage', place, drawn: 0 }];
    const workers = await cardPlaces.workers(team);
    const reached = await Promise.all(
      workers.map(async ({ id: person, refs }) => {
        const ref = refs[0];
        const direct = ref ? await chat.at(ref).direct(ref).catch(outOfReach) : undefined;
        return direct ? [{ id: `triage:${person}`, kind: 'triage' as const, place: direct, drawn: 0 }] : [];
      }),
    );
    return reached.flat();
  }

  /** The channels where people reported it and everybody can read along; the agents' own places are none of them. */
  async #statusCards(outage: Outage): Promise<readonly OutageCard[]> {
    const { chat, places, tickets } = this.#parts;
    const found = new Set<Place>();
    for (const { id, isBot } of outage.reports) {
      const thread = isBot ? undefined : (await tickets.find(id))?.thread;
      if (!thread || !(await this.isPublic(thread))) continue;
      const conversation = chat.at(thread).conversationOf(thread);
      if (!(await places.isTriage(conversation))) found.add(conversation);
    }
    return [...found].map((place) => ({ id: `status:${place}`, kind: 'status', place, drawn: 0 }));
  }

  async #linkReports(outage: Outage, parent: Ticket): Promise<void> {
    const { tickets, store, now } = this.#parts;
    const by = outage.by ?? 'desk';
    const reports = await this.#reportsOf(outage, parent.key);
    const naming = { kind: 'outage', title: parent.title, since: parent.openedAt } as const;
    const offer = { to: parent.key, naming, at: now(), state: 'told' } as const;
    await tickets.changeByDesk(parent.key, by, `declare:${outage.id}`, affectAll(reports));
    for (const { ticket } of reports) {
      const event = `declare:${outage.id}:${ticket}`;
      await tickets.changeByDesk(ticket, by, event, join(parent.key, offer)).catch(onlyRefusals);
    }
    await store.change(outage.id, 'declared', { set: { isLinked: true } });
  }

  /** The tickets that reported it, and those that have joined these, as far as they are open and nobody has said otherwise. */
  async #reportsOf(outage: Outage, parent: string): Promise<readonly Affected[]> {
    const { tickets } = this.#parts;
    const keys = new Set(outage.reports.flatMap(({ id, isBot }) => (isBot ? [] : [id])));
    const found: Affected[] = [];
    for (const key of keys) {
      const ticket = await tickets.find(key);
      if (!ticket || ticket.key === parent || ticket.confidential || !isOpen(ticket)) continue;
      for (const { ticket: other } of ticket.affected ?? []) keys.add(other);
      if (ticket.alike?.state !== 'other') found.push({ ticket: key, person: ticket.requester });
    }
    return found;
  }
}

function outOfReach(error: unknown): undefined {
  if (!(error instanceof DeliveryError) || !error.isPermanent) throw error;
}

function onlyRefusals(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

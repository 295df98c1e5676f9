import type { Clock } from '../clock.ts';
import type { DeskConfig, OutagesConfig } from '../config/desk-config.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { busiest, clusterOf } from './cluster.ts';
import { type Gist, GistReader, saysTrouble } from './gist.ts';
import { commonTerms, type Lesson } from './likeness.ts';
import { type Outage, type OutageReport, peopleIn } from './outage.ts';
import type { OutageStore } from './outage-store.ts';
import { type AlikeReport, RecentReports } from './recent-reports.ts';
import type { Report } from './report.ts';
import { gistOf } from './report-of.ts';

export interface AbsorberParts {
  readonly store: OutageStore;
  readonly tickets: Pick<TicketService, 'find'>;
  readonly clock: Clock;
  readonly config: () => DeskConfig;
  /** Told of every outage whose cards are to be drawn; what it does not do is found in the store by a sweep. */
  readonly onChange: (id: string) => void;
  /** Where the team's agents are asked. */
  readonly triage: (outage: Outage) => Promise<Outage['cards']>;
}

/** A possible outage that nobody decides on is forgotten after so long. */
const openForMs = 24 * 3_600_000;

/** Sees that many messages are one outage. What it knows stands in the store, so that several processes raise one card. */
export class Absorber {
  readonly #parts: AbsorberParts;
  readonly #recent: RecentReports;
  #reader: { readonly services: DeskConfig['services']; readonly gists: GistReader } | undefined;

  constructor(parts: AbsorberParts) {
    this.#parts = parts;
    this.#recent = new RecentReports(parts.store);
  }

  /** Reads what reports are about, with the services of desk.yaml as it is now. */
  get gists(): GistReader {
    const { services } = this.#parts.config();
    if (this.#reader?.services !== services) this.#reader = { services, gists: new GistReader(services) };
    return this.#reader.gists;
  }

  /**
   * Takes a report in. The same report again changes nothing.
   * @returns the reports that it is like, the most alike first
   */
  async compare(report: Report): Promise<readonly AlikeReport[]> {
    const { store, config, clock } = this.#parts;
    const { outages } = config();
    await store.keep(report, clock.now());
    if (!outages) return [];
    const longestMs = Math.max(outages.withinMs, outages.lookBackMs);
    await this.#recent.refresh(new Date(clock.now().getTime() - longestMs));
    this.#recent.add(report);
    return this.#like(report, outages, await store.lessons());
  }

  /**
   * Raises or fills a possible outage when a report that was taken in is one of many.
   * @param alike the reports that it is like
   */
  async absorb(report: Report, alike: readonly AlikeReport[]): Promise<void> {
    const { store, config } = this.#parts;
    const { outages } = config();
    if (!outages || alike.length === 0) return;
    const cluster = this.#clusterOf(report, outages, await store.lessons());
    const known = await store.ofReports(cluster.map(({ id }) => id));
    const open = known.find(({ state }) => state === 'possible');
    if (open) return this.#add(open, report);
    const decided = new Set(known.flatMap(({ reports }) => reports.map(({ id }) => id)));
    const fresh = cluster.filter(({ id }) => !decided.has(id));
    const standing = await this.#standing(fresh, outages);
    if (peopleIn(standing) >= outages.reports) return this.#raise(standing, report);
    return this.#addToOpen(report, alike);
  }

  /** Forgets a report that others may not be compared with any more. */
  async forget(id: string): Promise<void> {
    this.#recent.drop(id);
    await this.#parts.store.forget(id);
  }

  #like(
    report: Report,
    { similarity }: OutagesConfig,
    lessons: readonly Lesson[],
    isMeant: (other: Report) => boolean = () => true,
  ): readonly AlikeReport[] {
    const isOther = (other: Report) => other.id !== report.id && isMeant(other);
    const found = this.#recent.like(gistOf(report), lessons, this.#parts.clock.now(), isOther);
    return found.filter(({ likeness }) => likeness >= similarity);
  }

  /** What was said within so long before or after it, and is about the same. */
  #clusterOf(report: Report, outages: OutagesConfig, lessons: readonly Lesson[]): readonly Report[] {
    const isNear = ({ at }: Report) => Math.abs(at.getTime() - report.at.getTime()) <= outages.withinMs;
    const likes = (one: Report) => this.#like(one, outages, lessons, isNear).map((other) => other.report);
    return clusterOf(report, likes, outages.reports);
  }

  /** Later reports, too, belong to a card that still waits for an answer. */
  async #addToOpen(report: Report, alike: readonly AlikeReport[]): Promise<void> {
    const since = new Date(this.#parts.clock.now().getTime() - openForMs);
    const ids = new Set(alike.map(({ report: other }) => other.id));
    const open = await this.#parts.store.possibleSince(since);
    const one = open.find(({ reports }) => reports.some(({ id }) => ids.has(id)));
    if (one) await this.#add(one, report);
  }

  async #add(outage: Outage, report: Report): Promise<void> {
    const changed = await this.#parts.store.change(outage.id, 'possible', { addReports: [asListed(report)] });
    if (changed) this.#parts.onChange(changed.id);
  }

  async #raise(reports: readonly Report[], last: Report): Promise<void> {
    const { store, clock, triage, onChange } = this.#parts;
    const [first] = reports;
    if (!first) return;
    const bare: Outage = {
      id: `outage:${first.id}`,
      state: 'possible',
      team: mostOften(reports.map(({ team }) => team)) ?? first.team,
      ...serviceOf(reports),
      common: namesOf(reports),
      reports: reports.map(asListed),
      raisedAt: clock.now(),
      cards: [],
      version: 1,
    };
    const isFirst = await store.raise({ ...bare, cards: await triage(bare) });
    // Another process was quicker, perhaps without having seen this report.
    if (!isFirst) await store.change(bare.id, 'possible', { addReports: [asListed(last)] });
    onChange(bare.id);
  }

  /**
   * Those that were said about the same time by most people. The tickets have the last word: what became confidential, was
   * taken back or is no incident does not count. Nobody looks them up where there would be too few anyway.
   */
  async #standing(reports: readonly Report[], outages: OutagesConfig): Promise<readonly Report[]> {
    if (peopleIn(busiest(reports, outages.withinMs)) < outages.reports) return [];
    const stands = await Promise.all(
      reports.map(async ({ id, isBot }) => isBot || this.#counts(await this.#parts.tickets.find(id))),
    );
    return busiest(
      reports.filter((_, at) => stands[at]),
      outages.withinMs,
    );
  }

  async #counts(ticket: Ticket | undefined): Promise<boolean> {
    if (!ticket || !isCounted(ticket)) return false;
    const parent = ticket.partOf ? await this.#parts.tickets.find(ticket.partOf.ticket) : undefined;
    return !parent?.outage;
  }
}

/** Whether a ticket is one of many that may be one. */
export function isCounted(ticket: Ticket | undefined): boolean {
  if (!ticket || ticket.confidential || ticket.outage || !isTrouble(ticket)) return false;
  return ticket.status !== 'cancelled' || ticket.mergedInto !== undefined;
}

/**
 * Nobody shares a wish. What was taken for a question may still say that something is wrong (*the VPN drops, is it just
 * me?*), unless a person has said what it is.
 */
function isTrouble({ kind, description, title, history }: Ticket): boolean {
  if (kind === 'incident') return true;
  const isSaid = history.some(({ move, changes }) => move === 'edit' && changes.some(({ field }) => field === 'kind'));
  return kind === 'request' && !isSaid && saysTrouble(description || title);
}

function asListed({ id, person, isBot, at, title, url }: Report): OutageReport {
  return { id, person, isBot, at, title, ...(url ? { url } : {}) };
}

function serviceOf(reports: readonly Report[]): Pick<Outage, 'service'> {
  const service = mostOften(reports.flatMap((report) => report.service ?? []));
  return service ? { service } : {};
}

/** What they share, in the words of the first who wrote it. */
function namesOf(reports: readonly Report[]): readonly string[] {
  const gists: readonly Gist[] = reports.map(gistOf);
  return commonTerms(gists).flatMap((term) => {
    const written = gists.map((gist) => gist.written.get(term)).find((word) => word);
    return written ? [written] : [];
  });
}

function mostOften(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

import type { Mention } from '../chat/text.ts';
import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { PeopleService } from '../people/people-service.ts';
import { mentionOf, type Person } from '../people/person.ts';
import { clockRulesOf } from '../sla/clock-rules.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { ViewContext } from '../views/view-context.ts';
import { localeFor, wordsFor } from '../words/words-for.ts';

/** Makes what a view needs to know: names, zone and language of its reader. */
export class ViewContexts {
  readonly #people: PeopleService;
  readonly #config: () => DeskConfig;
  readonly #clock: Clock;

  constructor(people: PeopleService, config: () => DeskConfig, clock: Clock) {
    this.#people = people;
    this.#config = config;
    this.#clock = clock;
  }

  /**
   * @param reader whose language and zone it is in; undefined for a channel, which has the desk's
   * @param ids people who are named, see {@link peopleOf}
   */
  async for(reader: Person | undefined, ids: Iterable<string> = []): Promise<ViewContext> {
    const config = this.#config();
    const { desk, teams, services, vendors, groups } = config;
    const names = await this.#names(ids);
    const locale = localeFor(reader?.locale, desk.locale);
    return {
      words: wordsFor(locale, desk.locale),
      locale,
      timeZone: reader?.timeZone ?? desk.timeZone,
      now: this.#clock.now(),
      person: (id) => names.get(id) ?? { kind: 'mention', refs: [], name: id },
      teamName: (id) => teams.find((team) => team.id === id)?.name ?? id,
      serviceName: (id) => services.find((service) => service.id === id)?.name ?? id,
      vendorName: (id) => vendors.find((vendor) => vendor.id === id)?.name ?? id,
      groupName: (id) => groups.find((group) => group.id === id)?.name ?? id,
      workingTimeBetween: (policy, from, to) => {
        const { levels, calendars } = clockRulesOf(config);
        const calendar = calendars.get(levels.find(({ id }) => id === policy)?.calendar ?? '');
        return calendar?.workingTimeBetween(from, to) ?? Math.max(0, to.getTime() - from.getTime());
      },
      openServices: services.filter(({ confidential }) => !confidential).map(({ id }) => id),
      deskName: desk.name,
      isSurveyAnonymous: config.survey?.isAnonymous ?? false,
    };
  }

  async #names(ids: Iterable<string>): Promise<ReadonlyMap<string, Mention>> {
    const people = await Promise.all([...new Set(ids)].map((id) => this.#people.byId(id)));
    return new Map(people.flatMap((person) => (person ? [[person.id, mentionOf(person)]] : [])));
  }
}

/** Everybody whom a view of this ticket may name. */
export function peopleOf(ticket: Ticket, others: Iterable<string> = []): Set<string> {
  const named = [ticket.requester, ticket.raisedBy, ...ticket.watchers, ...others];
  if (ticket.assignee) named.push(ticket.assignee);
  named.push(...ticket.promises.map(({ by }) => by));
  if (ticket.resolution) named.push(ticket.resolution.by);
  for (const { by, changes } of ticket.history.slice(-20)) {
    named.push(by);
    for (const { field, from, to } of changes) {
      if (field === 'assignee') named.push(...[from, to].filter((id) => typeof id === 'string'));
    }
  }
  return new Set(named.filter((id) => id !== 'desk'));
}

import { changeOf, type Move, type Owed, type TicketPatch } from '../change.ts';
import { requireStart } from '../lifecycle.ts';
import type { Ticket } from '../ticket.ts';
import type { Affected, AlikeOffer } from '../ticket-outage.ts';

/** The requester has the same trouble as others: their ticket becomes one report of that incident. */
export const join =
  (parent: string, offer: AlikeOffer): Move =>
  (ticket, context) => {
    requireStart('edit', ticket);
    const before = ticket.partOf?.ticket;
    const others = withoutParent(ticket, before);
    const moves: readonly Owed[] = before && before !== parent ? [{ spread: 'left', other: before }] : [];
    return changeOf(ticket, context, 'link', {
      set: {
        partOf: { ticket: parent, at: context.now },
        alike: offer,
        links: [...others.filter(({ to }) => to !== parent), { kind: 'parent', to: parent }],
      },
      owes: [...moves, { spread: 'joined', other: parent }, ...toldOf(offer)],
    });
  };

/** An agent joined it on their behalf, so they hear of it. */
function toldOf({ state }: AlikeOffer): readonly Owed[] {
  return state === 'told' ? [{ notice: 'partOf', to: 'requester' }] : [];
}

/** It is something else after all, and is looked at on its own. @param state why */
export const goAlone =
  (state: 'other' | 'over', owes: readonly Owed[] = []): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'link', aloneAgain(ticket, state, owes));

function aloneAgain(ticket: Ticket, state: 'other' | 'over', owes: readonly Owed[]) {
  const { alike, partOf } = ticket;
  const set: TicketPatch = {
    ...(alike ? { alike: { ...alike, state } } : {}),
    ...(partOf ? { partOf: undefined, links: withoutParent(ticket, partOf.ticket) } : {}),
  };
  return { set, owes: [...(partOf ? [{ spread: 'left', other: partOf.ticket } as const] : []), ...owes] };
}

/** One more person has this trouble. @param isWatching whether they may read the incident itself */
export const affect =
  ({ ticket: child, person }: Affected, isWatching: boolean): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'watch', {
      set: {
        affected: [...others(ticket, child), { ticket: child, person }],
        links: [...ticket.links.filter(({ to }) => to !== child), { kind: 'child', to: child }],
        ...(isWatching && person !== ticket.requester ? { watchers: [...new Set([...ticket.watchers, person])] } : {}),
      },
    });

/** All at once, of whom an agent has declared that they have it. */
export const affectAll =
  (reports: readonly Affected[]): Move =>
  (ticket, context) => {
    const fresh = new Set(reports.map((report) => report.ticket));
    const stay = (ticket.affected ?? []).filter((report) => !fresh.has(report.ticket));
    return changeOf(ticket, context, 'link', {
      set: {
        affected: [...stay, ...reports],
        links: [
          ...ticket.links.filter(({ to }) => !fresh.has(to)),
          ...reports.map((report) => ({ kind: 'child' as const, to: report.ticket })),
        ],
        watchers: [
          ...new Set(
            [...ticket.watchers, ...reports.map(({ person }) => person)].filter((id) => id !== ticket.requester),
          ),
        ],
      },
    });
  };

/** A report turned out to be something else. */
export const spare =
  ({ ticket: child, person }: Affected): Move =>
  (ticket, context) =>
    changeOf(ticket, context, 'unwatch', {
      set: {
        affected: others(ticket, child),
        links: ticket.links.filter(({ to }) => to !== child),
        watchers: ticket.watchers.filter((one) => one !== person),
      },
    });

/** It is not fixed for one of them: whoever worked on it hears so. */
export const stillBrokenFor =
  (child: string, note: string | undefined): Move =>
  (ticket, context) => {
    const affected = (ticket.affected ?? []).map((one) =>
      one.ticket === child ? { ...one, isBack: true as const } : one,
    );
    const to = ticket.assignee ? { person: ticket.assignee } : ('agents' as const);
    return changeOf(ticket, context, 'link', {
      set: { affected },
      owes: [{ notice: 'childReopened', to, note, about: { ticket: child } }],
    });
  };

function others({ affected = [] }: Ticket, child: string): readonly Affected[] {
  return affected.filter(({ ticket }) => ticket !== child);
}

function withoutParent({ links }: Ticket, parent: string | undefined): Ticket['links'] {
  return links.filter(({ kind, to }) => kind !== 'parent' || to !== parent);
}

import type { Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';

/** How people of this desk speak of its services, without ever naming them. */
const ways: Readonly<Record<'wifi' | 'email' | 'vpn', readonly string[]>> = {
  wifi: ['hotspot drops in the meeting room', 'laptop finds no signal upstairs', 'weak signal near the hotspot'],
  email: [
    'attachments are refused as too big',
    'calendar invitations never arrive',
    'signature looks odd in attachments',
  ],
  vpn: [
    'remote drive cannot be reached from home',
    'home office kicks me out of the remote drive',
    'token refused at home',
  ],
};
type Known = keyof typeof ways;

/** The n-th way to speak of a service. */
export function wordsOn(service: Known, n: number): string {
  const floor = ['on Monday', 'again', 'since lunch', 'today', 'twice'][n % 5];
  return `${ways[service][n % 3]} ${floor}, number ${n}`;
}

const teams = { wifi: 'network', email: 'it', vpn: 'it' };

interface Past {
  /** What people say it is about. */
  readonly about: Known;
  /** What it turned out to be; the same when left out. */
  readonly is?: Known;
  readonly at: Date;
}

/** A ticket that was resolved, with the service that it had by then. */
export function aPastTicket(n: number, { about, is = about, at }: Past): Ticket {
  return aTicket({
    key: `INC-${1000 + n}`,
    title: 'Past',
    description: wordsOn(about, n),
    service: is,
    team: teams[is],
    status: 'resolved',
    openedAt: new Date(at.getTime() - 3_600_000),
    openedDay: at.toISOString().slice(0, 10),
    resolvedAt: at,
    resolvedDay: at.toISOString().slice(0, 10),
    cards: [],
    owing: false,
    source: { via: 'form', key: `past:${n}`, files: [] },
  });
}

/** So many tickets about each service in turn, one every hour up to an instant. */
export function aPast(count: number, until: Date, first = 0): readonly Ticket[] {
  const services = ['wifi', 'email', 'vpn'] as const;
  return Array.from({ length: count }, (_, n) =>
    aPastTicket(first + n, {
      about: services[n % 3] ?? 'wifi',
      at: new Date(until.getTime() - (count - n) * 3_600_000),
    }),
  );
}

/** What the desk got wrong lately: people speak of one service, and it was another. */
export function aBadWeek(count: number, until: Date, first: number): readonly Ticket[] {
  return Array.from({ length: count }, (_, n) =>
    aPastTicket(first + n, { about: 'wifi', is: 'email', at: new Date(until.getTime() - days(1) - n * 60_000) }),
  );
}

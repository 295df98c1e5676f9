import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Consideration } from '../tickets/consideration.ts';
import type { TicketService } from '../tickets/ticket-service.ts';
import { isReport } from './consider-alike.ts';
import type { GistReader } from './gist.ts';
import { matterOf } from './matter.ts';
import { isMeToo } from './me-too-source.ts';
import type { OutageStore } from './outage-store.ts';
import { reportOf } from './report-of.ts';

export interface ConsiderRecurrenceParts {
  readonly store: Pick<OutageStore, 'ofMatter' | 'keep'>;
  readonly tickets: Pick<TicketService, 'find'>;
  readonly gists: () => GistReader;
  readonly config: () => DeskConfig;
  readonly clock: Clock;
}

const mostNamed = 10;
/** Nobody counts further on a card. */
const mostCounted = 100;
const dayMs = 86_400_000;

/** Whether the same matter keeps coming back: says so on the agents' card, and asks nobody anything. */
export function considerRecurrence({ store, tickets, gists, config, clock }: ConsiderRecurrenceParts): Consideration {
  return {
    name: 'recurrence',
    async of(ticket) {
      const { recurring } = config();
      const isOneOfMany = ticket.partOf || isMeToo(ticket.source);
      if (!recurring || ticket.confidential || isOneOfMany || ticket.recurrence) return undefined;
      await store.keep(reportOf(ticket, gists(), { isTrouble: isReport(ticket) }), clock.now());
      const { title, service, key, openedAt } = ticket;
      const since = new Date(openedAt.getTime() - recurring.withinMs);
      const matter = { matter: matterOf(title, gists()), ...(service ? { service } : {}) };
      const found = await store.ofMatter(matter, since, mostCounted);
      const keys = found.filter((id) => id !== key && !id.startsWith('bot:'));
      if (keys.length + 1 < recurring.times) return undefined;
      const earlier = await Promise.all(keys.map((one) => tickets.find(one)));
      // Reports of one incident are one; what is confidential now is not spoken of.
      const counted = earlier.flatMap((one) => (one && !one.confidential && !one.partOf ? [one.key] : []));
      if (counted.length + 1 < recurring.times) return undefined;
      const days = Math.max(1, Math.round(recurring.withinMs / dayMs));
      const recurrence = { times: counted.length + 1, days, keys: counted.slice(0, mostNamed) };
      return { isAsking: false, step: () => ({ set: { recurrence } }) };
    },
  };
}

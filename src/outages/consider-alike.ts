import type { Place } from '../chat/refs.ts';
import type { Consideration, Finding } from '../tickets/consideration.ts';
import { isOpen, type Ticket } from '../tickets/ticket.ts';
import type { AlikeOffer } from '../tickets/ticket-outage.ts';
import { type Absorber, isCounted } from './absorber.ts';
import type { AlikeTickets } from './alike-ticket.ts';
import { asksHow } from './gist.ts';
import { isMeToo } from './me-too-source.ts';
import { namingOf } from './naming.ts';
import { reportOf } from './report-of.ts';

export interface ConsiderAlikeParts {
  readonly absorber: Absorber;
  readonly alike: AlikeTickets;
  /** The conversation of a thread; undefined for a direct one. */
  readonly conversationOf: (thread: Place) => Promise<Place | undefined>;
  readonly isPublic: (thread: Place) => Promise<boolean>;
}

/** Whether others have the same trouble: offers *Me too*, before anything else is asked, and counts towards an outage. */
export function considerAlike(parts: ConsiderAlikeParts): Consideration {
  return {
    name: 'alike',
    async of(ticket, { isAsked }): Promise<Finding | undefined> {
      if (ticket.outage || isMeToo(ticket.source)) return nothingToAsk;
      if (!isReport(ticket)) return undefined;
      const { absorber, alike } = parts;
      const place = ticket.thread ? await parts.conversationOf(ticket.thread) : undefined;
      const report = reportOf(ticket, absorber.gists, { isTrouble: true, place });
      const reports = await absorber.compare(report);
      const incident = await alike.incidentFor(ticket, reports);
      // What is declared already is no new outage.
      if (!incident?.outage) await absorber.absorb(report, reports);
      if (isAsked || ticket.alike || ticket.partOf) return undefined;
      return incident && offering(incident.key, await namingOf(incident, parts.isPublic));
    },
  };
}

/** All is known of it: nobody has words to explain, or facts to add. */
const nothingToAsk: Finding = { isAsking: true, step: () => undefined };

/** Whether a ticket is compared with others: what is confidential, wanted or asked for is nobody else's trouble. */
export function isReport(ticket: Ticket): boolean {
  const { source, description, title } = ticket;
  return isCounted(ticket) && source.via !== 'import' && source.via !== 'split' && !asksHow(description || title);
}

function offering(to: string, naming: AlikeOffer['naming']): Finding {
  return {
    isAsking: true,
    step: (ticket, { now }) => {
      if (ticket.alike || ticket.partOf || !isOpen(ticket) || ticket.confidential) return undefined;
      return {
        set: { alike: { to, naming, at: now, state: 'offered' } },
        owes: [{ notice: 'alike', to: 'requester' }],
      };
    },
  };
}

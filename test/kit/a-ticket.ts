import { type Draft, ticketFrom } from '../../src/tickets/draft.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aConfig } from './a-config.ts';
import { dana } from './people.ts';

/** What Dana raised at eight in the morning, unless told otherwise. */
export function aDraft(facts: Partial<Draft> = {}): Draft {
  return {
    kind: 'incident',
    title: 'VPN is down',
    description: 'The VPN is down since this morning.',
    requester: dana.id,
    raisedBy: dana.id,
    service: 'vpn',
    team: 'it',
    impact: 3,
    urgency: 2,
    confidential: false,
    source: { via: 'form', key: 'test:1', files: [] },
    ...facts,
  };
}

/** INC-42 of Dana, new and with IT support, unless told otherwise. Every key has a source of its own. */
export function aTicket(facts: Partial<Ticket> = {}): Ticket {
  const key = facts.key ?? 'INC-42';
  const source = { via: 'form', key: `test:${key}`, files: [] } as const;
  const { matrix } = aConfig().priorities;
  const draft = aDraft({ source, team: facts.team ?? 'it' });
  return { ...ticketFrom(draft, key, matrix, new Date('2026-03-02T08:00:00Z'), '2026-03-02'), ...facts };
}

/** A confidential one with HR. */
export function aConfidentialTicket(facts: Partial<Ticket> = {}): Ticket {
  const what = { title: 'My salary is wrong', description: 'My salary is wrong.', service: 'payroll' };
  return aTicket({ key: 'INC-66', team: 'hr', confidential: true, ...what, ...facts });
}

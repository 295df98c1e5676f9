import { describe, expect, it } from '@jest/globals';
import { resolve } from '../../src/tickets/moves/ending.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, dana, max } from '../kit/people.ts';
import { moved } from '../tickets/written.ts';
import { saidBy } from '../views/shown.ts';

const hour = 3_600_000;

/** Resolved VPN tickets of the last weeks, that took from two hours to nearly five. */
function aHistory(count: number, facts: Partial<Ticket> = {}): readonly Ticket[] {
  return Array.from({ length: count }, (_, n) => {
    const openedAt = new Date(Date.UTC(2026, 1, 1 + (n % 28), 8));
    const resolvedAt = new Date(openedAt.getTime() + (2 + (2.9 * n) / count) * hour);
    const ticket = aTicket({ key: `INC-${1000 + n}`, priority: 'P4', cards: [], openedAt, ...facts });
    return { ...moved(ticket, resolve('fixed', 'Done.'), ben.id, resolvedAt), owes: [], owing: false };
  });
}

describe('raising an issue', () => {
  it('tells the requester how long tickets like it usually take', async () => {
    const desk = await aDesk({ tickets: aHistory(40) });

    const { message } = await desk.says(dana, 'The VPN is slow for me');
    await desk.settled();

    const [card] = desk.chat.shownIn(message);
    expect(card && saidBy(card)).toMatch(/Takes: usually 2–5 hours/);
    expect((await desk.ticket('INC-1')).estimate).toMatchObject({ tickets: 40, like: { service: 'vpn' } });
  });

  it('takes that back when it takes longer', async () => {
    const desk = await aDesk({ tickets: aHistory(40) });
    const { message } = await desk.says(dana, 'The VPN is slow for me');
    await desk.settled();

    await desk.passes(5 * hour);

    const [card] = desk.chat.shownIn(message);
    expect(card && saidBy(card)).not.toMatch(/usually/);
    expect((await desk.ticket('INC-1')).history.map(({ alarm }) => alarm)).toContain('estimateOver');
  });

  it('tells nothing with fewer than thirty', async () => {
    const desk = await aDesk({ tickets: aHistory(29) });

    const { message } = await desk.says(max, 'The VPN is slow for me');
    await desk.settled();

    const [card] = desk.chat.shownIn(message);
    expect(card && saidBy(card)).not.toMatch(/usually/);
    expect(await desk.ticket('INC-1')).not.toHaveProperty('estimate');
  });

  it('tells of the second matter of a ticket, too', async () => {
    const desk = await aDesk({ tickets: [...aHistory(40), aTicket({ key: 'INC-500', priority: 'P4' })] });

    await desk.submit('ticket.split', 'INC-500', { title: 'And the printer' }, { by: ben });
    await desk.settled();

    expect((await desk.ticket('INC-1')).estimate).toMatchObject({ like: { kind: 'incident', service: 'vpn' } });
  });
});

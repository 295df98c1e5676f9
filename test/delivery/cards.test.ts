import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RedrawPace } from '../../src/delivery/redraw-pace.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, cem, dana, lea, nia } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const states = { new: 'new', in_progress: 'in progress', on_hold: 'on hold', resolved: 'resolved' } as const;
const words: Readonly<Record<string, string>> = { ...states, closed: 'closed', cancelled: 'cancelled' };

/** Every live card shows what is true; every card that moved on is one line. */
function expectTrueCards(desk: TestDesk, ticket: Ticket): void {
  expect(ticket).toMatchObject({ owing: false, owes: [] });
  for (const slot of ticket.cards) {
    if (slot.state !== 'live') {
      if (slot.message) expect(desk.chat.now(slot.message).buttons ?? []).toEqual([]);
      // It may have moved on before its card was posted: then there is none.
      else expect(everDrawn(desk, `${ticket.key}:${slot.id}`)).toEqual([]);
      continue;
    }
    const text = saidBy(desk.chat.now(slot.message));
    expect([slot.id, slot.drawn]).toEqual([slot.id, ticket.version]);
    expect(text).toContain(`State: ${words[ticket.status]}`);
    expect(text).toContain(`Team: ${ticket.team === 'it' ? 'IT support' : 'Network'}`);
    expect(text).toContain(ticket.title);
    expect(text).toContain(ticket.priority);
    if (ticket.assignee)
      expect(text).toContain({ [ben.id]: 'Ben', [cem.id]: 'Cem', [lea.id]: 'Lea', [nia.id]: 'Nia' }[ticket.assignee]);
  }
}

/** Every drawing of the card with this mark, wherever it was posted. */
function everDrawn(desk: TestDesk, mark: string) {
  return desk.chat.messages.flatMap(({ drawings }) => drawings).filter((card) => card.mark?.id === mark);
}

const deeds: Readonly<Record<string, (desk: TestDesk) => Promise<unknown>>> = {
  claim: (desk) => desk.click('ticket.claim', 'INC-42', { by: lea }),
  takeBack: (desk) => desk.click('ticket.takeBack', 'INC-42', { by: lea }),
  assign: (desk) => desk.submit('ticket.assign', 'INC-42', { person: cem.ref }, { by: lea }),
  hold: (desk) => desk.submit('ticket.hold', 'INC-42', { reason: 'vendor' }, { by: lea }),
  resume: (desk) => desk.click('ticket.resume', 'INC-42', { by: lea }),
  network: (desk) => desk.submit('ticket.escalate', 'INC-42', { to: 'team:network' }, { by: lea }),
  it: (desk) => desk.submit('ticket.escalate', 'INC-42', { to: 'team:it' }, { by: lea }),
  priority: (desk) => desk.submit('ticket.priority', 'INC-42', { impact: '1', urgency: '1' }, { by: lea }),
  edit: (desk) => desk.submit('ticket.edit', 'INC-42', { title: 'Another title', kind: 'incident' }, { by: lea }),
  reply: (desk) => desk.submit('ticket.reply', 'INC-42', { note: 'Hello' }, { by: lea }),
  watch: (desk) => desk.click('ticket.watch', 'INC-42', { by: nia }),
  resolve: (desk) => desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Done' }, { by: lea }),
  reopen: (desk) => desk.submit('ticket.reopen', 'INC-42', { note: 'No' }, { by: lea }),
  says: async (desk) => desk.says(dana, 'And?', { thread: (await desk.ticket('INC-42')).thread ?? '' }),
};

describe('the cards of a ticket', () => {
  it('show what is true in the end, whatever is done at the same time', async () => {
    const names = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, async (done) => {
        const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
        await Promise.all(done.map((name) => deeds[name]?.(desk)));
        await desk.settled();
        expectTrueCards(desk, await desk.ticket('INC-42'));
      }),
      { numRuns: 12 },
    );
  }, 90_000);

  it('show what is true after eighty changes at once, most of them undrawn', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })], pace: new RedrawPace() });
    const before = desk.chat.updates.length;

    await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        desk.click(index % 2 ? 'ticket.watch' : 'ticket.unwatch', 'INC-42', { by: nia }),
      ),
    );
    await desk.settled();

    const ticket = await desk.ticket('INC-42');
    expect(ticket.version).toBe(81);
    expectTrueCards(desk, ticket);
    // Two cards, drawn for the first change and once more for the burst, which a slow machine may stretch.
    expect(desk.chat.updates.length - before).toBeLessThanOrEqual(16);
  }, 60_000);

  it('are drawn at once for a single change, without another message', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
    const [updates, posts] = [desk.chat.updates.length, desk.chat.posted];

    await desk.click('ticket.claim', 'INC-42', { by: ben });
    await desk.settled();

    expect(desk.chat.updates.length - updates).toBe(2);
    expect(desk.chat.posted).toBe(posts);
  });

  it('are drawn when the desk stops, without waiting for a burst to end', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
    await desk.click('ticket.claim', 'INC-42', { by: ben });
    await desk.click('ticket.takeBack', 'INC-42', { by: ben });
    await desk.click('ticket.claim', 'INC-42', { by: cem });

    await desk.desk.courier.stop();

    expectTrueCards(desk, await desk.ticket('INC-42'));
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Courier } from '../../src/delivery/courier.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryStore, Lease } from '../../src/delivery/delivery-store.ts';
import { Outcome } from '../../src/delivery/outcome.ts';
import { silentLog } from '../../src/log.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { FakeClock } from '../kit/fake-clock.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

interface Facts {
  /** What the store says to each asking for the right to send. */
  readonly leases: (Lease | 'taken' | undefined)[];
  /** What it says to each note of what was sent; an error is thrown. */
  readonly settles?: (Ticket | Error | undefined)[];
}

/** A courier whose store answers as told; `sent` counts what it has sent. */
function aCourier({ leases, settles = [] }: Facts) {
  const sent: Ticket[] = [];
  const store: DeliveryStore = {
    lease: async () => leases.shift(),
    extend: async () => {},
    settle: async () => {
      const next = settles.shift();
      if (next instanceof Error) throw next;
      return next;
    },
    poke: async () => {},
    owing: async () => [],
    disown: async () => {},
  };
  const send = async (ticket: Ticket) => {
    sent.push(ticket);
    return new Outcome();
  };
  const delivery = { send } as unknown as Delivery;
  return {
    courier: new Courier({ store, delivery, thoughts: { pending: 0 }, clock: new FakeClock(), log: silentLog }),
    sent,
  };
}

const lease: Lease = { ticket: aTicket(), isTakenOver: false };

describe('the courier', () => {
  it('looks again when somebody else has the right to send', async () => {
    const { courier, sent } = aCourier({ leases: ['taken', 'taken', lease] });

    courier.changed(aTicket());
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(10_000);

    expect(sent).toHaveLength(1);
  });

  it('looks again when the store could not note what was sent', async () => {
    const { courier, sent } = aCourier({ leases: [lease, 'taken', lease], settles: [new Error('reset')] });

    courier.changed(aTicket());
    await jest.advanceTimersByTimeAsync(10_000);

    expect(sent).toHaveLength(2);
  });

  it('goes on as long as the ticket changes while it sends', async () => {
    const { courier, sent } = aCourier({ leases: [lease], settles: Array.from({ length: 50 }, () => aTicket()) });

    courier.changed(aTicket());
    await jest.advanceTimersByTimeAsync(100);

    expect(sent).toHaveLength(51);
  });

  it('begins nothing for a ticket that owes nothing', async () => {
    const { courier, sent } = aCourier({ leases: [undefined, lease] });

    courier.changed(aTicket());
    await jest.advanceTimersByTimeAsync(60_000);

    expect(sent).toHaveLength(0);
  });
});

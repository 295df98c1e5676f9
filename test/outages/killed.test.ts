import { describe, expect, it } from '@jest/globals';
import { aLife } from '../kit/a-life.ts';
import { dana, eve } from '../kit/people.ts';
import { helpIt } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { offersIn } from './an-outage.ts';

/** Dana and Eve report the same, and Eve joins. */
async function joining(desk: TestDesk): Promise<void> {
  await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.settled();
  await desk.says(eve, 'the vpn does not connect', { in: helpIt });
  await desk.settled();
  await desk.click('alike.join', 'INC-2', { by: eve });
  await desk.settled();
}

/** Every fifth request to the store, over the whole story. */
const steps = Array.from({ length: 16 }, (_, at) => 20 + 5 * at);

describe('a desk that is killed while somebody joins', () => {
  it.each(steps)('comes back with both sides of the tie, or none, and one offer at most: step %i', async (at) => {
    const { second } = await aLife(at, at % 2 === 0 ? 'before' : 'after', joining);
    await second.settled();
    const tickets = await second.tickets();
    const child = tickets.find(({ requester }) => requester === eve.id);
    const parent = tickets.find(({ requester }) => requester === dana.id);

    if (child) expect((await offersIn(second, child.key)).length).toBeLessThanOrEqual(1);
    expect(parent?.affected ?? []).toEqual(child?.partOf ? [{ ticket: child.key, person: eve.id }] : []);
  });
});

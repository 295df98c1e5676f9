import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, eve, max } from '../kit/people.ts';
import { directOf, helpIt } from '../kit/recording-chat.ts';
import { labelsOf, saidBy } from '../views/shown.ts';
import { offersIn } from './an-outage.ts';

/** INC-1 of Dana in #help-it, INC-2 of Eve with the same trouble, said to the desk alone. */
async function twoReports(first = { in: helpIt }) {
  const desk = await aDesk();
  await desk.says(dana, 'VPN is down', first);
  await desk.settled();
  desk.clock.advance(60_000);
  await desk.says(eve, "I can't connect to the vpn");
  await desk.settled();
  return desk;
}

describe('a ticket that looks like an open one', () => {
  it('is asked "Me too" in its thread, once, naming what was said in a public channel', async () => {
    const desk = await twoReports();

    const [offer, ...more] = await offersIn(desk, 'INC-2');
    expect(more).toEqual([]);
    expect(saidBy(offer ?? { blocks: [] })).toMatch(
      /^INC-2 looks like what somebody else has reported: VPN is down, since 10:00/,
    );
    expect(labelsOf(offer?.buttons)).toEqual(['Me too', 'Something else']);
    expect(await offersIn(desk, 'INC-1')).toEqual([]);
  });

  it("is told of another's private words no more than their service and since when", async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down since I married Bob');
    await desk.settled();
    await desk.says(max, 'Der VPN Tunnel ist kaputt');
    await desk.settled();

    const [offer] = await offersIn(desk, 'INC-2');
    expect(saidBy(offer ?? { blocks: [] })).toMatch(/^INC-2: Andere melden ein Problem mit VPN seit 10:00/);
    expect(saidBy(offer ?? { blocks: [] })).not.toMatch(/Bob|INC-1|Dana/);
    expect(labelsOf(offer?.buttons)).toEqual(['Ich auch', 'Etwas anderes']);
  });

  it('becomes one report of it, and its requester is told once when it is fixed', async () => {
    const desk = await twoReports();
    const clicked = await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();

    expect(clicked.text).toContain('INC-2 is now part of: VPN is down.');
    expect(await desk.ticket('INC-2')).toMatchObject({
      partOf: { ticket: 'INC-1' },
      links: [{ kind: 'parent', to: 'INC-1' }],
      status: 'new',
    });
    expect(await desk.ticket('INC-1')).toMatchObject({
      affected: [{ ticket: 'INC-2', person: eve.id }],
      links: [{ kind: 'child', to: 'INC-2' }],
      watchers: [eve.id],
    });

    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Gateway restarted.' }, { by: ben });
    await desk.settled();

    expect(await desk.ticket('INC-2')).toMatchObject({
      status: 'resolved',
      resolution: { note: 'Gateway restarted.' },
    });
    const { thread = '' } = await desk.ticket('INC-2');
    const told = [...desk.chat.shownIn(thread), ...desk.chat.shownIn(directOf(eve.ref))].map(saidBy);
    expect(told.filter((text) => text.includes('has resolved') && text.includes('Does it work for you'))).toHaveLength(
      2,
    );
    expect(told.filter((text) => text.includes('which you watch'))).toEqual([]);
  });
});

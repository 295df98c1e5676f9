import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, eve, max } from '../kit/people.ts';
import { directOf, helpIt, itTriage } from '../kit/recording-chat.ts';
import { labelsOf, saidBy } from '../views/shown.ts';
import { employees, offersIn } from './an-outage.ts';

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
  it('is asked also while the cards of the outage wait for their turn at the platform', async () => {
    const desk = await aDesk();
    const [gil, kim] = employees(desk.chat, 2);
    for (const person of [dana, eve, max]) await desk.says(person, 'VPN is down', { in: helpIt });
    await desk.settled();
    desk.chat.faults.order('never', ({ method }) => method === 'update');
    for (const person of [gil, kim]) if (person) await desk.says(person, 'the VPN is down here, too', { in: helpIt });

    try {
      await desk.until(
        async () => (await offersIn(desk, 'INC-4')).length + (await offersIn(desk, 'INC-5')).length === 2,
      );
    } finally {
      desk.chat.faults.heal();
      desk.chat.faults.release();
    }
  });

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

  it('counts once, however often and however fast it is clicked', async () => {
    const desk = await twoReports();
    await Promise.all([1, 2, 3].map(() => desk.click('alike.join', 'INC-2', { by: eve })));
    const again = await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();

    expect(again.text).toContain('INC-2 is now part of: VPN is down.');
    expect(await desk.ticket('INC-1')).toMatchObject({ affected: [{ ticket: 'INC-2' }], watchers: [eve.id] });
    expect((await desk.ticket('INC-2')).links).toEqual([{ kind: 'parent', to: 'INC-1' }]);
  });

  it('goes on by itself when it is something else, before and after it had joined', async () => {
    const desk = await twoReports();
    await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();
    const back = await desk.click('alike.other', 'INC-2', { by: eve });
    await desk.click('alike.other', 'INC-2', { by: eve });
    await desk.settled();

    expect(back.text).toContain('INC-2 is looked at on its own.');
    const ticket = await desk.ticket('INC-2');
    expect(ticket).toMatchObject({ links: [], alike: { state: 'other' } });
    expect(ticket.partOf).toBeUndefined();
    expect(await desk.ticket('INC-1')).toMatchObject({ affected: [], links: [], watchers: [] });
    expect(await offersIn(desk, 'INC-2')).toHaveLength(1);

    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done.' }, { by: ben });
    await desk.settled();
    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'new' });
  });

  it('is told when the other one was fixed before they answered, and their own goes on', async () => {
    const desk = await twoReports();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done.' }, { by: ben });
    const turn = await desk.click('alike.join', 'INC-2', { by: eve });
    const again = await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();

    expect(turn.text).toContain(
      'was fixed in the meantime. If it works for you too, cancel INC-2; if not, we go on with it.',
    );
    expect(again.text).toContain('was fixed in the meantime.');
    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'new', alike: { state: 'over' } });
  });

  it('is answered by its requester alone', async () => {
    const desk = await twoReports();
    const turn = await desk.click('alike.join', 'INC-2', { by: max });

    expect(turn.text).toContain('Ein Ticket INC-2, das du sehen kannst, gibt es nicht.');
    const agent = await desk.click('alike.join', 'INC-2', { by: ben });
    expect(agent.text).toContain('Only the person who needs INC-2 can say that.');
    expect((await desk.ticket('INC-2')).partOf).toBeUndefined();
  });

  it('is asked nothing when the other one is confidential, a wish, their own, or about another service', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'My payslip is wrong, the salary is missing');
    await desk.says(eve, 'My payslip is wrong too, no salary');
    await desk.says(dana, 'I need a new headset');
    await desk.says(eve, 'I need a new headset, too');
    await desk.says(max, 'Drucker ist kaputt');
    await desk.says(max, 'Der Drucker ist immer noch kaputt', { in: helpIt });
    await desk.says(dana, 'Outlook crashes at the start');
    await desk.says(eve, 'The wifi crashes at the start');
    await desk.settled();

    const asked = (await desk.tickets()).filter(({ alike }) => alike);
    expect(asked.map(({ key }) => key)).toEqual([]);
  });

  it('joins the oldest, so that many are one', async () => {
    const desk = await twoReports();
    await desk.says(max, 'VPN geht nicht mehr', { in: helpIt });
    await desk.settled();

    expect(await desk.ticket('INC-3')).toMatchObject({ alike: { to: 'INC-1' } });
  });

  it('does not read the other one when its words were said in private', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down since I married Bob');
    await desk.settled();
    await desk.says(eve, 'the vpn is down');
    await desk.settled();
    await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();

    expect((await desk.ticket('INC-1')).watchers).toEqual([]);
    expect((await desk.command(eve, 'show INC-1')).text).not.toContain('Bob');
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done.' }, { by: ben });
    await desk.settled();
    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'resolved' });
  });

  it('is not asked again after a crash in which the answer was lost', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down', { in: helpIt });
    await desk.settled();
    await desk.says(eve, 'the vpn is down', { in: helpIt });
    await desk.settled();
    const before = await desk.ticket('INC-2');
    await desk.connection
      .collection<{ _id: string }>('tickets')
      .updateOne(
        { _id: 'INC-2' },
        { $push: { owes: { kind: 'consider', id: '9:again', at: desk.clock.now() } } as object, $set: { owing: true } },
      );
    await desk.desk.courier.sweep();
    await desk.settled();

    expect(before.alike).toBeDefined();
    expect(await offersIn(desk, 'INC-2')).toHaveLength(1);
  });
});

describe("the agents' card", () => {
  it('says how many people have it, and which incident a report is part of', async () => {
    const desk = await twoReports();
    await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();

    const cards = desk.chat.shownIn(itTriage).map(saidBy);
    expect(cards.find((text) => text.startsWith('INC-1 '))).toContain('Affected: 2 people');
    expect(cards.find((text) => text.startsWith('INC-2 '))).toContain('One report of INC-1: it is resolved with it.');
  });
});

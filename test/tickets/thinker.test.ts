import { describe, expect, it } from '@jest/globals';
import type { Consideration, Finding } from '../../src/tickets/consideration.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana } from '../kit/people.ts';

/** It has something to say about every ticket: once, and asks the requester when it is told to. */
function says(category: string, isAsking = false): Consideration {
  const finding: Finding = { isAsking, step: () => ({ set: { category }, owes: [] }) };
  return { name: category, of: async () => finding };
}

/** It thinks until the test lets it go on. */
function slow(inner: Consideration) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const began: string[] = [];
  const consideration: Consideration = {
    name: 'slow',
    of: async (ticket, soFar) => {
      began.push(ticket.key);
      await gate;
      return inner.of(ticket, soFar);
    },
  };
  return { consideration, began, letGo: () => letGo() };
}

describe('thinking about a new ticket', () => {
  it('fills in what was found, in one change by the desk, and owes nothing after it', async () => {
    const desk = await aDesk({ considerations: [says('network')] });

    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.settled();

    const ticket = await desk.only();
    expect(ticket).toMatchObject({ category: 'network', owes: [], owing: false });
    expect(ticket.history.map(({ move, by }) => [move, by])).toEqual([
      ['open', dana.id],
      ['consider', 'desk'],
    ]);
  });

  it('changes nothing when there is nothing to say', async () => {
    const desk = await aDesk({ considerations: [{ name: 'nothing', of: async () => undefined }] });

    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.settled();

    expect(await desk.only()).toMatchObject({ version: 1, owes: [], owing: false });
  });

  it('does not let what comes later ask when something was asked', async () => {
    const heard: boolean[] = [];
    const listens: Consideration = {
      name: 'listens',
      of: async (_ticket, { isAsked }) => {
        heard.push(isAsked);
        return undefined;
      },
    };
    const desk = await aDesk({ considerations: [listens, says('network', true), listens] });

    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.settled();

    expect(heard).toEqual([false, true]);
  });

  it('goes on without a thought that fails', async () => {
    const fails: Consideration = {
      name: 'fails',
      of: async () => {
        throw new Error('out of order');
      },
    };
    const desk = await aDesk({ considerations: [fails, says('network')] });

    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.settled();

    expect(await desk.only()).toMatchObject({ category: 'network', owing: false });
  });

  it('holds nothing up: the cards lie and the ticket is claimed while it still thinks', async () => {
    const { consideration, letGo } = slow(says('network'));
    const desk = await aDesk({ considerations: [consideration] });
    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.until(async () => (await desk.only()).cards.every(({ message }) => message));

    const { key } = await desk.only();
    await desk.click('ticket.claim', key, { by: ben });
    expect(await desk.ticket(key)).toMatchObject({ assignee: ben.id, owes: [{ kind: 'consider' }] });
    letGo();
    await desk.settled();

    expect(await desk.ticket(key)).toMatchObject({ assignee: ben.id, category: 'network', owes: [], owing: false });
  });

  it('is begun anew when the desk was killed in the middle', async () => {
    const lost = slow(says('lost'));
    const before = await aDesk({ considerations: [lost.consideration] });
    await before.says(dana, 'The VPN drops every ten minutes');
    await before.until(() => lost.began.length > 0);
    await before.crash();

    const { database, chat } = before;
    const desk = await aDesk({ database, chat, considerations: [says('network')] });
    await desk.stores.deliveries.disown();
    await desk.desk.courier.sweep();
    await desk.settled();

    expect(await desk.only()).toMatchObject({ category: 'network', owes: [], owing: false });
  });

  it('changes the ticket once when two processes think about it', async () => {
    const one = slow(says('network'));
    const other = slow(says('network'));
    const desk = await aDesk({ considerations: [one.consideration] });
    const second = await aDesk({ database: desk.database, chat: desk.chat, considerations: [other.consideration] });
    await desk.says(dana, 'The VPN drops every ten minutes');
    await desk.until(() => one.began.length > 0);
    await desk.until(async () => (await desk.only()).cards.every(({ message }) => message));
    await second.stores.deliveries.disown();
    void second.desk.courier.sweep();
    await second.until(() => other.began.length > 0);

    one.letGo();
    other.letGo();
    await desk.until(async () => !(await desk.only()).owing);

    const { history, owes } = await desk.only();
    expect(history.filter(({ move }) => move === 'consider')).toHaveLength(1);
    expect(owes).toEqual([]);
  });

  it('leaves a ticket alone that was called off meanwhile', async () => {
    const asked: string[] = [];
    const listens: Consideration = {
      name: 'listens',
      of: async ({ key }) => {
        asked.push(key);
        return undefined;
      },
    };
    const before = await aDesk();
    await before.says(dana, 'The VPN drops every ten minutes');
    await before.settled();
    const { key } = await before.only();
    await before.click('ticket.withdraw', key, { by: dana });
    await before.settled();
    await before.connection
      .collection<{ _id: string }>('tickets')
      .updateOne(
        { _id: key },
        { $set: { owes: [{ kind: 'consider', id: '9:0', at: new Date() }], owing: true } as never },
      );

    const desk = await aDesk({ database: before.database, considerations: [listens] });
    await desk.desk.courier.sweep();
    await desk.settled();

    expect(asked).toEqual([]);
    expect(await desk.ticket(key)).toMatchObject({ status: 'cancelled', owes: [], owing: false });
  });
});

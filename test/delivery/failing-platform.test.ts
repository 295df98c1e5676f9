import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import type { Call } from '../kit/chat-faults.ts';
import { minutes, seconds } from '../kit/fake-clock.ts';
import { ben, cem, dana } from '../kit/people.ts';
import { directOf, helpIt, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const postsTo = (place: string) => (call: Call) => call.method === 'post' && call.at === place;
const shown = (desk: TestDesk, thread: string) => desk.chat.shownIn(thread).map(saidBy).join('\n---\n');

/** A ticket of #help-it with both cards drawn. */
async function aTalk() {
  const desk = await aDesk();
  const { message } = await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.settled();
  const agents = (await desk.only()).cards.find(({ card }) => card === 'agent')?.thread ?? '';
  return { desk, requesters: message, agents };
}

async function waitsToTryAgain(desk: TestDesk): Promise<boolean> {
  const document = await desk.connection.collection('tickets').findOne({ retryAt: { $gt: desk.clock.now() } });
  return document !== null;
}

async function laterTries(desk: TestDesk, ms: number): Promise<void> {
  desk.clock.advance(ms);
  await desk.desk.courier.sweep();
}

describe('a card that somebody has deleted', () => {
  it('lies there again, once, when its ticket changes, and people work on in its thread', async () => {
    const { desk, agents } = await aTalk();
    const card = (await desk.only()).cards.find((slot) => slot.card === 'agent')?.message ?? '';
    desk.chat.faults.order('gone', ({ method, at }) => method === 'update' && at === card);

    await desk.click('ticket.claim', 'INC-1', { by: ben, on: 'whisper' });
    await desk.settled();

    const again = (await desk.only()).cards.find((slot) => slot.card === 'agent');
    expect(again?.thread).not.toBe(agents);
    expect(shown(desk, itTriage).match(/in progress/g)).toHaveLength(1);
    await desk.says(cem, 'Which tunnel?', { thread: again?.thread ?? '' });
    await desk.settled();
    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['Which tunnel?']);
    expect((await desk.only()).owing).toBe(false);
  });
});

describe('a platform that refuses for a while', () => {
  it('gets everything in order, once, when it works again', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('transient', postsTo(agents), 3);

    for (const text of ['one', 'two', 'three', 'four']) {
      desk.clock.advance(1);
      await desk.says(dana, text, { thread: requesters });
    }
    await desk.until(async () => {
      await laterTries(desk, seconds(11));
      return !(await desk.only()).owing;
    });

    expect(shown(desk, agents).match(/one|two|three|four/g)).toEqual(['one', 'two', 'three', 'four']);
    expect((await desk.only()).botMessages).toBe(desk.chat.posted);
  });

  it('keeps an effect until it is done and strikes it off once', async () => {
    const { desk, requesters } = await aTalk();
    desk.chat.faults.order('transient', postsTo(requesters), 2);

    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });
    expect((await desk.only()).owes).toHaveLength(1);
    await desk.until(async () => {
      await laterTries(desk, seconds(11));
      return !(await desk.only()).owing;
    });

    expect((await desk.only()).owes).toEqual([]);
    expect(shown(desk, requesters).match(/Ben Ito has resolved INC-1/g)).toHaveLength(1);
  });

  it('does not get a message twice whose answer was lost', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('arrives', ({ method }) => method === 'post', 2);

    await desk.says(dana, 'error 42', { thread: requesters });
    await desk.until(async () => {
      await laterTries(desk, seconds(11));
      return !(await desk.only()).owing;
    });

    expect(shown(desk, agents).match(/error 42/g)).toHaveLength(1);
    expect(desk.chat.posts.at(-1)?.options).toMatchObject({ mayHaveArrived: true });
  });

  it('does not hold back what happens meanwhile', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('transient', postsTo(agents), 1);
    await desk.says(dana, 'error 42', { thread: requesters });
    await desk.until(() => waitsToTryAgain(desk));

    await desk.submit('ticket.reply', 'INC-1', { note: 'On it' }, { by: ben });
    await desk.until(() => shown(desk, requesters).includes('On it'));

    expect(shown(desk, agents)).toContain('error 42');
  });
});

describe('a place that is gone', () => {
  it('of the requester: what they should hear goes to them directly, words and notices', async () => {
    const { desk, requesters } = await aTalk();
    desk.chat.faults.order('permanent', postsTo(requesters));

    await desk.submit('ticket.reply', 'INC-1', { note: 'Restart it' }, { by: ben });
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });
    await desk.until(() => shown(desk, directOf(dana.ref)).includes('has resolved INC-1'));

    expect(shown(desk, directOf(dana.ref)).match(/Restart it/g)).toHaveLength(1);
    await desk.until(async () => !(await desk.only()).owing);
  });

  it('of the requester from the start: the talk is in the direct message', async () => {
    const desk = await aDesk();
    desk.chat.faults.order('permanent', ({ method, at }) => method === 'post' && at.startsWith(helpIt));

    await desk.says(dana, 'VPN is down', { in: helpIt });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ thread: expect.stringContaining('D-dana'), owing: false });
    expect(desk.chat.shownIn(itTriage)).toHaveLength(1);
  });

  it('of the agents: the requester still gets their card and every answer', async () => {
    const desk = await aDesk();
    desk.chat.faults.order('permanent', ({ method, at }) => method === 'post' && at.startsWith(itTriage));
    const { message } = await desk.says(dana, 'VPN is down', { in: helpIt });
    await desk.until(() => desk.chat.shownIn(message).length === 1);

    await desk.says(dana, 'error 42', { thread: message });
    await desk.submit('ticket.reply', 'INC-1', { note: 'On it' }, { by: ben });
    await desk.until(() => shown(desk, message).includes('On it'));
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });
    await desk.until(() => shown(desk, message).includes('has resolved INC-1'));

    desk.chat.faults.heal();
    await laterTries(desk, minutes(11));
    await desk.until(() => desk.chat.shownIn(itTriage).length === 1);
    const agents = (await desk.only()).cards.find(({ card }) => card === 'agent')?.thread ?? '';
    await desk.until(() => shown(desk, agents).includes('error 42'));
    expect(shown(desk, message).match(/On it/g)).toHaveLength(1);
  });

  it('of the agents after the card lay there: answers still reach the requester', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('permanent', ({ at }) => at === agents);

    await desk.submit('ticket.reply', 'INC-1', { note: 'On it' }, { by: cem });
    await desk.until(() => shown(desk, requesters).includes('On it'));
  });

  it('of an assignee who cannot be reached holds nothing else back', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
    desk.chat.faults.order('permanent', postsTo(directOf(cem.ref)));

    await desk.submit('ticket.assign', 'INC-42', { person: cem.ref }, { by: ben });
    await desk.submit('ticket.reply', 'INC-42', { note: 'Cem looks at it' }, { by: ben });

    const { thread = '' } = await desk.ticket('INC-42');
    await desk.until(() => shown(desk, thread).includes('Cem looks at it'));
    await desk.until(async () => (await desk.ticket('INC-42')).cards.every(({ drawn }) => drawn === 3));
  });
});

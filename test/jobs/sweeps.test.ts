import { describe, expect, it } from '@jest/globals';
import type { MessageEvent } from '../../src/chat/event.ts';
import { sweepDeliveries } from '../../src/jobs/sweep-deliveries.ts';
import { sweepInbox } from '../../src/jobs/sweep-inbox.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { minutes } from '../kit/fake-clock.ts';
import { dana } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';

describe('the sweeps', () => {
  it('send what tickets owe, and twice is once', async () => {
    const desk = await aDesk();
    for (const key of ['INC-1', 'INC-2']) await desk.desk.ticketStore.insert(aTicket({ key }));
    const jobDesk = { ...desk.desk, inbox: desk.router.inbox, ringer: desk.ringer, digestSender: desk.digestSender };

    await Promise.all([1, 2, 3].map(() => sweepDeliveries.run(jobDesk, desk.clock.now())));
    await desk.settled();

    expect(desk.chat.shownIn(itTriage)).toHaveLength(2);
    expect(desk.chat.shownIn(directOf(dana.ref))).toHaveLength(2);
    expect((await desk.tickets()).map(({ owing, botMessages }) => [owing, botMessages])).toEqual([
      [false, 2],
      [false, 2],
    ]);
  });

  it('handle events that were kept and never done, and twice is once', async () => {
    const desk = await aDesk();
    const message = desk.chat.type(directOf(dana.ref), dana.ref, 'VPN is down');
    const event: MessageEvent = {
      id: `${message}:new`,
      kind: 'message',
      change: 'new',
      person: dana.ref,
      place: directOf(dana.ref),
      message,
      at: desk.clock.now(),
      thread: message,
      setting: 'direct',
      isReply: false,
      mentionsDesk: false,
      text: 'VPN is down',
      files: [],
    };
    await desk.stores.inbox.put(event, desk.clock.now());
    desk.clock.advance(minutes(1));
    const jobDesk = { ...desk.desk, inbox: desk.router.inbox, ringer: desk.ringer, digestSender: desk.digestSender };

    await Promise.all([1, 2, 3].map(() => sweepInbox.run(jobDesk, desk.clock.now())));
    await desk.settled();

    expect(await desk.only()).toMatchObject({ title: 'VPN is down' });
    expect(desk.chat.posted).toBe(2);
  });
});

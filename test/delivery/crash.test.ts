import { describe, expect, it } from '@jest/globals';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aLife } from '../kit/a-life.ts';
import { FakeClock, minutes } from '../kit/fake-clock.ts';
import { ben, dana } from '../kit/people.ts';
import { helpIt, itTriage, RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const raises = async (desk: TestDesk) => {
  await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.until(async () => !(await desk.only()).owing);
};

describe.each(['before', 'after'] as const)('a process that is killed just %s a step of its store', (moment) => {
  it('has lost no message that was acknowledged, and the next one doubles nothing', async () => {
    let steps = 0;
    for (let hasEnded = false; !hasEnded && steps < 60; ) {
      steps += 1;
      const life = await aLife(steps, moment, raises);
      hasEnded = life.hasEnded;
      // The platform delivers again what was not acknowledged; here it does so always.
      const [said] = life.chat.messages;
      await life.second.deliver({
        ...{
          id: 'again',
          kind: 'message',
          change: 'new',
          person: dana.ref,
          place: helpIt,
          at: life.second.clock.now(),
        },
        ...{
          message: said?.ref ?? '',
          thread: said?.ref ?? '',
          setting: 'channel',
          isReply: false,
          mentionsDesk: false,
        },
        ...{ text: 'VPN is down', files: [] },
      });
      await life.second.until(async () => !(await life.second.only()).owing);

      const ticket = await life.second.only();
      expect([steps, ticket.history.length]).toEqual([steps, 1]);
      expect([steps, life.chat.shownIn(said?.ref ?? '').length]).toEqual([steps, 1]);
      expect([steps, life.chat.shownIn(itTriage).length]).toEqual([steps, 1]);
      expect(await life.second.stores.inbox.pending()).toBe(0);
    }
    expect(steps).toBeGreaterThan(5);
  }, 120_000);
});

describe('a process that dies while it sends', () => {
  it('leaves a message that the next one finds and does not post again', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const first = await aDesk({ chat, clock, database });
    const { message } = await first.says(dana, 'VPN is down', { in: helpIt });
    await first.settled();
    chat.faults.order('never', ({ method, at }) => method === 'post' && at === message, 1);
    await first.submit('ticket.reply', 'INC-1', { note: 'On it' }, { by: ben });
    await first.until(() => chat.shownIn(message).length === 2);
    await first.crash();

    clock.advance(minutes(2));
    const second = await aDesk({ chat, clock, database });
    await second.desk.courier.sweep();
    await second.until(async () => !(await second.only()).owing);

    expect(chat.shownIn(message).map(saidBy).join().match(/On it/g)).toHaveLength(1);
    expect(chat.posts.at(-1)?.options).toMatchObject({ mayHaveArrived: true });
  });

  it('keeps its right to send until it is over, so that nobody sends at the same time', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const first = await aDesk({ chat, clock, database });
    await first.says(dana, 'VPN is down', { in: helpIt });
    await first.settled();
    chat.faults.order('never', ({ method }) => method === 'update', 1);
    await first.click('ticket.claim', 'INC-1', { by: ben });
    await first.until(() => chat.updates.length === 1);

    const second = await aDesk({ chat, clock, database });
    clock.advance(20_000);
    await second.desk.courier.sweep();
    expect(chat.updates).toHaveLength(1);
    clock.advance(minutes(2));
    await second.desk.courier.sweep();
    await second.until(async () => (await second.only()).cards.every(({ drawn }) => drawn === 2));
  });
});

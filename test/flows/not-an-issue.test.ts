import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { cem, dana, eve, max } from '../kit/people.ts';
import { helpIt } from '../kit/recording-chat.ts';

describe('raising an issue', () => {
  it.each([
    ['hi', dana, 'Hello. Tell me what is the matter'],
    ['Danke!', max, 'Gern geschehen'],
    ['guten Morgen', cem, 'Hallo. Sag mir, was los ist'],
    ['status?', dana, 'You have no open issues'],
    ['lol', dana, 'I am better at issues than at small talk'],
  ])('does not happen by small talk: %j gets a short answer', async (text, by, answer) => {
    const desk = await aDesk();

    const turn = await desk.says(by, text);
    const command = await desk.command(by, text);
    await desk.settled();

    expect(turn.said).toMatchObject([{ how: 'whisper' }]);
    expect(turn.text).toContain(answer);
    expect(command.text).toContain(answer);
    expect(await desk.tickets()).toEqual([]);
    expect(desk.chat.posted).toBe(0);
  });

  it('shows who asks how things stand their open issues', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down');

    const turn = await desk.says(dana, 'any news?');

    expect(turn.text).toContain('You have one open issue.');
    expect(turn.text).toContain('INC-1 VPN is down');
    expect(await desk.tickets()).toHaveLength(1);
  });

  it('waits with a reply that arrives before the message it answers', async () => {
    const desk = await aDesk();
    const root = desk.chat.type(helpIt, dana.ref, 'VPN is down');
    await desk.says(dana, 'with error 42', { thread: root });
    expect(await desk.tickets()).toEqual([]);

    await desk.deliver({
      ...{ id: 'root', kind: 'message', change: 'new', person: dana.ref, place: helpIt, at: desk.clock.now() },
      ...{ message: root, thread: root, setting: 'channel', isReply: false, mentionsDesk: false },
      ...{ text: 'VPN is down', files: [] },
    });
    desk.clock.advance(1000);
    await desk.router.inbox.sweep();
    await desk.settled();

    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['with error 42']);
    expect(await desk.tickets()).toHaveLength(1);
  });

  it('is not done by a reply under words that never became a ticket', async () => {
    const desk = await aDesk();
    const root = desk.chat.type(helpIt, dana.ref, 'thanks');
    await desk.says(eve, 'you are welcome, all', { thread: root });

    for (let attempt = 0; attempt < 4; attempt += 1) {
      desk.clock.advance(40_000);
      await desk.router.inbox.sweep();
      await desk.settled();
    }

    expect(await desk.tickets()).toEqual([]);
    expect(await desk.stores.inbox.pending()).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { MessageEvent } from '../../src/chat/event.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, cem, dana, eve, nia } from '../kit/people.ts';
import { general, helpIt } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';

/** One day of a desk, every way in and most buttons. */
async function aDay(deliveries: number): Promise<TestDesk> {
  const desk = await aDesk({ deliveries });
  const { message } = await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.says(dana, 'hello');
  await desk.command(eve, 'email is slow');
  const other = desk.chat.type(general, eve.ref, 'wifi is slow');
  await desk.reacts(nia, 'ticket', other);
  await desk.submit('issue.new', 'new', { description: 'No sound' }, { by: dana });
  await desk.settled();
  await desk.click('ticket.claim', 'INC-1', { by: ben });
  const { message: words } = await desk.says(dana, 'error 24', { thread: message });
  await desk.edits(dana, words, 'error 42');
  const agents = (await desk.ticket('INC-1')).cards[1]?.thread ?? '';
  const note = await desk.says(ben, 'Restart it', { thread: agents });
  await desk.click('ticket.send', 'INC-1', { by: ben, on: 'whisper', value: `INC-1 ${note.message}` });
  await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'And now?' }, { by: ben });
  await desk.says(dana, 'no', { thread: message });
  await desk.submit('ticket.split', 'INC-2', { title: 'Mailbox full' }, { by: cem });
  await desk.submit('ticket.merge', 'INC-2', { key: 'INC-1' }, { by: cem });
  await desk.settled();
  await desk.submit('ticket.reply', 'INC-1', { note: 'Restarted' }, { by: ben });
  await desk.submit('ticket.escalate', 'INC-1', { to: 'team:network' }, { by: ben });
  await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Cable' }, { by: nia });
  await desk.settled();
  await desk.click('ticket.confirm', 'INC-1', { by: dana });
  await desk.settled();
  return desk;
}

describe('a day on which everything is delivered three times', () => {
  it('ends as one on which everything is delivered once', async () => {
    const [once, thrice] = [await aDay(1), await aDay(3)];

    const gist = async (desk: TestDesk) =>
      Promise.all(
        (await desk.tickets()).map(async ({ key, title, status, version, history, watchers, botMessages }) => ({
          ...{ key, title, status, version, watchers, botMessages },
          moves: history.map(({ move }) => move),
          remarks: (await desk.remarks(key)).map(({ text, visibility }) => [text, visibility]),
        })),
      );
    expect(await gist(thrice)).toEqual(await gist(once));
    expect(thrice.chat.posted).toBe(once.chat.posted);
    expect(thrice.chat.messages.map(({ place }) => place).sort()).toEqual(
      once.chat.messages.map(({ place }) => place).sort(),
    );
  });
});

describe('events of one delivery that come at the same time', () => {
  it('raise one ticket', async () => {
    const desk = await aDesk();
    const message = desk.chat.type(helpIt, dana.ref, 'VPN is down');
    const event: Omit<MessageEvent, 'id'> = {
      kind: 'message',
      change: 'new',
      person: dana.ref,
      place: helpIt,
      at: desk.clock.now(),
      message,
      files: [],
      thread: message,
      setting: 'channel',
      isReply: false,
      mentionsDesk: true,
      text: 'VPN is down',
    };

    // Slack tells of a mention twice, by two events.
    await Promise.all(['e1', 'e2', 'e1', 'e3'].map((id) => desk.deliver({ ...event, id })));
    await desk.settled();

    expect(await desk.tickets()).toHaveLength(1);
    expect(desk.chat.posted).toBe(2);
  });
});

describe('a ticket that is raised, claimed, answered once, resolved and confirmed', () => {
  it('takes at most six messages of the desk, and counts them', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down', { in: helpIt });
    await desk.settled();
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    await desk.submit('ticket.reply', 'INC-1', { note: 'Try again' }, { by: ben });
    await desk.settled();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Restarted' }, { by: ben });
    await desk.settled();
    await desk.click('ticket.confirm', 'INC-1', { by: dana });
    await desk.settled();

    const ticket = await desk.only();
    expect(ticket.status).toBe('closed');
    expect(desk.chat.posted).toBeLessThanOrEqual(6);
    expect(ticket.botMessages).toBe(desk.chat.posted);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, shown } from '../kit/a-talk.ts';
import { ben, dana, eve } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const chat = directOf(dana.ref);
const minutes = (count: number) => count * 60_000;

/** Dana writes into her chat with the desk, which has no threads. */
const tells = (desk: TestDesk, text: string, how: Parameters<TestDesk['says']>[2] = {}) =>
  desk.says(dana, text, { thread: chat, ...how });

/** What the desk answered privately, as words and buttons. */
const answered = ({ said }: RecordingTurn) =>
  said.map((one) => ('card' in one ? saidBy(one.card) : one.how)).join('\n');
const buttonOf = ({ said }: RecordingTurn) =>
  said
    .flatMap((one) => ('card' in one ? (one.card.buttons ?? []) : []))
    .find(({ action }) => action === 'issue.instead');

/** INC-1: raised in the chat, claimed by Ben. */
async function aChat() {
  const desk = await aDesk();
  const { message } = await tells(desk, 'VPN is down');
  await desk.settled();
  await desk.click('ticket.claim', 'INC-1', { by: ben });
  return { desk, message, agents: agentsOf(await desk.ticket('INC-1')) };
}

describe('words in a chat without threads', () => {
  it('raise an issue when nothing is being talked about', async () => {
    const { desk } = await aChat();
    desk.clock.advance(minutes(11));

    const turn = await tells(desk, 'My printer is on fire');
    await desk.settled();

    expect(buttonOf(turn)).toBeUndefined();
    expect((await desk.ticket('INC-2')).description).toBe('My printer is on fire');
    expect(await desk.remarks('INC-1')).toEqual([]);
  });

  it('belong to what was talked about in the last ten minutes, and the desk says so', async () => {
    const { desk, agents } = await aChat();
    desk.clock.advance(minutes(9));

    const turn = await tells(desk, 'It says error 809');
    await desk.settled();

    expect(answered(turn)).toContain('Added to INC-1: VPN is down');
    expect(buttonOf(turn)?.label).toBe('New issue instead');
    expect(shown(desk, agents)).toContain('It says error 809');
    desk.clock.advance(minutes(9));
    expect(answered(await tells(desk, 'Since this morning'))).toContain('Added to INC-1');
  });

  it('count an agent’s answer as talk', async () => {
    const { desk, agents } = await aChat();
    desk.clock.advance(minutes(60));
    await desk.submit('ticket.reply', 'INC-1', { note: 'Does the other gateway work?' }, { by: ben });
    await desk.settled();
    desk.clock.advance(minutes(2));

    expect(answered(await tells(desk, 'The other one works'))).toContain('Added to INC-1');
    await desk.settled();
    expect(shown(desk, agents)).toContain('The other one works');
  });

  it('belong to the ticket that waits for an answer, however long it has waited, and wake it', async () => {
    const { desk } = await aChat();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which gateway?' }, { by: ben });
    desk.clock.advance(minutes(300));
    await desk.says(dana, 'My screen is dark', { thread: chat, quoted: { message: 'slack:nowhere', text: 'nothing' } });
    expect((await desk.ticket('INC-1')).status).toBe('in_progress');

    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which gateway?' }, { by: ben });
    desk.clock.advance(minutes(300));
    const turn = await tells(desk, 'Thanks');

    expect(answered(turn)).toContain('Added to INC-1');
    expect((await desk.ticket('INC-1')).status).toBe('in_progress');
  });

  it('belong to the ticket whose message they quote, without a word about it', async () => {
    const { desk, message, agents } = await aChat();
    desk.clock.advance(minutes(20));
    await tells(desk, 'My printer is on fire');
    await desk.settled();
    const card = (await desk.ticket('INC-1')).cards.find((slot) => slot.card === 'requester')?.message ?? '';

    const quotes = [
      { message: card, text: '' },
      { message, text: 'VPN is down' },
      { message: 'slack:whatever', text: 'Ben is working on INC-1' },
    ];
    for (const [index, quoted] of quotes.entries()) {
      const turn = await tells(desk, `Answer ${index}`, { quoted });
      expect(answered(turn)).toBe('');
    }
    await desk.settled();

    for (const index of quotes.keys()) expect(shown(desk, agents)).toContain(`Answer ${index}`);
    expect(await desk.remarks('INC-2')).toEqual([]);
  });

  it('open nothing when they are small talk, also right after a ticket', async () => {
    const { desk } = await aChat();

    expect(answered(await tells(desk, 'thanks!'))).toContain('You are welcome');
    expect(await desk.remarks('INC-1')).toEqual([]);
  });

  it('are a new issue when only a confidential team may read them', async () => {
    const { desk, agents } = await aChat();

    await tells(desk, 'My salary of May is missing');
    await desk.settled();

    expect(await desk.ticket('INC-2')).toMatchObject({
      confidential: true,
      description: 'My salary of May is missing',
    });
    expect(shown(desk, agents)).not.toContain('salary');
  });

  it('raise a new issue when the last one is closed', async () => {
    const { desk } = await aChat();
    await desk.click('ticket.withdraw', 'INC-1', { by: dana });

    await tells(desk, 'Now the Wi-Fi is gone');

    expect((await desk.ticket('INC-2')).requester).toBe((await desk.ticket('INC-1')).requester);
  });

  it('are one thing however often they are delivered', async () => {
    const desk = await aDesk({ deliveries: 3 });
    await tells(desk, 'VPN is down');
    await tells(desk, 'It says error 809');
    await desk.settled();

    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['It says error 809']);
    expect(await desk.desk.ticketStore.find('INC-2')).toBeUndefined();
  });
});

describe('New issue instead', () => {
  it('takes the words out of the one ticket and raises another, files and later edits included', async () => {
    const { desk, agents } = await aChat();
    const files = [{ ref: 'slack:T1/F1', name: 'fire.txt', mimeType: 'text/plain', bytes: 3 }];
    const turn = await tells(desk, 'My printer is on fire', { files });
    await desk.settled();
    const value = buttonOf(turn)?.value ?? '';

    const clicked = await desk.click('issue.instead', 'INC-1', { by: dana, on: 'whisper', value });
    await desk.click('issue.instead', 'INC-1', { by: dana, on: 'whisper', value });
    await desk.settled();

    expect(clicked.said).toMatchObject([{ how: 'replace' }]);
    expect(shown(desk, agents)).not.toContain('on fire');
    const other = await desk.ticket('INC-2');
    expect(other).toMatchObject({ description: 'My printer is on fire', thread: chat });
    expect(desk.chat.filesIn(agentsOf(other))).toEqual(['fire.txt']);
    expect(await desk.desk.ticketStore.find('INC-3')).toBeUndefined();

    await desk.edits(dana, turn.message, 'The printer on floor 2 is on fire');
    expect((await desk.ticket('INC-2')).description).toBe('The printer on floor 2 is on fire');
  });

  it('is for the author alone', async () => {
    const { desk } = await aChat();
    const value = buttonOf(await tells(desk, 'My printer is on fire'))?.value ?? '';

    await desk.click('issue.instead', 'INC-1', { by: eve, on: 'whisper', value });

    expect(await desk.desk.ticketStore.find('INC-2')).toBeUndefined();
    expect((await desk.remarks('INC-1'))[0]?.deletedAt).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, max } from '../kit/people.ts';
import { directOf, helpIt, itTriage } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

describe('who wants something else than to raise an issue', () => {
  it.each([
    ['hand me to a human', dana, 'INC-1: a person from IT support comes to you here.'],
    ['can I talk to a real person please', dana, 'REQ-1: a person from IT support comes to you here.'],
    ['ich möchte mit einem Menschen sprechen', max, 'REQ-1: Jemand von IT support meldet sich hier bei dir.'],
  ])('gets a person: %j', async (text, by, answer) => {
    const desk = await aDesk();

    const turn = await desk.says(by, text);
    await desk.settled();

    expect(turn.text).toContain(answer);
    expect(await desk.only()).toMatchObject({ description: text, team: 'it' });
    expect(desk.chat.shownIn(itTriage).map(saidBy).join()).toContain(text);
  });

  it('gets a ticket that says so, where there are no other words', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'hand me to a human');

    expect(await desk.only()).toMatchObject({ title: 'Wants to talk to a person', description: 'hand me to a human' });
  });

  it('is heard by whoever works on their open ticket when they want a person', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down');
    await desk.settled();
    const waiting = await desk.says(dana, 'I want to talk to a human');
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    const taken = await desk.command(dana, 'talk to a human');
    await desk.settled();

    expect(waiting.text).toContain('INC-1 is with IT support. I have told them that you want to talk to a person.');
    expect(taken.text).toContain('INC-1 is with Ben Ito. I have told them that you want to talk.');
    expect(await desk.tickets()).toHaveLength(1);
    const thread = (await desk.ticket('INC-1')).cards.find(({ card }) => card === 'agent')?.thread ?? '';
    expect(desk.chat.shownIn(thread).map(saidBy).join('\n')).toMatch(/I want to talk to a human[\s\S]*talk to a human/);
  });

  it('raises what else they say with the wish for a person, and hears who comes', async () => {
    const desk = await aDesk();

    const turn = await desk.says(dana, 'everything is broken, can I talk to somebody please', { in: helpIt });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ description: 'everything is broken, can I talk to somebody please' });
    expect(turn.text).toContain('REQ-1: a person from IT support comes to you here.');
  });

  it.each([
    ['great job!', dana, 'Thank you, that is good to hear.'],
    ['was gibt es heute zum Mittagessen', max, 'Dafür ist dieser Desk leider nicht da.'],
    ['what is the weather like?', dana, 'That is not for this desk, I am afraid.'],
  ])('gets a short answer and a way to raise it all the same: %j', async (text, by, answer) => {
    const desk = await aDesk();

    const turn = await desk.says(by, text);

    expect(turn.text).toContain(answer);
    expect(turn.said).toMatchObject([{ how: 'whisper', card: { buttons: [{ action: 'issue.new' }] } }]);
    expect(await desk.tickets()).toEqual([]);
  });

  it('hears how their tickets stand, also when they ask with many words', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'VPN is down');

    const turn = await desk.says(dana, 'hello, has somebody had the time to look at my ticket yet?');

    expect(turn.text).toContain('INC-1 VPN is down');
    expect(await desk.tickets()).toHaveLength(1);
  });

  it.each(['And now?', 'can I talk to a human', 'still waiting'])(
    'is heard on what they were talking about, where there are no threads: %j',
    async (words) => {
      const desk = await aDesk();
      const chat = directOf(dana.ref);
      await desk.says(dana, 'VPN is down', { thread: chat });

      const turn = await desk.says(dana, words, { thread: chat });

      expect(turn.text).toContain('Added to INC-1');
      expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual([words]);
      expect(await desk.tickets()).toHaveLength(1);
    },
  );

  it('is taken at their word where they have no ticket that could be meant', async () => {
    const desk = await aDesk();

    await desk.says(dana, 'hello, has somebody had the time to look at my ticket yet?');

    expect(await desk.tickets()).toHaveLength(1);
  });
});

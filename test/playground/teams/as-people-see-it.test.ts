import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aTenantWithPlainBot, card, type World } from './a-plain-bot.ts';

let world: World;
beforeEach(async () => {
  world = await aTenantWithPlainBot();
});
afterEach(() => world.close());

const said = { type: 'TextBlock', text: 'INC-1 VPN is down' };

describe('answering to a message in a chat', () => {
  it('puts the message above the words, and tells the bot both in one text', async () => {
    const { teams, heard, post } = world;
    const chat = teams.chatOf('dana');
    const id = await post(chat, { attachments: [card({ body: [said] })] });

    const { message } = await teams.tells('dana', 'still <down>', { quotes: id });

    expect(message).toMatchObject({ text: 'still &lt;down&gt;', quote: { id, author: 'Deskhand' } });
    expect(message.quote?.text).toContain('INC-1 VPN is down');
    expect(heard[0]?.activity).toMatchObject({
      text: expect.stringMatching(/^Deskhand\nINC-1 VPN is down.*\n\nstill &lt;down&gt;$/),
      attachments: [
        {
          contentType: 'text/html',
          content: expect.stringMatching(
            /^<blockquote [^>]*schema\.skype\.com\/Reply" itemid="\d+">.*<\/blockquote><p>still &lt;down&gt;<\/p>$/,
          ),
        },
      ],
    });
  });

  it('stays an answer when it is edited', async () => {
    const { teams, heard } = world;
    const { message } = await teams.tells('dana', 'VPN');
    const answer = await teams.tells('dana', 'down', { quotes: message });
    await teams.edits('dana', teams.chatOf('dana'), answer.message, 'still down');
    expect(heard[2]?.activity).toMatchObject({
      type: 'messageUpdate',
      text: expect.stringMatching(/VPN\n\nstill down$/),
    });
  });

  it('is not how one answers in a channel', async () => {
    const { teams } = world;
    const { message } = await teams.says('dana', '#general', 'hello');
    await expect(teams.says('ben', '#general', 'hi', { quotes: message })).rejects.toThrow('in the thread');
  });
});

describe('what a message carries', () => {
  it('is seen by people in a channel, though the bot hears of no file there', async () => {
    const { teams, heard } = world;
    const files = [{ name: 'log.txt', content: 'lines' }];
    const { message } = await teams.says('dana', '#general', '<@bot> look', { files });
    expect(message.sharedFiles).toEqual([teams.files[0]?.id]);
    expect(heard[0]?.activity.attachments).toEqual([expect.objectContaining({ contentType: 'text/html' })]);
  });

  it('may be a card that a search has found', async () => {
    const { teams } = world;
    const found = { type: 'AdaptiveCard', version: '1.5', body: [said] };
    const { message } = await teams.says('ben', '#general', 'this one', { cards: [found] });
    expect(teams.cards(message)).toEqual([found]);
  });
});

describe('a click by the place of its button', () => {
  const yes = { type: 'Action.Execute', title: 'Yes', verb: 'sure', data: { value: '1' } };
  const body = [
    { type: 'ActionSet', actions: [{ type: 'Action.ShowCard', title: 'Cancel', card: { actions: [yes] } }] },
  ];

  it('reaches what only another button shows', async () => {
    const { teams, heard, post } = world;
    const chat = teams.chatOf('dana');
    const id = await post(chat, { attachments: [card({ body })] });
    const message = teams.message(chat, id);
    if (!message) throw new Error('The card is missing.');

    await teams.clicksAt('dana', message, '/0/body/0/actions/0/card/actions/0');

    expect(heard[0]?.activity).toMatchObject({ name: 'adaptiveCard/action', value: { action: { verb: 'sure' } } });
    await expect(teams.clicksAt('dana', message, '/0/body/0')).rejects.toThrow('no longer there');
    await expect(teams.clicksAt('dana', message, '/0/__proto__')).rejects.toThrow('no longer there');
    await expect(teams.clicksAt('ben', message, '/0/body/0/actions/0')).rejects.toThrow('ben is not in');
  });
});

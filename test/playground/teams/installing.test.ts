import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aTenantWithPlainBot, type World } from './a-plain-bot.ts';

let world: World;
beforeEach(async () => {
  world = await aTenantWithPlainBot({
    teams: [
      { name: 'Example', members: 'everyone', channels: ['general'] },
      { name: 'New', members: ['ben'], channels: ['new'], hasApp: false },
    ],
  });
});
afterEach(() => world.close());

const told = () => world.heard.map(({ activity }) => activity);

describe('the app', () => {
  it('comes to a person, and may write to them from then on, until it goes', async () => {
    const { teams, post } = world;
    teams.hires({ email: 'max@example.com', realName: 'Max New', hasApp: false });
    const chat = teams.chatOf('max');
    await expect(post(chat, { text: 'hello' })).rejects.toThrow('403');
    await teams.installs('max');
    expect(told()).toMatchObject([
      {
        type: 'conversationUpdate',
        membersAdded: [{ id: teams.person('max').id }, { id: `28:${teams.identity.appId}` }],
      },
      { type: 'installationUpdate', action: 'add', conversation: { id: chat, conversationType: 'personal' } },
    ]);
    await post(chat, { text: 'hello' });
    const said = teams.messages(chat)[0];
    await teams.uninstalls('max');
    expect(told().at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    await expect(post(chat, { text: 'again' })).rejects.toThrow('403');
    const before = world.heard.length;
    if (said) await teams.reacts('max', chat, said, 'sad');
    await teams.tells('max', 'is anybody there?');
    expect([said?.text, world.heard.length]).toEqual(['hello', before]);
  });

  it('comes into a team and goes', async () => {
    const { teams, post } = world;
    const { id } = teams.team('New');
    await expect(post(id, { text: 'hello' })).rejects.toThrow('403');
    await teams.says('ben', '#new', '<@bot> are you there?');
    expect(told()).toEqual([]);
    await teams.installsInTeam('ben', 'New');
    expect(told()).toMatchObject([
      {
        type: 'conversationUpdate',
        membersAdded: [{ id: `28:${teams.identity.appId}` }],
        channelData: { eventType: 'teamMemberAdded', team: { id, name: 'New' } },
      },
      { type: 'installationUpdate', action: 'add', conversation: { id } },
    ]);
    await post(id, { text: 'hello' });
    await teams.uninstallsFromTeam('ben', 'New');
    expect(told().at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    await expect(post(id, { text: 'again' })).rejects.toThrow('403');
  });
});

describe('a team', () => {
  it('tells the bot who joins and leaves, where the bot is', async () => {
    const { teams } = world;
    await teams.leaves('dana', 'Example');
    await expect(teams.says('dana', '#general', '<@bot> hi')).rejects.toThrow('not in general');
    await teams.joins('dana', 'Example');
    await teams.joins('dana', 'New');
    const member = { id: teams.person('dana').id };
    expect(told()).toMatchObject([
      { membersRemoved: [member], channelData: { eventType: 'teamMemberRemoved' } },
      { membersAdded: [member], channelData: { eventType: 'teamMemberAdded' } },
    ]);
  });

  it('gets a channel, in which the bot is too', async () => {
    const { teams, post } = world;
    await teams.creates('ben', 'Example', 'projects');
    const { id } = teams.place('#projects');
    expect(told()).toMatchObject([{ channelData: { eventType: 'channelCreated', channel: { id, name: 'projects' } } }]);
    await post(id, { text: 'hello' });
    expect(teams.messages('#projects')).toHaveLength(1);
  });
});

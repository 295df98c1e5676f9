import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aTenantWithPlainBot, card, type World } from './a-plain-bot.ts';

let world: World;
beforeEach(async () => {
  world = await aTenantWithPlainBot();
});
afterEach(() => world.close());

describe('a personal message', () => {
  it('comes to the bot with who, where and which tenant', async () => {
    const { teams, heard } = world;
    const dana = teams.person('dana@example.com');
    const { message } = await teams.tells('dana', 'my VPN is down');
    expect(heard).toHaveLength(1);
    expect(heard[0]?.activity).toMatchObject({
      type: 'message',
      id: message.id,
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      text: 'my VPN is down',
      from: { id: dana.id, name: 'Dana Employee', aadObjectId: dana.aadObjectId },
      recipient: { id: `28:${teams.identity.appId}` },
      conversation: { conversationType: 'personal', id: teams.chatOf('dana'), tenantId: teams.identity.tenantId },
      channelData: { tenant: { id: teams.identity.tenantId } },
    });
  });

  it('is answered in the chat, and the answer can be changed and taken back', async () => {
    const { teams, call, post } = world;
    const chat = teams.chatOf('dana');
    const id = await post(chat, { text: 'Looking into it' });
    expect(teams.messages(chat)).toMatchObject([{ id, text: 'Looking into it', from: `28:${teams.identity.appId}` }]);
    const path = `conversations/${chat}/activities/${id}`;
    const update = { type: 'message', attachments: [card({ body: [{ type: 'TextBlock', text: 'INC-1' }] })] };
    expect((await call('PUT', path, update)).status).toBe(200);
    expect(teams.messages(chat).map((one) => teams.words(one))).toEqual(['INC-1']);
    expect((await call('DELETE', path)).status).toBe(200);
    expect(teams.messages(chat)).toEqual([]);
    expect(await call('PUT', path, update)).toMatchObject({
      status: 404,
      body: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  it('can be edited, taken back and put back; the bot hears each with the id of the message', async () => {
    const { teams, heard } = world;
    const chat = teams.chatOf('dana');
    const { message } = await teams.tells('dana', 'VPN');
    await teams.edits('dana', chat, message, 'VPN <really>');
    await teams.deletes('dana', chat, message);
    expect(teams.messages(chat)).toEqual([]);
    await expect(teams.edits('dana', chat, message, 'gone')).rejects.toThrow('has been deleted');
    await teams.undeletes('dana', chat, message);
    expect(heard.slice(1).map(({ activity }) => [activity.type, activity.id, activity.text])).toEqual([
      ['messageUpdate', message.id, 'VPN &lt;really&gt;'],
      ['messageDelete', message.id, undefined],
      ['messageUpdate', message.id, 'VPN &lt;really&gt;'],
    ]);
    expect(heard.slice(1).map(({ activity }) => (activity.channelData as { eventType: string }).eventType)).toEqual([
      'editMessage',
      'softDeleteMessage',
      'undeleteMessage',
    ]);
    await expect(teams.edits('eve', chat, message, 'mine')).rejects.toThrow('their own messages');
  });

  it('with a reaction to what the bot said is told to the bot', async () => {
    const { teams, heard, post } = world;
    const id = await post(teams.chatOf('dana'), { text: 'Fixed?' });
    await teams.reacts('dana', teams.chatOf('dana'), id, 'like');
    await teams.unreacts('dana', teams.chatOf('dana'), id, 'like');
    expect(heard.map(({ activity }) => activity)).toMatchObject([
      { type: 'messageReaction', replyToId: id, reactionsAdded: [{ type: 'like' }] },
      { type: 'messageReaction', replyToId: id, reactionsRemoved: [{ type: 'like' }] },
    ]);
  });
});

describe('a channel', () => {
  it('brings mentions only, with the tag in the text and the entity beside it', async () => {
    const { teams, heard } = world;
    await teams.says('dana', '#help-it', 'nobody listens');
    const { message } = await teams.says('dana', '#help-it', '<@bot> VPN & <at>Eve</at> are down');
    expect(heard).toHaveLength(1);
    const team = teams.team('Example');
    expect(heard[0]?.activity).toMatchObject({
      text: '<at>Deskhand</at> VPN &amp; &lt;at&gt;Eve&lt;/at&gt; are down',
      conversation: { conversationType: 'channel', id: `${message.conversationId};messageid=${message.id}` },
      channelData: { team: { id: team.id, name: 'Example' }, channel: { id: message.conversationId } },
      attachments: [{ contentType: 'text/html', content: expect.stringContaining('itemid="0">Deskhand</span>') }],
    });
    expect(heard[0]?.activity.entities).toContainEqual({
      type: 'mention',
      mentioned: { id: `28:${teams.identity.appId}`, name: 'Deskhand' },
      text: '<at>Deskhand</at>',
    });
  });

  it('of a team that consents brings every message', async () => {
    const own = await aTenantWithPlainBot({
      teams: [{ name: 'Open', members: 'everyone', channels: ['general'], hearsAll: true }],
    });
    const { message } = await own.teams.says('dana', '#general', 'hello');
    await own.teams.reacts('eve', '#general', message, 'heart');
    await own.close();
    expect(own.heard.map(({ activity }) => activity.type)).toEqual(['message', 'messageReaction']);
  });

  it('has threads: who answers in one is in the same conversation', async () => {
    const { teams, heard, post } = world;
    const { message: root } = await teams.says('dana', '#help-it', '<@bot> VPN');
    const thread = `${root.conversationId};messageid=${root.id}`;
    expect(heard[0]?.activity).toMatchObject({ conversation: { id: thread } });
    await post(thread, { text: 'On it' });
    await teams.says('dana', '#help-it', '<@bot> thanks', { threadId: root.id });
    expect(heard[1]?.activity).toMatchObject({ conversation: { id: thread }, replyToId: root.id });
    const words = teams.messages('#help-it', { threadId: root.id }).map(({ text }) => text);
    expect(words).toEqual(['<at>Deskhand</at> VPN', 'On it', '<at>Deskhand</at> thanks']);
    expect(teams.messages('#help-it')).toHaveLength(1);
  });

  it('lets the bot answer one message in its thread', async () => {
    const { teams, call } = world;
    const { message } = await teams.says('dana', '#help-it', '<@bot> VPN');
    const path = `conversations/${message.conversationId}/activities/${message.id}`;
    expect((await call('POST', path, { type: 'message', text: 'On it' })).status).toBe(201);
    expect(teams.messages('#help-it', { threadId: message.id }).map(({ text }) => text)).toContain('On it');
  });
});

describe('a group chat', () => {
  it('brings mentions only, has no threads, and answers stand in it', async () => {
    const own = await aTenantWithPlainBot({ groupChats: [{ name: 'lunch', members: ['dana', 'eve'] }] });
    const { teams, heard } = own;
    await teams.says('dana', 'lunch', 'pizza?');
    await teams.says('eve', 'lunch', '<@bot> VPN');
    const { id } = teams.place('lunch');
    await own.post(id, { text: 'On it' });
    const roster = (await own.call('GET', `conversations/${id}/pagedmembers`)).body.members as unknown[];
    await expect(teams.says('ben', 'lunch', 'me too')).rejects.toThrow('ben is not in');
    await own.close();
    expect(heard.map(({ activity }) => activity)).toMatchObject([
      { text: '<at>Deskhand</at> VPN', conversation: { id, conversationType: 'groupChat', isGroup: true } },
    ]);
    expect(teams.messages('lunch').map((message) => teams.words(message))).toEqual(['pizza?', 'Deskhand VPN', 'On it']);
    expect(roster).toHaveLength(2);
  });
});

describe('a conversation that the bot begins', () => {
  const member = (id: string) => ({ bot: {}, isGroup: false, members: [{ id }] });

  it('is a chat with somebody who never wrote, by either id', async () => {
    const { teams, call, post } = world;
    const eve = teams.person('eve');
    const { tenantId } = teams.identity;
    const made = await call('POST', 'conversations', { ...member(eve.id), tenantId });
    const again = await call('POST', 'conversations', {
      ...member(eve.aadObjectId),
      channelData: { tenant: { id: tenantId } },
    });
    expect([made.body.id, again.body.id]).toEqual([teams.chatOf('eve'), teams.chatOf('eve')]);
    await post(String(made.body.id), { text: 'Hello Eve' });
    expect(teams.messages(teams.chatOf('eve')).map(({ text }) => text)).toEqual(['Hello Eve']);
  });

  it('needs the tenant, and a person who has the app', async () => {
    const { teams, call } = world;
    const { tenantId } = teams.identity;
    const max = teams.hires({ email: 'max@example.com', realName: 'Max New', hasApp: false });
    expect(await call('POST', 'conversations', member(max.id))).toMatchObject({ status: 400 });
    expect(await call('POST', 'conversations', { ...member(max.id), tenantId })).toMatchObject({
      status: 403,
      body: { error: { code: 'ForbiddenOperationException' } },
    });
    expect(
      await call('POST', `conversations/${teams.chatOf('max')}/activities`, { type: 'message', text: 'x' }),
    ).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
  });

  it('is a thread of a channel', async () => {
    const { teams, call, post } = world;
    const channel = teams.place('#it-triage').id;
    const { body } = await call('POST', 'conversations', {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: 'message', text: 'INC-1' },
    });
    expect(body.id).toBe(`${channel};messageid=${String(body.activityId)}`);
    await post(String(body.id), { text: 'More' });
    const words = teams.messages('#it-triage', { threadId: String(body.activityId) }).map(({ text }) => text);
    expect(words).toEqual(['INC-1', 'More']);
  });
});

describe('the roster', () => {
  it('gives members all at once, page by page, and one by one', async () => {
    const { teams, call } = world;
    const channel = teams.place('#help-it').id;
    const dana = teams.person('dana');
    const all = (await call('GET', `conversations/${channel}/members`)).body as unknown as { email: string }[];
    expect(all).toHaveLength(8);
    const first = await call('GET', `conversations/${channel}/pagedmembers?pageSize=5`);
    const rest = await call(
      'GET',
      `conversations/${channel}/pagedmembers?pageSize=5&continuationToken=${String(first.body.continuationToken)}`,
    );
    expect([first, rest].map(({ body }) => (body.members as unknown[]).length)).toEqual([5, 3]);
    expect(rest.body.continuationToken).toBeUndefined();
    const path = `conversations/${encodeURIComponent(channel)}/members`;
    expect((await call('GET', `${path}/${encodeURIComponent(dana.id)}`)).body).toMatchObject({
      email: 'dana@example.com',
      aadObjectId: dana.aadObjectId,
      userPrincipalName: 'dana@example.com',
    });
    expect(await call('GET', `${path}/nobody`)).toMatchObject({
      status: 404,
      body: { error: { code: 'MemberNotFoundInConversation' } },
    });
  });

  it('gives a team and its channels, and nothing where the bot is not', async () => {
    const own = await aTenantWithPlainBot({
      teams: [
        { name: 'In', members: 'everyone', channels: ['general', 'help'] },
        { name: 'Out', members: 'everyone', channels: ['secret'], hasApp: false },
      ],
    });
    const { teams, call } = own;
    const { id } = teams.team('In');
    expect((await call('GET', `teams/${id}`)).body).toMatchObject({ name: 'In', memberCount: 8, channelCount: 2 });
    expect((await call('GET', `teams/${id}/conversations`)).body).toMatchObject({
      conversations: [{ id }, { name: 'help' }],
    });
    const statuses = [
      `teams/${teams.team('Out').id}`,
      'teams/19:none',
      `conversations/${teams.team('Out').id}/members`,
    ];
    const answers = await Promise.all(statuses.map(async (path) => (await call('GET', path)).status));
    await own.close();
    expect(answers).toEqual([403, 404, 403]);
  });
});

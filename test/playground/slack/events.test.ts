import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { impatient } from './a-bolt-app.ts';
import { aWorkspaceWithPlainApp } from './an-app-of-ones-own.ts';

let world: Awaited<ReturnType<typeof aWorkspaceWithPlainApp>>;
let client: WebClient;
beforeEach(async () => {
  world = await aWorkspaceWithPlainApp();
  client = new WebClient(world.slack.botToken, { slackApiUrl: world.slack.apiUrl, ...impatient });
});
afterEach(() => world.close());

/** The last event that the app heard. */
const lastEvent = () => world.heard.at(-1)?.payload.event;

describe('what happens in a channel', () => {
  it('is told when words are changed: what they are and what they were', async () => {
    const { slack } = world;
    const { message } = await slack.says('dana', '#help-it', 'VPN is dwon');
    await slack.edits('dana', '#help-it', message, 'VPN is down');
    expect(lastEvent()).toMatchObject({
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel_type: 'channel',
      message: { text: 'VPN is down', ts: message.ts, edited: { user: 'U0DANA' } },
      previous_message: { text: 'VPN is dwon' },
    });
  });

  it('is told when words are taken back, and leaves a tombstone where there are replies', async () => {
    const { slack } = world;
    const lonely = await slack.says('dana', '#help-it', 'one');
    await slack.deletes('dana', '#help-it', lonely.message);
    expect(lastEvent()).toMatchObject({ subtype: 'message_deleted', deleted_ts: lonely.message.ts });

    const parent = await slack.says('dana', '#help-it', 'two');
    const reply = await slack.says('ben', '#help-it', 'reply', { threadTs: parent.message.ts });
    expect(lastEvent()).toMatchObject({ thread_ts: parent.message.ts, parent_user_id: 'U0DANA' });
    await slack.deletes('dana', '#help-it', parent.message);
    expect(lastEvent()).toMatchObject({ subtype: 'message_changed', message: { subtype: 'tombstone' } });
    expect(slack.messages('#help-it', { threadTs: parent.message.ts }).at(-1)).toMatchObject({ ts: reply.message.ts });
  });

  it('does not let a person reply to nothing, and joins a reply to a reply to its thread', async () => {
    const { slack } = world;
    await expect(slack.says('dana', '#help-it', 'x', { threadTs: '1.000001' })).rejects.toThrow('no message');
    const parent = await slack.says('dana', '#help-it', 'one');
    const reply = await slack.says('ben', '#help-it', 'two', { threadTs: parent.message.ts });
    const third = await slack.says('dana', '#help-it', 'three', { threadTs: reply.message.ts });
    expect(third.message.thread_ts).toBe(parent.message.ts);
  });

  it('is told of files, which the app can fetch with its token alone', async () => {
    const { slack } = world;
    await slack.says('dana', '#help-it', 'see', { files: [{ name: 'error.txt', content: 'E42' }] });
    const event = lastEvent() as { files: { url_private: string; mimetype: string }[] };
    expect(event).toMatchObject({
      subtype: 'file_share',
      files: [{ name: 'error.txt', mimetype: 'text/plain', size: 3 }],
    });
    const url = event.files[0]?.url_private ?? '';
    const headers = { authorization: `Bearer ${slack.botToken}` };
    expect(await (await fetch(url, { headers })).text()).toBe('E42');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  });

  it('is told of reactions, and of their going', async () => {
    const { slack } = world;
    const { message } = await slack.says('dana', '#help-it', 'help');
    await slack.reacts('ben', '#help-it', message, ':ticket:');
    expect(lastEvent()).toMatchObject({
      type: 'reaction_added',
      user: 'U0BEN',
      reaction: 'ticket',
      item: { channel: 'C0HELPIT', ts: message.ts },
      item_user: 'U0DANA',
    });
    await slack.unreacts('ben', '#help-it', message, 'ticket');
    expect(lastEvent()).toMatchObject({ type: 'reaction_removed' });
    expect(slack.message('#help-it', message.ts)?.reactions).toBeUndefined();
  });

  it("is told of the app's own messages too, marked as its own", async () => {
    const { slack, heard } = world;
    const { ts } = await client.chat.postMessage({ channel: 'C0HELPIT', text: 'mine' });
    await slack.until(() => heard.length > 0);
    expect(lastEvent()).toMatchObject({ ts, user: slack.botUserId, bot_id: slack.botId, app_id: slack.appId });
  });

  it('is not told where the app is not a member', async () => {
    const { slack, heard } = world;
    await slack.leaves('bot', '#general');
    await slack.says('dana', '#general', 'secret');
    expect(heard.map(({ payload }) => payload.event?.type)).toEqual(['channel_left']);
    await slack.invite('dana', '#general', 'bot');
    expect(lastEvent()).toMatchObject({ type: 'member_joined_channel', user: slack.botUserId, inviter: 'U0DANA' });
  });

  it('is told when a channel is made, gets another name or is archived', async () => {
    const made = await world.slack.creates('mia', 'project-x');
    expect(lastEvent()).toMatchObject({ type: 'channel_created', channel: { id: made.id, creator: 'U0MIA' } });
    await world.slack.renames('#general', 'everyone');
    expect(lastEvent()).toMatchObject({ type: 'channel_rename', channel: { id: 'C0GENERAL', name: 'everyone' } });
    await world.slack.archives('ada', '#everyone');
    expect(lastEvent()).toMatchObject({ type: 'channel_archive', channel: 'C0GENERAL', user: 'U0ADA' });
    await expect(world.slack.says('dana', '#everyone', 'hello?')).rejects.toThrow('is archived');
  });
});

describe('what happens to people', () => {
  it('is told: who opened the App Home, who changed, who came', async () => {
    const { slack } = world;
    await slack.opensHome('dana');
    expect(lastEvent()).toMatchObject({ type: 'app_home_opened', user: 'U0DANA', tab: 'home' });
    await slack.changesPerson('eve', { deactivated: true });
    expect(lastEvent()).toMatchObject({ type: 'user_change', user: { id: 'U0EVE', deleted: true } });
    await slack.hires({ id: 'U0NEW', name: 'nia', realName: 'Nia New', email: 'nia@example.com' });
    expect(lastEvent()).toMatchObject({
      type: 'team_join',
      user: { id: 'U0NEW', profile: { email: 'nia@example.com' } },
    });
  });
});

describe('timestamps', () => {
  it('are never the same twice, even in one instant', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => world.slack.says('dana', '#help-it', 'x')));
    const stamps = all.map(({ message }) => message.ts);
    expect(new Set(stamps).size).toBe(200);
    expect(stamps.every((ts) => /^\d{10}\.\d{6}$/.test(ts))).toBe(true);
  });
});

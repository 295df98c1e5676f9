import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ConversationsHistoryResponse, type UsersListResponse, WebClient } from '@slack/web-api';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';
import { impatient } from './a-bolt-app.ts';

let slack: Awaited<ReturnType<typeof aSlackWorkspace>>;
let client: WebClient;
beforeEach(async () => {
  slack = await aSlackWorkspace();
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, ...impatient });
});
afterEach(() => slack.stop());

const channel = 'C0HELPIT';

async function sayMany(count: number, threadTs?: string): Promise<string[]> {
  const stamps: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const said = await slack.says('dana', channel, `m${at}`, threadTs === undefined ? {} : { threadTs });
    stamps.push(said.message.ts);
  }
  return stamps;
}

describe('history', () => {
  it('comes newest first, page by page, each message once', async () => {
    const stamps = await sayMany(7);
    const seen: unknown[] = [];
    let pages = 0;
    for await (const page of client.paginate('conversations.history', { channel, limit: 3 })) {
      pages += 1;
      seen.push(...((page as ConversationsHistoryResponse).messages ?? []).map(({ ts }) => ts));
    }
    expect(seen).toEqual([...stamps].reverse());
    expect(pages).toBe(3);
  });

  it('keeps its place when more is said meanwhile', async () => {
    const [first] = await sayMany(4);
    const page = await client.conversations.history({ channel, limit: 3 });
    await sayMany(2);
    const cursor = page.response_metadata?.next_cursor ?? '';
    const rest = await client.conversations.history({ channel, limit: 3, cursor });
    expect(rest.messages?.map(({ ts }) => ts)).toEqual([first]);
  });

  it('ends where oldest and latest say, with or without the ends', async () => {
    const [a = '', b = '', c = ''] = await sayMany(3);
    const between = async (inclusive: boolean) => {
      const { messages } = await client.conversations.history({ channel, oldest: a, latest: c, inclusive });
      return messages?.map(({ ts }) => ts);
    };
    expect(await between(false)).toEqual([b]);
    expect(await between(true)).toEqual([c, b, a]);
  });

  it('shows metadata only on request, and what became of threads', async () => {
    const metadata = { event_type: 'deskhand_card', event_payload: { ticket: 'INC-1' } };
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'card', metadata });
    await sayMany(2, ts);
    const [bare] = (await client.conversations.history({ channel })).messages ?? [];
    expect(bare).not.toHaveProperty('metadata');
    const [full] = (await client.conversations.history({ channel, include_all_metadata: true })).messages ?? [];
    expect(full).toMatchObject({ metadata, reply_count: 2, reply_users: ['U0DANA'], thread_ts: ts });
  });

  it('of a thread begins with its first message, wherever one asks', async () => {
    const [parent = ''] = await sayMany(1);
    const replies = await sayMany(3, parent);
    const read = async (ts: string) => (await client.conversations.replies({ channel, ts })).messages?.map((m) => m.ts);
    expect(await read(parent)).toEqual([parent, ...replies]);
    expect(await read(replies[1] ?? '')).toEqual([parent, ...replies]);
    expect(slack.messages(channel).map(({ ts }) => ts)).toEqual([parent]);
  });
});

describe('lists', () => {
  it('of people, channels and members come in pages', async () => {
    const names: unknown[] = [];
    for await (const page of client.paginate('users.list', { limit: 4 })) {
      names.push(...((page as UsersListResponse).members ?? []).map(({ name }) => name));
    }
    expect(names).toEqual(['slackbot', 'dana', 'eve', 'ben', 'cem', 'lea', 'mia', 'ada', 'hana', 'deskhand']);
    const members = await client.conversations.members({ channel, limit: 2 });
    expect(members.members).toEqual(['U0DANA', 'U0EVE']);
    expect(members.response_metadata?.next_cursor).not.toBe('');
  });

  it('of channels hold public ones, unless asked for others', async () => {
    const listed = async (types?: string) => {
      const { channels } = await client.conversations.list(types === undefined ? {} : { types });
      return channels?.map(({ name }) => name);
    };
    expect(await listed()).toEqual(['general', 'help-it', 'it-triage']);
    expect(await listed('private_channel')).toEqual(['hr-triage']);
  });
});

describe('people', () => {
  it('are found by address, with name, zone and language', async () => {
    const { user } = await client.users.lookupByEmail({ email: 'Dana@example.com' });
    expect(user).toMatchObject({ id: 'U0DANA', real_name: 'Dana Employee', tz: 'Europe/Berlin', deleted: false });
    const info = await client.users.info({ user: 'U0DANA', include_locale: true });
    expect(info.user).toMatchObject({ locale: 'en-US', profile: { email: 'dana@example.com', display_name: 'dana' } });
  });

  it('who have left are marked so and found by address no more', async () => {
    await slack.changesPerson('dana', { deactivated: true });
    expect((await client.users.info({ user: 'U0DANA' })).user).toMatchObject({ deleted: true });
    await expect(client.users.lookupByEmail({ email: 'dana@example.com' })).rejects.toThrow('users_not_found');
    await expect(client.conversations.open({ users: 'U0DANA' })).rejects.toThrow('user_disabled');
  });

  it('are reached in one direct message each', async () => {
    const first = await client.conversations.open({ users: 'U0DANA' });
    const { channel: again } = await client.chat.postMessage({ channel: 'U0DANA', text: 'hi' });
    expect(first.channel?.id).toBe(slack.dmOf('dana'));
    expect(again).toBe(slack.dmOf('dana'));
    expect(slack.messages(slack.dmOf('dana')).map(({ text }) => text)).toEqual(['hi']);
  });
});

describe('a permalink', () => {
  it('names channel, message and thread', async () => {
    const [parent = ''] = await sayMany(1);
    const [reply = ''] = await sayMany(1, parent);
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: reply });
    expect(permalink).toBe(
      `https://example.slack.com/archives/C0HELPIT/p${reply.replace('.', '')}?thread_ts=${parent}&cid=C0HELPIT`,
    );
  });
});

describe('waiting', () => {
  it('ends as soon as what is waited for is so, and else tells the last state', async () => {
    const waiting = slack.until(() => slack.messages(channel)[1]);
    await sayMany(2);
    expect((await waiting).text).toBe('m1');
    const never = slack.until(() => slack.messages(channel).length === 9, { timeoutMs: 10 });
    await expect(never).rejects.toThrow(/Still not so after 10 ms[\s\S]*U0DANA: m1/);
  });
});

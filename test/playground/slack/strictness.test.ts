import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';

let slack: Awaited<ReturnType<typeof aSlackWorkspace>>;
beforeAll(async () => {
  slack = await aSlackWorkspace({
    channels: [
      { id: 'C0HELPIT', name: 'help-it', members: 'everyone', botIsMember: true },
      { id: 'C0OTHER', name: 'other', members: ['U0DANA'] },
      { id: 'C0SECRET', name: 'secret', private: true, members: ['U0HANA'] },
      { id: 'C0OLD', name: 'old', members: 'everyone', botIsMember: true, archived: true },
    ],
  });
});
afterAll(() => slack.stop());

type Args = Readonly<Record<string, unknown>>;

async function call(method: string, args: Args, token: string | null = slack.botToken) {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as { ok: boolean; error?: string; ts: string; [more: string]: unknown };
}

const help = 'C0HELPIT';
const post = (args: Args) => ['chat.postMessage', { channel: help, ...args }] as const;
const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [{ type: 'divider' }] };

const refusals: readonly [string, readonly [string, Args], string][] = [
  ['a method that does not exist', ['chat.shout', {}], 'unknown_method'],
  ['a missing required argument', ['chat.postMessage', { text: 'x' }], 'invalid_arguments'],
  ['an unknown argument', post({ text: 'x', colour: 'red' }), 'invalid_arguments'],
  ['a flag that is none', post({ text: 'x', mrkdwn: 'maybe' }), 'invalid_arguments'],
  ['an unknown channel', post({ text: 'x', channel: 'C0NOWHERE' }), 'channel_not_found'],
  ['a public channel without the app', post({ text: 'x', channel: 'C0OTHER' }), 'not_in_channel'],
  ['a private channel without the app', post({ text: 'x', channel: 'C0SECRET' }), 'channel_not_found'],
  ['an archived channel', post({ text: 'x', channel: 'C0OLD' }), 'is_archived'],
  ['no words', post({}), 'no_text'],
  ['40001 characters', post({ text: 'x'.repeat(40_001) }), 'msg_too_long'],
  ['blocks that break a rule', post({ blocks: [{ type: 'section' }] }), 'invalid_blocks'],
  [
    'blocks in an attachment that break a rule',
    post({ attachments: [{ blocks: [{ type: 'poem' }] }] }),
    'invalid_attachments',
  ],
  ['blocks that are no list', post({ blocks: 'x' }), 'invalid_blocks_format'],
  ['markdown beside text', post({ text: 'x', markdown_text: 'x' }), 'markdown_text_conflict'],
  ['metadata that is no object', post({ text: 'x', metadata: '[' }), 'invalid_metadata_format'],
  ['metadata without payload', post({ text: 'x', metadata: { event_type: 'a' } }), 'invalid_metadata_schema'],
  ['a thread that does not exist', post({ text: 'x', thread_ts: '1.000001' }), 'thread_not_found'],
  ['an update of nothing', ['chat.update', { channel: help, ts: '1.000001', text: 'x' }], 'message_not_found'],
  [
    'an ephemeral message to an outsider',
    ['chat.postEphemeral', { channel: help, user: 'U0NOBODY', text: 'x' }],
    'user_not_in_channel',
  ],
  ['a link to nothing', ['chat.getPermalink', { channel: help, message_ts: '1.000001' }], 'message_not_found'],
  ['history without membership', ['conversations.history', { channel: 'C0OTHER' }], 'not_in_channel'],
  ['a thread of nothing', ['conversations.replies', { channel: help, ts: '1.000001' }], 'thread_not_found'],
  ['a strange time', ['conversations.history', { channel: help, oldest: 'soon' }], 'invalid_ts_oldest'],
  ['a strange cursor', ['conversations.history', { channel: help, cursor: 'xyz' }], 'invalid_cursor'],
  ['a strange type', ['conversations.list', { types: 'secret_channel' }], 'invalid_types'],
  ['a private channel it may not know', ['conversations.info', { channel: 'C0SECRET' }], 'channel_not_found'],
  ['nobody to talk to', ['conversations.open', {}], 'users_list_not_supplied'],
  ['an unknown person', ['users.info', { user: 'U0NOBODY' }], 'user_not_found'],
  ['an unknown address', ['users.lookupByEmail', { email: 'no@example.com' }], 'users_not_found'],
  [
    'an emoji that is none',
    ['reactions.add', { channel: help, timestamp: '1.000001', name: 'Ä' }],
    'message_not_found',
  ],
  ['a reaction to no real time', ['reactions.add', { channel: help, timestamp: 'x', name: 'eyes' }], 'bad_timestamp'],
  ['a trigger that was never given', ['views.open', { trigger_id: '1.2.a', view }], 'invalid_trigger_id'],
  ['a view that breaks a rule', ['views.open', { trigger_id: '1.2.a', view: { type: 'modal' } }], 'invalid_arguments'],
  ['an update of a closed view', ['views.update', { view_id: 'V0', view }], 'not_found'],
  [
    'a home for nobody',
    ['views.publish', { user_id: 'U0NOBODY', view: { type: 'home', blocks: view.blocks } }],
    'invalid_arguments',
  ],
  ['a file that was never sent', ['files.completeUploadExternal', { files: [{ id: 'F0' }] }], 'file_not_found'],
];

describe('the Web API', () => {
  it.each(refusals)('refuses %s', async (_name, [method, args], error) => {
    expect(await call(method, args)).toMatchObject({ ok: false, error });
  });

  it('says what is wrong with arguments and blocks, and where', async () => {
    expect(await call('chat.postMessage', { colour: 'red' })).toMatchObject({
      response_metadata: {
        messages: ['[ERROR] unknown argument: colour', '[ERROR] missing required field: channel'],
      },
    });
    expect(await call(...post({ blocks: [{ type: 'section' }] }))).toMatchObject({
      errors: ['missing required field: text [json-pointer:/blocks/0]'],
      response_metadata: { messages: ['[ERROR] missing required field: text [json-pointer:/blocks/0]'] },
    });
  });

  it('lets nobody in without the right token', async () => {
    expect(await call('auth.test', {}, null)).toMatchObject({ error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(await call('auth.test', {}, slack.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open', {})).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('auth.test', {})).toMatchObject({ ok: true, user_id: slack.botUserId });
  });

  it('takes forms as well as JSON, with the token inside, and nothing else', async () => {
    const asForm = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({
        token: slack.botToken,
        channel: help,
        blocks: JSON.stringify([{ type: 'divider' }]),
        unfurl_links: 'false',
      }),
    });
    expect(await asForm.json()).toMatchObject({ ok: true });
    const asText = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', body: 'token=x' });
    expect(await asText.json()).toMatchObject({ error: 'invalid_post_type' });
  });

  it("does not let the app touch other people's messages", async () => {
    const { message } = await slack.says('dana', help, 'mine');
    const about = { channel: help, ts: message.ts };
    expect(await call('chat.update', { ...about, text: 'x' })).toMatchObject({ error: 'cant_update_message' });
    expect(await call('chat.delete', about)).toMatchObject({ error: 'cant_delete_message' });
  });

  it('refuses a second reaction, a missing one, and a reply to a reply', async () => {
    const { message } = await slack.says('dana', help, 'hello');
    const reaction = { channel: help, timestamp: message.ts, name: 'eyes' };
    expect(await call('reactions.add', reaction)).toMatchObject({ ok: true });
    expect(await call('reactions.add', reaction)).toMatchObject({ error: 'already_reacted' });
    expect(await call('reactions.remove', reaction)).toMatchObject({ ok: true });
    expect(await call('reactions.remove', reaction)).toMatchObject({ error: 'no_reaction' });
    const reply = await call(...post({ text: 'reply', thread_ts: message.ts }));
    const toReply = await call(...post({ text: 'no', thread_ts: reply.ts }));
    expect(toReply).toMatchObject({ error: 'cannot_reply_to_message' });
  });
});

describe('an update', () => {
  it('without blocks takes the blocks away, and keeps the metadata unless told otherwise', async () => {
    const metadata = { event_type: 'deskhand_card', event_payload: { ticket: 'INC-1' } };
    const { ts } = await call(...post({ text: 'card', blocks: [{ type: 'divider' }], metadata }));
    await call('chat.update', { channel: help, ts, text: 'plain' });
    expect(slack.message(help, ts)).toMatchObject({ text: 'plain', metadata });
    expect(slack.message(help, ts)?.blocks).toBeUndefined();
    await call('chat.update', { channel: help, ts, text: 'plain', metadata: {} });
    expect(slack.message(help, ts)?.metadata).toBeUndefined();
  });

  it('may have 4000 characters and no more', async () => {
    const { ts } = await call(...post({ text: 'x' }));
    const update = (length: number) => call('chat.update', { channel: help, ts, text: 'x'.repeat(length) });
    expect(await update(4000)).toMatchObject({ ok: true });
    expect(await update(4001)).toMatchObject({ error: 'msg_too_long' });
  });
});

describe('an app with the scopes of its manifest', () => {
  it('may do what they say and nothing more', async () => {
    const modest = await aSlackWorkspace({ scopes: ['chat:write', 'users:read'] });
    try {
      const ask = async (method: string, args: Record<string, string>) => {
        const body = new URLSearchParams({ token: modest.botToken, ...args });
        return (await (await fetch(modest.apiUrl + method, { method: 'POST', body })).json()) as object;
      };
      expect(await ask('chat.postMessage', { channel: help, text: 'x' })).toMatchObject({ ok: true });
      expect(await ask('users.lookupByEmail', { email: 'dana@example.com' })).toMatchObject({
        error: 'missing_scope',
        needed: 'users:read.email',
        provided: 'chat:write,users:read',
      });
      const { user } = (await ask('users.info', { user: 'U0DANA' })) as { user: { profile: object } };
      expect(user.profile).not.toHaveProperty('email');
    } finally {
      await modest.stop();
    }
  });
});

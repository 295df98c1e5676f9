import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/slack/parse.ts';
import type { Reading } from '../../../adapters/slack/reading.ts';
import type { Payload } from '../../../src/chat/payload.ts';

const names: Readonly<Record<string, string>> = { U0BEN: 'Ben', C0HELP: 'help-it' };
const reading: Reading = {
  self: { team: 'T1', user: 'U0DESK', bot: 'B0DESK', url: 'https://example.slack.com/', isOrgWide: false },
  nameOf: (id) => names[id],
  directOf: (user) => (user === 'U0DANA' ? 'D0DANA' : undefined),
  now: () => new Date('2026-11-24T08:00:00Z'),
};

const callback = (event: Payload, more: Payload = {}): Payload => ({
  token: 'verification',
  team_id: 'T1',
  context_team_id: 'T1',
  context_enterprise_id: null,
  api_app_id: 'A0DESK',
  event,
  type: 'event_callback',
  event_id: 'Ev0001',
  event_time: 1_700_000_000,
  authorizations: [
    { enterprise_id: null, team_id: 'T1', user_id: 'U0DESK', is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
  ...more,
});

const message = (more: Payload = {}): Payload => ({
  user: 'U0DANA',
  type: 'message',
  ts: '1700000000.000100',
  client_msg_id: '6a5f',
  text: 'my VPN is down',
  team: 'T1',
  channel: 'C0HELP',
  event_ts: '1700000000.000100',
  channel_type: 'channel',
  ...more,
});

const text = (event: Payload): string | undefined => {
  const parsed = parse(callback(event), reading);
  return parsed?.kind === 'message' ? parsed.text : undefined;
};

describe('a message that Slack tells of', () => {
  it('is read with everything that it carries', () => {
    expect(parse(callback(message()), reading)).toEqual({
      kind: 'message',
      id: 'slack:Ev0001',
      change: 'new',
      person: 'slack:T1/U0DANA',
      place: 'slack:T1/C0HELP',
      at: new Date('2023-11-14T22:13:20Z'),
      message: 'slack:T1/C0HELP/1700000000.000100',
      setting: 'channel',
      thread: 'slack:T1/C0HELP/1700000000.000100',
      isReply: false,
      mentionsDesk: false,
      text: 'my VPN is down',
      files: [],
      permalink: 'https://example.slack.com/archives/C0HELP/p1700000000000100',
    });
  });

  it.each([
    ['a direct message', { channel: 'D0DANA', channel_type: 'im' }, { setting: 'direct' }],
    ['a group message', { channel: 'G0ALL', channel_type: 'mpim' }, { setting: 'group' }],
    ['a private channel', { channel: 'C0HR', channel_type: 'group' }, { setting: 'channel' }],
    ['a reply', { thread_ts: '1699999999.000100' }, { isReply: true, thread: 'slack:T1/C0HELP/1699999999.000100' }],
    [
      'a reply shown in the channel, too',
      { subtype: 'thread_broadcast', thread_ts: '1699999999.000100' },
      { isReply: true },
    ],
    ['the message that began a thread', { thread_ts: '1700000000.000100' }, { isReply: false }],
    ['a mention', { text: '<@U0DESK> my VPN is down' }, { mentionsDesk: true, text: 'my VPN is down' }],
    [
      'an app_mention',
      { type: 'app_mention', text: 'hey <@U0DESK>, help', channel_type: undefined },
      { mentionsDesk: true, setting: 'channel' },
    ],
    ['an action of one’s own', { subtype: 'me_message' }, { change: 'new' }],
    [
      'a guest from another company',
      { user: 'U0GUEST', user_team: 'T9', source_team: 'T9', team: 'T9' },
      { person: 'slack:T1/U0GUEST' },
    ],
  ])('may be %s', (_, more, expected) => {
    expect(parse(callback(message(more as Payload)), reading)).toMatchObject(expected);
  });

  it('is the same message as its app_mention, under another delivery', () => {
    const said = { text: '<@U0DESK> help' };
    const first = parse(callback(message(said)), reading);
    const second = parse(callback(message({ ...said, type: 'app_mention' }), { event_id: 'Ev0002' }), reading);

    expect(first).toMatchObject({ message: 'slack:T1/C0HELP/1700000000.000100', mentionsDesk: true, text: 'help' });
    expect(second).toMatchObject({ message: 'slack:T1/C0HELP/1700000000.000100', mentionsDesk: true, text: 'help' });
    expect(first?.id).not.toBe(second?.id);
  });

  it('carries its files, without those that are gone', () => {
    const files = [
      { id: 'F1', name: 'screen.png', title: 'Screen', mimetype: 'image/png', size: 1234, mode: 'hosted' },
      { id: 'F2', mode: 'tombstone' },
      { id: 'F3', mode: 'hidden_by_limit' },
    ];
    expect(parse(callback(message({ subtype: 'file_share', text: '', files })), reading)).toMatchObject({
      text: '',
      files: [{ ref: 'slack:T1/F1', name: 'screen.png', mimeType: 'image/png', bytes: 1234 }],
    });
  });

  it('is kept whole however long it is', () => {
    expect(text(message({ text: 'x'.repeat(40_000) }))).toHaveLength(40_000);
  });

  it('may be edited', () => {
    const edited = {
      subtype: 'message_changed',
      message: message({ text: 'my VPN is up', edited: {} }),
      previous_message: message(),
    };
    const event = { ...message(edited), user: undefined, ts: '1700000009.000100', event_ts: '1700000009.000100' };
    expect(parse(callback(event), reading)).toMatchObject({
      change: 'edited',
      text: 'my VPN is up',
      message: 'slack:T1/C0HELP/1700000000.000100',
      at: new Date('2023-11-14T22:13:29Z'),
    });
  });

  it('may be deleted, and its words are gone then', () => {
    const event = {
      type: 'message',
      subtype: 'message_deleted',
      channel: 'C0HELP',
      channel_type: 'channel',
      hidden: true,
    };
    const times = { deleted_ts: '1700000000.000100', ts: '1700000009.000200', event_ts: '1700000009.000200' };
    expect(parse(callback({ ...event, ...times, previous_message: message() }), reading)).toMatchObject({
      change: 'deleted',
      person: 'slack:T1/U0DANA',
      text: '',
      message: 'slack:T1/C0HELP/1700000000.000100',
    });
  });

  it.each([
    ['of another bot', { bot_id: 'B9', app_id: 'A9', user: 'U9' }],
    ['of a classic bot', { subtype: 'bot_message', bot_id: 'B9', user: undefined }],
    ['of a workflow', { bot_id: 'B8', bot_profile: { id: 'B8' }, subtype: 'bot_message' }],
    ['of the desk itself', { user: 'U0DESK' }],
    ['of Slackbot', { user: 'USLACKBOT' }],
    ['about somebody who joined', { subtype: 'channel_join' }],
    ['about a new topic', { subtype: 'channel_topic', topic: 'x' }],
    ['that only unfurled a link', { subtype: 'message_changed', message: message(), previous_message: message() }],
    [
      'that a bot edited',
      { subtype: 'message_changed', message: message({ bot_id: 'B9', text: 'new' }), previous_message: message() },
    ],
    ['without a timestamp', { ts: undefined }],
    ['that is no text', { text: { evil: true }, user: 7 }],
  ])('%s is left alone', (_, more) => {
    expect(parse(callback(message(more as Payload)), reading)).toBeUndefined();
  });
});

describe('the alert of another bot', () => {
  const counting = { ...reading, countsBots: () => true };
  const alert = (more: Payload) => parse(callback(message({ bot_id: 'B9', ...more })), counting);

  it('is heard where alerts are counted, and says that it is one', () => {
    const heard = { kind: 'message', isFromBot: true, person: 'slack:T1/B9', change: 'new', mentionsDesk: false };
    expect(alert({ text: 'disk full' })).toMatchObject({ ...heard, text: 'disk full' });
    expect(alert({ subtype: 'bot_message', user: undefined, text: 'down' })).toMatchObject({ ...heard, text: 'down' });
    const attachments = [{ fallback: 'CPU is at 100 %' }, { title: 'web1' }];
    expect(alert({ text: '', attachments })).toMatchObject({ text: 'CPU is at 100 %\nweb1' });
  });

  it('is left alone in a thread, when the desk itself wrote it, and where desk.yaml does not count it', () => {
    expect(alert({ thread_ts: '1700000000.000001' })).toBeUndefined();
    expect(alert({ bot_id: 'B0DESK' })).toBeUndefined();
    expect(parse(callback(message({ bot_id: 'B9' })), { ...reading, countsBots: () => false })).toBeUndefined();
  });
});

describe('what a person typed', () => {
  it.each([
    ['&lt;!channel&gt; &amp; more', '<!channel> & more'],
    ['<!channel> look', '@channel look'],
    ['<!here|here> look', '@here look'],
    ['ask <@U0BEN>', 'ask @Ben'],
    ['ask <@U0BEN|benjamin>', 'ask @benjamin'],
    ['ask <@U0NOBODY>', 'ask @someone'],
    ['see <#C0HELP|help>', 'see #help'],
    ['see <#C0HELP>', 'see #help-it'],
    ['<https://a.example/x?a=1&amp;b=2>', 'https://a.example/x?a=1&b=2'],
    ['<https://a.example|the wiki>', 'the wiki (https://a.example)'],
    ['<mailto:dana@example.com|dana@example.com>', 'dana@example.com'],
    ['<!subteam^S1|@it>', '@it'],
    ['<!date^1700000000^{date}|yesterday>', 'yesterday'],
    ['2 < 3 and *stars*', '2 < 3 and *stars*'],
    ['  <@U0DESK>  my VPN', 'my VPN'],
    ['line one\n    indented', 'line one\n    indented'],
  ])('%j becomes %j', (written, plain) => {
    expect(text(message({ text: written }))).toBe(plain);
  });

  it('is read from rich text, which tells formatting from characters', () => {
    const section = (...elements: Payload[]) => ({ type: 'rich_text_section', elements });
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          section(
            { type: 'user', user_id: 'U0DESK' },
            { type: 'text', text: ' ask ' },
            { type: 'user', user_id: 'U0BEN' },
            { type: 'text', text: ' about ', style: { bold: true } },
            { type: 'text', text: '*snake_case_*' },
            { type: 'emoji', name: 'tada', unicode: '1f389' },
            { type: 'emoji', name: 'our-logo' },
            { type: 'text', text: '\n' },
          ),
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [
              section({ type: 'text', text: 'one' }),
              section({ type: 'link', url: 'https://a.example', text: 'two' }),
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'no\nway' }] },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'rm -rf' }] },
        ],
      },
    ];
    expect(text(message({ text: 'the same in markup', blocks }))).toBe(
      'ask @Ben about *snake_case_*🎉:our-logo:\n1. one\n2. two (https://a.example)\n> no\n> way\nrm -rf',
    );
  });
});

describe('other events', () => {
  it.each<[string, Payload, object | undefined]>([
    [
      'a reaction',
      {
        type: 'reaction_added',
        user: 'U0DANA',
        reaction: 'ticket::skin-tone-2',
        item: { type: 'message', channel: 'C0HELP', ts: '1.2' },
        item_user: 'U0BEN',
        event_ts: '1700000000.1',
      },
      { kind: 'reaction', emoji: 'ticket', message: 'slack:T1/C0HELP/1.2' },
    ],
    [
      'a reaction to a file',
      { type: 'reaction_added', user: 'U0DANA', reaction: 'ticket', item: { type: 'file', file: 'F1' } },
      undefined,
    ],
    [
      'the desk’s own reaction',
      {
        type: 'reaction_added',
        user: 'U0DESK',
        reaction: 'ticket',
        item: { type: 'message', channel: 'C0HELP', ts: '1.2' },
      },
      undefined,
    ],
    [
      'the desk joining',
      {
        type: 'member_joined_channel',
        user: 'U0DESK',
        channel: 'C0HELP',
        channel_type: 'C',
        team: 'T1',
        inviter: 'U0BEN',
      },
      { kind: 'joined', who: 'desk' },
    ],
    [
      'a person joining',
      { type: 'member_joined_channel', user: 'U0DANA', channel: 'C0HELP', team: 'T1' },
      { kind: 'joined', who: 'person' },
    ],
    [
      'the home page opened',
      { type: 'app_home_opened', user: 'U0DANA', channel: 'D0DANA', tab: 'home' },
      { kind: 'homeOpened', place: 'slack:T1/D0DANA' },
    ],
    [
      'the messages tab opened',
      { type: 'app_home_opened', user: 'U0DANA', channel: 'D0DANA', tab: 'messages' },
      undefined,
    ],
    ['something nobody asked for', { type: 'channel_rename', channel: { id: 'C1' } }, undefined],
    ['a name of the prototype', { type: 'constructor' }, undefined],
  ])('%s', (_, event, expected) => {
    const parsed = parse(callback(event), reading);
    if (expected === undefined) expect(parsed).toBeUndefined();
    else expect(parsed).toMatchObject(expected);
  });

  it('are no reactions but the one that the desk listens to, where it says so', () => {
    const item = { type: 'message', channel: 'C0HELP', ts: '1.2' };
    const reacted = (reaction: string) => callback({ type: 'reaction_added', user: 'U0DANA', reaction, item });
    const picky = { ...reading, reaction: () => 'ticket' };
    expect(parse(reacted('ticket'), picky)).toMatchObject({ emoji: 'ticket' });
    expect(parse(reacted('tada'), picky)).toBeUndefined();
  });

  it('names the workspace through which it came, not the author’s', () => {
    const body = callback(message({ team: 'T9' }), { team_id: 'T9', context_team_id: undefined });
    expect(parse(body, reading)).toMatchObject({ person: 'slack:T1/U0DANA', place: 'slack:T1/C0HELP' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/teams/parse.ts';
import type { ChatEvent, MessageEvent } from '../../../src/chat/event.ts';
import {
  aMention,
  aMessage,
  anActivity,
  ben,
  botId,
  channelId,
  chatId,
  dana,
  deskMention,
  inChannel,
  mention,
  personOf,
  tenant,
} from './activities.ts';

const reading = { now: () => new Date('2026-11-24T09:00:00Z'), reaction: () => 'ticket', tenant: 'local' };
const read = (activity: object): ChatEvent | undefined => parse(activity as never, reading);
const message = (activity: object): MessageEvent => {
  const event = read(activity);
  if (event?.kind !== 'message') throw new Error(`a message was expected, not ${event?.kind}`);
  return event;
};
const channel = `teams:${tenant}/${channelId}`;
const chat = `teams:${tenant}/${chatId}`;

describe('a message in Teams', () => {
  it('to the desk alone is a direct one without a thread', () => {
    expect(read(aMessage())).toEqual({
      kind: 'message',
      id: `${chat}/1764000000001`,
      change: 'new',
      person: personOf(dana),
      place: chat,
      at: new Date('2026-11-24T08:30:00.123Z'),
      message: `${chat}/1764000000001`,
      setting: 'direct',
      thread: chat,
      isReply: false,
      mentionsDesk: false,
      text: 'VPN is down',
      files: [],
      permalink: expect.stringContaining('https://teams.microsoft.com/l/message/'),
    });
  });

  it('in a channel begins a thread, and comes without the mention of the desk', () => {
    expect(read(aMention('VPN is down'))).toMatchObject({
      setting: 'channel',
      place: channel,
      thread: `${channel};messageid=1764000000001`,
      message: `${channel};messageid=1764000000001/1764000000001`,
      isReply: false,
      mentionsDesk: true,
      text: 'VPN is down',
    });
  });

  it('in a thread is a reply', () => {
    const reply = message(aMention('still down', { ...inChannel('1763999999999'), replyToId: '1763999999999' }));

    expect(reply).toMatchObject({ thread: `${channel};messageid=1763999999999`, isReply: true });
    expect(reply.permalink).toContain('parentMessageId=1763999999999');
  });

  it('in a group chat has the chat for its thread', () => {
    const conversation = { id: '19:x@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: tenant };

    expect(read(aMention('help me please', { conversation, channelData: {} }))).toMatchObject({
      setting: 'group',
      thread: `teams:${tenant}/19:x@thread.v2`,
    });
  });

  it('has one id for each delivery, and the same for a repeated one', () => {
    expect(message(aMessage()).id).toBe(message(aMessage()).id);
    expect(message(aMessage({ id: '2' })).id).not.toBe(message(aMessage()).id);
  });

  it.each([
    ['the desk in the middle', aMention('', { text: 'Hey <at>Deskhand</at> look' }), 'Hey look'],
    [
      'the desk twice',
      aMention('', { text: '<at>Deskhand</at> and <at>Deskhand</at>', entities: [deskMention, deskMention] }),
      'and',
    ],
    ['others by name', aMention('ask <at>Ben Bit</at>', { entities: [deskMention, mention(ben)] }), 'ask @Ben Bit'],
    ['what Teams escapes', aMessage({ text: 'a &lt;at&gt; b &amp;lt; c&nbsp;d' }), 'a <at> b &lt; c d'],
    ['several lines', aMessage({ text: 'one\r\ntwo' }), 'one\ntwo'],
    [
      'a dollar sign in a name',
      aMention('<at>$&amp;</at>', {
        entities: [deskMention, { ...mention({ id: '29:x', name: '$&' }), text: '<at>$&amp;</at>' }],
      }),
      '@$&',
    ],
  ])('reads %s', (_, activity, text) => {
    expect(message(activity).text).toBe(text);
  });

  it('brings its files and pictures', () => {
    const { files } = message(
      aMessage({
        attachments: [
          { contentType: 'text/html', content: '<p>x</p>' },
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'log.txt',
            contentUrl: 'https://x.example/d',
            content: { downloadUrl: 'https://x.example/a?b=1', uniqueId: 'u', fileType: 'txt' },
          },
          {
            contentType: 'image/*',
            contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original',
          },
        ],
      }),
    );

    expect(files).toMatchObject([
      {
        ref: `teams:${tenant}/file/${encodeURIComponent('https://x.example/a?b=1')}`,
        name: 'log.txt',
        mimeType: 'text/plain',
      },
      { name: 'image.png', mimeType: 'image/png' },
    ]);
  });

  it('that was changed or taken back is told by its own event', () => {
    const edited = message({
      ...aMessage({ text: 'new words' }),
      type: 'messageUpdate',
      channelData: { eventType: 'editMessage' },
    });
    const deleted = message({ ...aMessage(), type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } });

    expect(edited).toMatchObject({ change: 'edited', text: 'new words', message: `${chat}/1764000000001` });
    expect(deleted).toMatchObject({ change: 'deleted', text: '', files: [], message: `${chat}/1764000000001` });
    expect(new Set([edited.id, deleted.id, message(aMessage()).id]).size).toBe(3);
  });

  it.each([
    ['a bot', aMessage({ from: { id: botId, name: 'Deskhand', role: 'bot' } })],
    ['nobody', aMessage({ from: {} })],
    ['no conversation', aMessage({ conversation: {} })],
    ['no id', aMessage({ id: '' })],
  ])('of %s is none', (_, activity) => {
    expect(read(activity)).toBeUndefined();
  });

  it('of a test client without a tenant belongs to the stand-in, and its person is known by the client’s id', () => {
    const plain = aMessage({
      from: { id: 'user-1', name: 'U' },
      conversation: { id: 'personal-chat-id' },
      channelData: {},
    });

    expect(read(plain)).toMatchObject({
      person: 'teams:local/user-1',
      place: 'teams:local/personal-chat-id',
      setting: 'direct',
    });
  });
});

describe('a command of the compose box', () => {
  it.each(['mine', 'help', 'find vpn tunnel', 'show INC-42', 'Find the printer on floor 2, please.'])(
    'to the desk in a channel: %s',
    (text) => {
      expect(read(aMention(text))).toMatchObject({ kind: 'command', text, place: channel, person: personOf(dana) });
    },
  );

  it.each(['mine', 'HELP', 'show inc-42', 'find vpn'])('in the chat with the desk needs no mention: %s', (text) => {
    expect(read(aMessage({ text }))).toMatchObject({ kind: 'command', text });
  });

  it.each(['show me how VPN works', 'find out why the printer on floor 2 is slow', 'mine is broken', 'help!'])(
    'in the chat is not what may be an issue: %s',
    (text) => {
      expect(read(aMessage({ text }))).toMatchObject({ kind: 'message', text });
    },
  );

  it('is none when the desk is only named on the way', () => {
    expect(read(aMention('', { text: 'help <at>Deskhand</at>' }))).toMatchObject({ kind: 'message' });
  });
});

describe('a reaction in Teams', () => {
  const reaction = (type: string, rest: object = {}) =>
    anActivity('messageReaction', {
      ...inChannel('1'),
      replyToId: '7',
      reactionsAdded: [{ type: 'like' }, { type }],
      ...rest,
    });

  it.each(['ticket', '1f3ab_ticket', '🎫'])('%s is the ticket', (type) => {
    expect(read(reaction(type))).toMatchObject({
      kind: 'reaction',
      emoji: 'ticket',
      message: `${channel};messageid=1/7`,
      person: personOf(dana),
    });
  });

  it('that the desk does not listen to is none', () => {
    expect(read(reaction('heart'))).toBeUndefined();
    expect(
      read(anActivity('messageReaction', { replyToId: '7', reactionsRemoved: [{ type: 'ticket' }] })),
    ).toBeUndefined();
  });
});

describe('coming in', () => {
  it('of the desk into a team is told', () => {
    const added = anActivity('conversationUpdate', {
      ...inChannel('1'),
      conversation: { id: channelId, tenantId: tenant, conversationType: 'channel' },
      membersAdded: [{ id: botId }],
    });

    expect(read(added)).toMatchObject({ kind: 'joined', who: 'desk', place: channel, person: personOf(dana) });
  });

  it('of a person is told with the person', () => {
    expect(read(anActivity('conversationUpdate', { membersAdded: [{ ...ben }] }))).toMatchObject({
      who: 'person',
      person: personOf(ben),
    });
  });

  it('by installation is told, leaving is not', () => {
    expect(read(anActivity('installationUpdate', { action: 'add' }))).toMatchObject({ kind: 'joined', who: 'desk' });
    expect(read(anActivity('installationUpdate', { action: 'remove' }))).toBeUndefined();
    expect(read(anActivity('conversationUpdate', { membersRemoved: [{ ...ben }] }))).toBeUndefined();
  });
});

describe('whatever else comes', () => {
  it.each([
    { type: 'typing' },
    { type: 'event', name: 'x' },
    {},
    { type: 'message' },
    { type: 'invoke', name: 'toString' },
  ])('is nothing: %j', (activity) => {
    expect(read(activity)).toBeUndefined();
  });
});

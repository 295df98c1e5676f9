import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/teams/parse.ts';
import type { ChatEvent, MessageEvent } from '../../../src/chat/event.ts';
import {
  aMention,
  aMessage,
  ben,
  botId,
  channelId,
  chatId,
  dana,
  deskMention,
  inChannel,
  inChat,
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

  it('in a chat names the message that it quotes; in a channel a quote is nothing but words', () => {
    const content =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1:a&amp;b"><strong>Deskhand</strong><p>INC-42 &lt;b&gt;</p></blockquote>yes';
    const attachments = [{ contentType: 'text/html', content }];

    const { quoted } = message(aMessage({ ...inChat, attachments }));
    expect(quoted).toEqual({ message: `${chat}/1:a&b`, text: 'DeskhandINC-42 <b>' });
    expect(message(aMessage({ ...inChannel('1'), attachments })).quoted).toBeUndefined();
    expect(message(aMessage({ ...inChat, replyToId: '7' })).quoted).toEqual({ message: `${chat}/7`, text: '' });
    expect(message(aMessage({ ...inChat })).quoted).toBeUndefined();
  });

  it('that quotes another is read without the quote', () => {
    const quote =
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="7"><strong>Deskhand</strong><p>INC-42</p></blockquote>';
    const mentioned = '<span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">Deskhand</span>';
    const other = '<span itemtype="http://schema.skype.com/Mention" itemscope itemid="1">Ben Bit</span>';
    const content = `${quote}<p>${mentioned} still &lt;down&gt;, ask ${other}</p>`;
    const entities = [deskMention, mention(ben)];

    expect(
      message(
        aMessage({
          text: 'Deskhand INC-42 still down',
          entities,
          attachments: [{ contentType: 'text/html', content }],
        }),
      ).text,
    ).toBe('still <down>, ask @Ben Bit');
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

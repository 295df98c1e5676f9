import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/teams/parse.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import {
  aMention,
  aMessage,
  anActivity,
  ben,
  botId,
  channelId,
  dana,
  inChannel,
  personOf,
  tenant,
} from './activities.ts';

const reading = { now: () => new Date('2026-11-24T09:00:00Z'), reaction: () => 'ticket', tenant: 'local' };
const read = (activity: object): ChatEvent | undefined => parse(activity as never, reading);
const channel = `teams:${tenant}/${channelId}`;

describe('a command of the compose box', () => {
  it.each([
    'mine',
    'help',
    'find vpn tunnel',
    'show INC-42',
    'why INC-42',
    'ask is the VPN slow',
    'Find the printer on floor 2, please.',
  ])('to the desk in a channel: %s', (text) => {
    expect(read(aMention(text))).toMatchObject({ kind: 'command', text, place: channel, person: personOf(dana) });
  });

  it.each([
    ...[
      'mine',
      'HELP',
      'show inc-42',
      'find vpn',
      'articles',
      'secret',
      'secret INC-42',
      'ask how do I print?',
      'ask wie drucke ich',
    ],
    ...['away', 'back', 'away until friday 9:00', 'Away bis 24.12.', 'away until 2026-12-24'],
  ])('in the chat with the desk needs no mention: %s', (text) => {
    expect(read(aMessage({ text }))).toMatchObject({ kind: 'command', text });
  });

  it.each([
    'show me how VPN works',
    'why is INC-42 late',
    'find out why the printer on floor 2 is slow',
    'mine is broken',
    'ask Ben for the key to room 4',
    'articles are missing',
    'secret santa is down',
    'help!',
    'away from my desk the VPN is slow',
    'back up is slow',
  ])('in the chat is not what may be an issue: %s', (text) => {
    expect(read(aMessage({ text }))).toMatchObject({ kind: 'message', text });
  });

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

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOf,
  conversationId,
  conversationOf,
  hasThreads,
  isPerson,
  messageRef,
  personRef,
  placeRef,
  threadIn,
  threadOf,
} from '../../../adapters/teams/place-id.ts';
import { platformOf } from '../../../src/chat/refs.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const channel = '19:abc@thread.tacv2';
const chat = '19:group@thread.v2';

describe('a reference into Teams', () => {
  it('carries its platform and tenant', () => {
    const ref = placeRef(tenant, channel);

    expect(ref).toBe(`teams:${tenant}/19:abc@thread.tacv2`);
    expect(platformOf(ref)).toBe('teams');
  });

  it('opens to what it was made of, whatever ids the connector gives', () => {
    const id = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((each) => !each.includes(';messageid='));
    fc.assert(
      fc.property(id, id, id, (conversation, root, activity) => {
        expect(addressOf(placeRef(tenant, conversation, root))).toEqual({ tenant, conversation, root });
        expect(addressOf(messageRef(tenant, conversation, activity))).toMatchObject({ conversation, activity });
      }),
      { numRuns: 200 },
    );
  });

  it('of another platform is refused', () => {
    expect(() => addressOf('slack:T1/C1')).toThrow(RangeError);
    expect(() => addressOf('teams:')).toThrow(RangeError);
  });
});

describe('a message in a channel', () => {
  it('begins its own thread when it answers none', () => {
    const ref = messageRef(tenant, channel, '1700');

    expect(ref).toBe(`teams:${tenant}/19:abc@thread.tacv2;messageid=1700/1700`);
    expect(threadOf(ref)).toBe(placeRef(tenant, channel, '1700'));
  });

  it('keeps the thread that it answers in', () => {
    const ref = messageRef(tenant, channel, '1701', '1700');

    expect(threadOf(ref)).toBe(placeRef(tenant, channel, '1700'));
    expect(conversationOf(ref)).toBe(placeRef(tenant, channel));
    expect(conversationOf(threadOf(ref))).toBe(placeRef(tenant, channel));
  });
});

describe('a message in a chat', () => {
  it('has no thread: the chat is its place', () => {
    const ref = messageRef(tenant, chat, '1700');

    expect(ref).toBe(`teams:${tenant}/19:group@thread.v2/1700`);
    expect(threadOf(ref)).toBe(placeRef(tenant, chat));
  });
});

describe('ids of the connector', () => {
  it('are taken apart and put together again', () => {
    const id = `${channel};messageid=1700`;

    expect(threadIn(id)).toEqual({ conversation: channel, root: '1700' });
    expect(conversationId(threadIn(id))).toBe(id);
    expect(conversationId(threadIn(chat))).toBe(chat);
  });

  it.each([
    ['19:abc@thread.tacv2', true],
    ['19:abc@thread.skype', true],
    ['19:abc@thread.v2', false],
    ['19:a_b@unq.gbl.spaces', false],
    ['a:1xyz', false],
  ])('%s has threads: %s', (id, has) => {
    expect(hasThreads(id)).toBe(has);
  });

  it('of people are told from those of conversations, and written alike', () => {
    const upper = 'AAAAAAAA-2222-3333-4444-555555555555';

    expect(personRef(tenant, upper)).toBe(personRef(tenant, upper.toLowerCase()));
    expect([upper, '29:1x', 'a:1x', channel].map(isPerson)).toEqual([true, true, false, false]);
  });
});

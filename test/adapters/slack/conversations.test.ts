import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
let team: string;
beforeEach(async () => {
  desk = await aConnectedDesk({
    slack: {
      channels: [
        { id: 'C0HELPIT', name: 'help-it', members: 'everyone', botIsMember: true },
        { id: 'C0OPEN', name: 'open', members: 'everyone', botIsMember: false },
        { id: 'C0HRTRIAGE', name: 'hr-triage', private: true, members: ['U0HANA'], botIsMember: true },
        { id: 'C0SECRET', name: 'secret', private: true, members: ['U0HANA'], botIsMember: false },
      ],
    },
  });
  team = desk.slack.teamId;
});
afterEach(async () => {
  await desk.stop();
});
const called = (name: string) => desk.calls.filter(({ method }) => method === name).length;
const words = { blocks: [{ kind: 'text', text: 'hello' }] } as const;

describe('finding a conversation', () => {
  it('takes a name or an id, and asks Slack for its list once', async () => {
    expect(await desk.adapter.find('#help-it')).toBe(`slack:${team}/C0HELPIT`);
    expect(await desk.adapter.find('hr-triage')).toBe(`slack:${team}/C0HRTRIAGE`);
    expect(await desk.adapter.find('C0HELPIT')).toBe(`slack:${team}/C0HELPIT`);
    expect(called('conversations.list')).toBe(1);
  });

  it('joins a public one', async () => {
    expect(await desk.adapter.find('#open')).toBe(`slack:${team}/C0OPEN`);
    expect(called('conversations.join')).toBe(1);
  });

  it('finds nothing where there is nothing, or nothing that it may see', async () => {
    expect(await desk.adapter.find('#nowhere')).toBeUndefined();
    expect(await desk.adapter.find('#secret')).toBeUndefined();
    expect(await desk.adapter.find('C0NOWHERE')).toBeUndefined();
  });

  it('says who is in it and who can read it', async () => {
    expect(await desk.adapter.about(`slack:${team}/C0HRTRIAGE`)).toEqual({
      name: 'hr-triage',
      isDirect: false,
      isPrivate: true,
    });
    expect(await desk.adapter.about(`slack:${team}/C0HELPIT/1.0`)).toMatchObject({ isPrivate: false });
    expect(await desk.adapter.members(`slack:${team}/C0HRTRIAGE`)).toContain(`slack:${team}/U0HANA`);
  });
});

describe('speaking somewhere', () => {
  it('joins a public channel first', async () => {
    await desk.adapter.post(`slack:${team}/C0OPEN`, words);

    expect(desk.slack.messages('open').filter(({ text }) => text === 'hello')).toHaveLength(1);
    expect(desk.troubles).toEqual([]);
  });

  it('tells the administrators when it is not let in', async () => {
    await expect(desk.adapter.post(`slack:${team}/C0SECRET`, words)).rejects.toMatchObject({ isPermanent: true });

    expect(desk.troubles).toHaveLength(1);
    expect(desk.troubles[0]?.advice).toContain('/invite');
  });

  it('opens a direct conversation once', async () => {
    const person = `slack:${team}/U0DANA`;
    const [first, second] = await Promise.all([desk.adapter.direct(person), desk.adapter.direct(person)]);
    await desk.adapter.post(await desk.adapter.direct(person), words);

    expect(first).toBe(second);
    expect(first).toBe(`slack:${team}/${desk.slack.dmOf('dana')}`);
    expect(called('conversations.open')).toBe(1);
  });
});

describe('people', () => {
  it('are known with name, address, zone and language', async () => {
    expect(await desk.adapter.profile(`slack:${team}/U0DANA`)).toMatchObject({
      ref: `slack:${team}/U0DANA`,
      name: expect.stringContaining('ana'),
      email: 'dana@example.com',
      isActive: true,
      isBot: false,
    });
    expect(await desk.adapter.profile(`slack:${team}/${desk.slack.botUserId}`)).toMatchObject({ isBot: true });
  });

  it('are gone when they have left', async () => {
    await desk.slack.changesPerson('dana', { deactivated: true });

    expect(await desk.adapter.profile(`slack:${team}/U0DANA`)).toMatchObject({ isActive: false });
  });

  it('may be nobody', async () => {
    expect(await desk.adapter.profile(`slack:${team}/U0NOBODY`)).toBeUndefined();
    expect(await desk.adapter.lookup('nobody@example.com')).toBeUndefined();
    expect(desk.troubles).toEqual([]);
  });

  it('are found by their address', async () => {
    expect(await desk.adapter.lookup('ben@example.com')).toBe(`slack:${team}/U0BEN`);
    expect(await desk.adapter.lookup('slack:U0BEN')).toBe(`slack:${team}/U0BEN`);
    expect(await desk.adapter.lookup('teams:0f6c')).toBeUndefined();
  });

  it('are named in what others type', async () => {
    await desk.slack.says('dana', 'help-it', '<@ben> has my laptop');

    const ben = await desk.adapter.profile(`slack:${team}/U0BEN`);
    expect(desk.heard('message')[0]?.text).toBe(`@${ben?.name} has my laptop`);
  });
});

describe('a message', () => {
  it('can be read again, in a channel and in a thread', async () => {
    const { message } = await desk.slack.says('dana', 'help-it', 'my VPN is down');
    const { message: reply } = await desk.slack.says('eve', 'help-it', 'mine, too', { threadTs: message.ts });

    expect(await desk.adapter.message(`slack:${team}/C0HELPIT/${message.ts}`)).toMatchObject({
      text: 'my VPN is down',
    });
    expect(await desk.adapter.message(`slack:${team}/C0HELPIT/${reply.ts}`)).toMatchObject({
      text: 'mine, too',
      author: `slack:${team}/U0EVE`,
      thread: `slack:${team}/C0HELPIT/${message.ts}`,
      isFromBot: false,
    });
    expect(await desk.adapter.message(`slack:${team}/C0HELPIT/1.0`)).toBeUndefined();
  });

  it('has an address for browsers', async () => {
    const { message } = await desk.slack.says('dana', 'help-it', 'my VPN is down');
    const ref = `slack:${team}/C0HELPIT/${message.ts}`;

    const link = await desk.adapter.permalink(ref);

    expect(link).toContain(`/archives/C0HELPIT/p${message.ts.replace('.', '')}`);
    expect(desk.heard('message')[0]?.permalink).toBe(link);
    expect(await desk.adapter.permalink(`slack:${team}/C0HELPIT/1.0`)).toBeUndefined();
  });

  it('knows its thread and its conversation', () => {
    expect(desk.adapter.threadOf('slack:T1/C1/1.0')).toBe('slack:T1/C1/1.0');
    expect(desk.adapter.conversationOf('slack:T1/C1/1.0')).toBe('slack:T1/C1');
    expect(() => desk.adapter.conversationOf('teams:x')).toThrow(RangeError);
  });
});

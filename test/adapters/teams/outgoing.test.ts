import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { Card } from '../../../src/chat/card.ts';
import { silentLog } from '../../../src/log.ts';
import { aMention, aMessage, anActivity, ben, channelId, chatId, dana, personOf, tenant } from './activities.ts';
import { textsOf } from './adaptive-card-faults.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
afterEach(() => desk.stop());

const say = (words: string, id = words): Card => ({ blocks: [{ kind: 'text', text: words }], mark: { id } });
const channel = `teams:${tenant}/${channelId}`;
const chat = `teams:${tenant}/${chatId}`;

describe('what the desk says', () => {
  it('reaches people who never wrote to it, and is urgent before it is not', async () => {
    desk = await aConnectedDesk();
    await desk.hears(anActivity('typing'));

    expect(await desk.adapter.direct(personOf(ben))).toBe(`teams:${tenant}/a:opened`);
    await desk.adapter.post(personOf(ben), say('Your turn'));

    expect(desk.asked()).toEqual(['POST conversations', 'POST conversations/a:opened/activities']);
  });

  it('begins a thread in a channel', async () => {
    desk = await aConnectedDesk();
    await desk.hears(anActivity('typing'));

    const ref = await desk.adapter.post(channel, say('INC-42'));

    const id = ref.split('/').at(-1);
    expect(ref).toBe(`${channel};messageid=${id}/${id}`);
    expect(desk.adapter.threadOf(ref)).toBe(`${channel};messageid=${id}`);
    expect(desk.adapter.conversationOf(ref)).toBe(channel);
    expect(await desk.adapter.permalink(ref)).toContain(encodeURIComponent(channelId));
  });

  it('mentions who is there and names who is not', async () => {
    desk = await aConnectedDesk();
    await desk.hears(anActivity('typing'));
    desk.connector.will(new RegExp(`^GET .*members/${ben.aadObjectId}`), {
      status: 404,
      body: { error: { code: 'MemberNotFoundInConversation' } },
    });
    const mention = (who: typeof ben) => ({ kind: 'mention', refs: [personOf(who)], name: who.name }) as const;

    await desk.adapter.post(channel, { blocks: [{ kind: 'text', text: [mention(dana), ' and ', mention(ben)] }] });

    const { body } = desk.connector.calls.at(-1) ?? {};
    expect(textsOf(body)).toEqual(['<at>Dana Doe</at> and Ben Bit']);
    expect(JSON.stringify(body)).not.toContain(ben.aadObjectId);
  });

  it('is not said again by the process that knows that it arrived', async () => {
    desk = await aConnectedDesk();
    await desk.hears(anActivity('typing'));
    const first = await desk.adapter.post(channel, say('once', 'effect 7'));

    expect(await desk.adapter.post(channel, say('once', 'effect 7'), { mayHaveArrived: true })).toBe(first);
    expect(desk.connector.calls).toHaveLength(1);
  });

  it('is not said again by the process after the one that heard that it arrived', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskhand-posted-'));
    const how = { postedFile: join(folder, 'posted.jsonl') };
    const before = await aConnectedDesk(how);
    await before.hears(anActivity('typing'));
    const arrived = await before.adapter.post(channel, say('once', 'effect 7'));
    await before.stop();
    desk = await aConnectedDesk(how);

    expect(await desk.adapter.post(channel, say('once', 'effect 7'), { mayHaveArrived: true })).toBe(arrived);
    expect(desk.connector.calls).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('begins with typing when it takes long, and only then', async () => {
    desk = await aConnectedDesk();
    await desk.hears(aMessage());
    const [event] = desk.events;
    if (event === undefined) throw new Error('nothing was heard');

    await desk.adapter.turn(event).reply(say('at once'));
    desk.adapter.turn(event);
    await desk.connector.asked(2);

    expect(desk.connector.calls.map(({ body }) => body.type)).toEqual(['message', 'typing']);
  }, 10_000);

  it('goes where the connector was before a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskhand-teams-'));
    const serviceUrlFile = join(folder, 'teams.json');
    desk = await aConnectedDesk({ serviceUrlFile });
    await desk.hears(aMessage());
    const again = teamsAdapter({
      allowAnonymous: true,
      tenantId: tenant,
      log: silentLog,
      now: () => new Date(),
      onTrouble: () => {},
      serviceUrlFile,
    });

    await again.post(channel, say('still here'));

    expect(desk.asked()).toEqual([`POST conversations/${channelId}/activities`]);
    await again.stop();
    rmSync(folder, { recursive: true });
  });
});

describe('files', () => {
  it('that are pictures stand in the message, others are named', async () => {
    desk = await aConnectedDesk();
    await desk.hears(anActivity('typing'));
    const content = Buffer.from('abc');

    await desk.adapter.upload(chat, { name: 'a.png', mimeType: 'image/png', content, comment: say('Dana:') }, 'f1');
    await desk.adapter.upload(chat, { name: 'a.log', mimeType: 'text/plain', content, comment: say('Dana:') }, 'f2');
    await desk.adapter.upload(chat, { name: 'a.log', mimeType: 'text/plain', content }, 'f2');

    const [picture, log] = desk.connector.calls;
    expect(picture?.body.attachments).toMatchObject([
      {},
      { contentType: 'image/png', contentUrl: 'data:image/png;base64,YWJj' },
    ]);
    expect(textsOf(log?.body)).toEqual(['Dana:', '📎 **a.log** (3 B)']);
    expect(desk.connector.calls).toHaveLength(2);
  });

  it('are fetched with the token from the connector, and without one from elsewhere', async () => {
    desk = await aConnectedDesk();
    const other = await aConnectedDesk();
    const attachments = [desk, other].map(({ connector }) => ({
      contentType: 'image/png',
      contentUrl: `${connector.serviceUrl}v3/attachments/1/views/original`,
      name: 'a.png',
    }));
    for (const { connector } of [desk, other]) connector.will(/^GET attachments/, { status: 200, body: 'bytes' });
    await desk.hears(aMessage({ attachments }));
    const [event] = desk.events;
    const files = event?.kind === 'message' ? event.files : [];

    const bytes = await Promise.all(files.map((file) => desk.adapter.download(file, 100)));

    expect(bytes.map((each) => Buffer.from(each).toString())).toEqual(['"bytes"', '"bytes"']);
    expect([desk, other].map(({ connector }) => connector.calls[0]?.authorization)).toEqual([
      'Bearer token-1',
      undefined,
    ]);
    await expect(Promise.all(files.map((file) => desk.adapter.download(file, 3)))).rejects.toMatchObject({
      platformCode: 'file_too_large',
    });
    await other.stop();
  });
});

describe('who and where', () => {
  const roster = {
    status: 200,
    body: {
      members: [
        { ...dana, email: 'Dana@example.com' },
        { ...ben, userPrincipalName: 'ben@example.com' },
        { id: '28:other', name: 'Bot' },
      ],
    },
  };

  it('are asked of the connector', async () => {
    desk = await aConnectedDesk();
    await desk.hears(aMention('hello'));
    desk.connector.will(/^GET .*pagedmembers/, roster);
    desk.connector.will(/^GET .*members\//, { status: 200, body: { ...dana, email: 'Dana@example.com' } });

    expect(await desk.adapter.members(channel)).toEqual([personOf(dana), personOf(ben)]);
    expect(await desk.adapter.profile(personOf(dana))).toEqual({
      ref: personOf(dana),
      name: 'Dana Doe',
      email: 'dana@example.com',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      isActive: true,
      isBot: false,
    });
    expect(await desk.adapter.lookup('BEN@example.com')).toBe(personOf(ben));
    expect(await desk.adapter.lookup('eve@example.com')).toBeUndefined();
    expect(await desk.adapter.lookup(`teams:${ben.aadObjectId}`)).toBe(personOf(ben));
  });

  it('tell channels by id and by name', async () => {
    desk = await aConnectedDesk();
    await desk.hears(aMention('hello'));
    desk.connector.will(/^GET .*pagedmembers/, roster, 1);
    desk.connector.will(/^GET .*pagedmembers/, { status: 404, body: { error: { code: 'ConversationNotFound' } } });
    desk.connector.will(/^GET teams\/19:team@thread.tacv2$/, { status: 200, body: { name: 'IT' } });
    desk.connector.will(/^GET teams\/.*conversations/, {
      status: 200,
      body: {
        conversations: [
          { id: '19:team@thread.tacv2' },
          { id: channelId, name: 'Help' },
          { id: '19:hr@thread.tacv2', name: 'HR', type: 'private' },
        ],
      },
    });

    expect(await desk.adapter.find(channelId)).toBe(channel);
    expect(await desk.adapter.find('19:gone@thread.tacv2')).toBeUndefined();
    expect(await desk.adapter.find('IT / Help')).toBe(channel);
    expect(await desk.adapter.find('#general')).toBe(`teams:${tenant}/19:team@thread.tacv2`);
    expect(await desk.adapter.find('Sales')).toBeUndefined();
    expect(await desk.adapter.about(channel)).toEqual({ name: 'Help', isDirect: false, isPrivate: false });
    expect(await desk.adapter.about(`teams:${tenant}/19:hr@thread.tacv2`)).toMatchObject({ isPrivate: true });
    expect(await desk.adapter.about(chat)).toMatchObject({ isDirect: true, isPrivate: true });
  });
});

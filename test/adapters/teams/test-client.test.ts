import { afterEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import { aMessage, personOf, tenant } from './activities.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
afterEach(() => desk.stop());

const card: Card = { blocks: [{ kind: 'text', text: 'Got it' }] };
/** As Microsoft's test client sends them: ids of its own making, some written as people are. */
const chat = 'fdf5aa29-09c0-4d16-98b2-7576cccbafc6';
const alex = { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' };
const fromAlex = aMessage({ from: alex, conversation: { id: chat, conversationType: 'personal', tenantId: tenant } });

describe('a local test client', () => {
  it('is answered in the chat it named, though the chat’s id is written as a person’s', async () => {
    desk = await aConnectedDesk();
    desk.tell(async (turn) => void (await turn.reply(card)));

    await desk.hears(fromAlex);

    expect(desk.asked()).toEqual([`POST conversations/${chat}/activities`]);
  });

  it('is written to first in that chat, whatever its people’s ids look like', async () => {
    desk = await aConnectedDesk();
    await desk.hears(fromAlex);

    expect(await desk.adapter.direct(personOf(alex))).toBe(`teams:${tenant}/${chat}`);
    expect(desk.asked()).toEqual([]);
  });

  it('is asked for a person by the id that it knows them by', async () => {
    desk = await aConnectedDesk();
    await desk.hears(fromAlex);
    desk.connector.will(/members\//, { status: 200, body: { ...alex, email: 'AlexW@example.com' } });

    expect(await desk.adapter.profile(personOf(alex))).toMatchObject({
      name: 'Alex Wilber',
      email: 'alexw@example.com',
    });
    expect(desk.asked()).toEqual([`GET conversations/${chat}/members/user-id-0`]);
  });
});

describe('the members of a conversation', () => {
  it('are the people of its activities, though Microsoft calls their object id otherwise there', async () => {
    desk = await aConnectedDesk();
    const objectId = 'aaaaaaaa-0000-0000-0000-000000000009';
    await desk.hears(aMessage());
    desk.connector.will(/pagedmembers/, { status: 200, body: { members: [{ id: '29:1eve', objectId, name: 'Eve' }] } });

    expect(await desk.adapter.members(`teams:${tenant}/19:help@thread.tacv2`)).toEqual([
      personOf({ aadObjectId: objectId }),
    ]);
  });
});

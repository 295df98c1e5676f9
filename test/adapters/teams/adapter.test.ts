import { afterEach, describe, expect, it } from '@jest/globals';
import { teamsAdapter } from '../../../adapters/teams/adapter.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { silentLog } from '../../../src/log.ts';
import {
  aMention,
  aMessage,
  anActivity,
  anInvoke,
  channelId,
  chatId,
  dana,
  inChannel,
  personOf,
  tenant,
} from './activities.ts';
import { actionsOf, textsOf } from './adaptive-card-faults.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
afterEach(() => desk.stop());

const say = (words: string, id = words): Card => ({ blocks: [{ kind: 'text', text: words }], mark: { id } });
const chat = `teams:${tenant}/${chatId}`;
const claim = {
  action: { type: 'Action.Execute', verb: 'ticket.claim', data: { action: 'ticket.claim', value: 'INC-42' } },
};
const reply: Form = {
  id: 'ticket.reply',
  title: 'Reply',
  submit: 'Send',
  cancel: 'Back',
  value: 'INC-42',
  fields: [{ kind: 'text', name: 'text', label: 'Text' }],
};

describe('what the desk hears', () => {
  it('is answered in the thread where it was said, and Teams after it was delivered', async () => {
    desk = await aConnectedDesk();
    const refs: string[] = [];
    desk.tell(async (turn) => void refs.push(await turn.reply(say('INC-42 is open'))));

    const { status, body } = await desk.hears(aMention('VPN is down'));

    expect([status, body]).toEqual([200, undefined]);
    expect(desk.asked()).toEqual([`POST conversations/${channelId};messageid=1764000000001/activities`]);
    expect(desk.connector.calls[0]).toMatchObject({
      authorization: 'Bearer token-1',
      body: { type: 'message', summary: 'INC-42 is open' },
    });
    expect(textsOf(desk.connector.calls[0]?.body)).toEqual(['INC-42 is open']);
    expect(refs).toEqual([expect.stringMatching(/^teams:.*;messageid=1764000000001\/\d+$/)]);
  });

  it('comes again with the same id when it could not be delivered', async () => {
    desk = await aConnectedDesk();
    desk.tell(() => Promise.reject(new Error('the store is away')));
    const first = await desk.hears(aMessage());
    desk.tell(async () => {});
    const second = await desk.hears(aMessage());

    expect([first.status, second.status]).toEqual([500, 200]);
    expect(desk.events[0]?.id).toBe(desk.events[1]?.id);
  });

  it('can be looked at again while the desk runs, until it is deleted', async () => {
    desk = await aConnectedDesk();
    await desk.hears(aMessage());
    expect(await desk.adapter.message(`${chat}/1764000000001`)).toMatchObject({
      text: 'VPN is down',
      author: personOf(dana),
    });

    await desk.hears({ ...aMessage(), type: 'messageDelete' });
    expect(await desk.adapter.message(`${chat}/1764000000001`)).toBeUndefined();
  });

  it('is nothing to deliver when the desk does not listen to it', async () => {
    desk = await aConnectedDesk();

    expect((await desk.hears(anActivity('typing'))).status).toBe(200);
    expect(await desk.hears(anInvoke('signin/verifyState', {}))).toEqual({ status: 200, body: {} });
    expect(desk.events).toEqual([]);
  });
});

describe('a click', () => {
  it('draws the card anew for everybody', async () => {
    desk = await aConnectedDesk();
    desk.tell((turn) => turn.replace(say('claimed')));

    const { body } = await desk.hears(anInvoke('adaptiveCard/action', claim, { ...inChannel('1'), replyToId: '7' }));

    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(desk.asked()).toEqual([`PUT conversations/${channelId};messageid=1/activities/7`]);
  });

  it('in a channel whispers by a direct message, in a conversation that is opened in the tenant once', async () => {
    desk = await aConnectedDesk();
    desk.tell((turn) => turn.whisper(say('Ben was first')));

    await desk.hears(anInvoke('adaptiveCard/action', claim, { ...inChannel('1'), replyToId: '7' }));
    await desk.hears(anInvoke('adaptiveCard/action', claim, { ...inChannel('1'), replyToId: '7', id: 'f:2' }));

    expect(desk.asked()).toEqual([
      'POST conversations',
      'POST conversations/a:opened/activities',
      'POST conversations/a:opened/activities',
    ]);
    expect(desk.connector.calls[0]?.body).toMatchObject({
      isGroup: false,
      tenantId: tenant,
      members: [{ id: dana.aadObjectId }],
    });
  });

  it('is not disturbed by a whisper that cannot arrive; the administrators hear of it once', async () => {
    desk = await aConnectedDesk();
    desk.connector.will(/^POST conversations$/, {
      status: 403,
      body: { error: { code: 'ForbiddenOperationException' } },
    });
    desk.tell((turn) => turn.whisper(say('x')));

    const click = anInvoke('adaptiveCard/action', claim, { ...inChannel('1'), replyToId: '7' });
    expect((await desk.hears(click)).status).toBe(200);
    await desk.hears(click);

    expect(desk.troubles.map(({ code }) => code)).toEqual(['ForbiddenOperationException']);
  });
});

describe('a form', () => {
  const fetchTask = anInvoke('task/fetch', { data: { action: 'ticket.reply', value: 'INC-42' } }, { replyToId: '7' });
  const submit = (opened: unknown, text: string) => {
    const [action] = actionsOf(opened);
    return anInvoke('task/submit', { data: { ...(action?.data as object), text } }, { replyToId: '7' });
  };

  it('is the answer to the click, stays with a problem beside its field, and closes', async () => {
    desk = await aConnectedDesk();
    desk.tell(async (turn) => {
      if (turn.event.kind === 'action') await turn.openForm(reply);
      else if (turn.event.kind === 'form' && turn.event.values.text === 'no') turn.formProblem('text', 'Say more.');
    });

    const opened = await desk.hears(fetchTask);
    const again = await desk.hears(submit(opened.body, 'no'));
    const closed = await desk.hears(submit(again.body, 'yes'));

    expect(opened.body).toMatchObject({ task: { type: 'continue', value: { title: 'Reply' } } });
    expect(textsOf(again.body)).toContain('Say more.');
    expect(closed.body).toEqual({});
    expect(desk.events.at(-1)).toMatchObject({
      kind: 'form',
      values: { text: 'yes' },
      value: 'INC-42',
      thread: chat,
      place: chat,
    });
  });

  it('that did not open says why', async () => {
    desk = await aConnectedDesk();
    desk.tell((turn) => turn.whisper(say('INC-42 is closed')));

    expect((await desk.hears(fetchTask)).body).toEqual({ task: { type: 'message', value: 'INC-42 is closed' } });
  });

  it('cannot be shown where nobody waits for it', async () => {
    desk = await aConnectedDesk();
    const problems: unknown[] = [];
    desk.tell((turn) => turn.openForm(reply).catch((error) => void problems.push(error)));

    await desk.hears(anInvoke('adaptiveCard/action', claim, { replyToId: '7' }));

    expect(problems).toMatchObject([{ platformCode: 'no_task_module', isPermanent: true }]);
  });
});

describe('the message extension', () => {
  it('lists what was found without saying anything anywhere', async () => {
    desk = await aConnectedDesk();
    const row = {
      kind: 'row',
      text: 'INC-42 VPN\nin progress',
      button: { label: 'Show', action: 'ticket.show', value: 'INC-42' },
    } as const;
    desk.tell((turn) => turn.whisper({ title: 'Found', blocks: [row] }));

    const { body } = await desk.hears(
      anInvoke('composeExtension/query', {
        commandId: 'search_tickets',
        parameters: [{ name: 'query', value: 'vpn' }],
      }),
    );

    expect(body).toMatchObject({
      composeExtension: {
        type: 'result',
        attachments: [{ preview: { content: { title: 'INC-42 VPN', text: 'in progress' } } }],
      },
    });
    expect(actionsOf(body)).toMatchObject([{ verb: 'ticket.show' }]);
    expect(desk.asked()).toEqual([]);
  });

  it('says in words that nothing was found', async () => {
    desk = await aConnectedDesk();
    desk.tell((turn) => turn.whisper(say('Nothing found')));

    expect(
      (await desk.hears(anInvoke('composeExtension/query', { commandId: 'search_tickets', parameters: [] }))).body,
    ).toEqual({ composeExtension: { type: 'message', text: 'Nothing found' } });
  });
});

describe('starting', () => {
  const bare = { log: silentLog, now: () => new Date(), onTrouble: () => {} };

  it('is refused without credentials: that never means that everybody may speak', async () => {
    desk = await aConnectedDesk();

    expect(() => teamsAdapter(bare)).toThrow(/TEAMS_ALLOW_ANONYMOUS/);
    expect(() => teamsAdapter({ ...bare, appId: 'x', appPassword: '' })).toThrow(RangeError);
    expect(() => teamsAdapter({ ...bare, appId: 'x', allowAnonymous: true })).toThrow(RangeError);
  });

  it('fails clearly with a secret that cannot work', async () => {
    desk = await aConnectedDesk();
    desk.connector.will(/oauth2/, { status: 401, body: { error: 'invalid_client' } });
    const wrong = teamsAdapter({ ...bare, appId: 'x', appPassword: 'y', loginUrl: desk.connector.loginUrl });

    await expect(wrong.start(async () => {})).rejects.toThrow(/invalid_client.*TEAMS_APP_PASSWORD/);
    await wrong.stop();
  });
});

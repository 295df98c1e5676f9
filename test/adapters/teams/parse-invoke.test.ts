import { describe, expect, it } from '@jest/globals';
import { writeForm } from '../../../adapters/teams/form-data.ts';
import { parse } from '../../../adapters/teams/parse.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import type { Form } from '../../../src/chat/form.ts';
import { aMessage, anInvoke, ben, channelId, chatId, dana, inChannel, personOf, tenant } from './activities.ts';

const reading = { now: () => new Date('2026-11-24T09:00:00Z'), tenant: 'local' };
const read = (activity: object): ChatEvent | undefined => parse(activity as never, reading);
const channel = `teams:${tenant}/${channelId}`;
const chat = `teams:${tenant}/${chatId}`;
const data = { action: 'ticket.claim', value: 'INC-42' };
const form: Form = {
  id: 'ticket.reply',
  title: 'Reply',
  submit: 'Send',
  cancel: 'Back',
  value: 'INC-42',
  fields: [{ kind: 'text', name: 'text', label: 'Text' }],
};

describe('a click in Teams', () => {
  const card = { ...inChannel('1'), replyToId: '7' };

  it('on a button is an action on the card it stands on', () => {
    expect(
      read(anInvoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'ticket.claim', data } }, card)),
    ).toEqual({
      kind: 'action',
      id: `${channel};messageid=1/f:invoke-1:adaptiveCard/action`,
      person: personOf(dana),
      place: channel,
      at: new Date('2026-11-24T08:30:00.123Z'),
      action: 'ticket.claim',
      value: 'INC-42',
      clickedIn: 'message',
      card: `${channel};messageid=1/7`,
      thread: `${channel};messageid=1`,
    });
  });

  it('that asks for a form can be answered with one', () => {
    expect(read(anInvoke('task/fetch', { data: { ...data, msteams: { type: 'task/fetch' } } }, card))).toMatchObject({
      kind: 'action',
      action: 'ticket.claim',
      card: `${channel};messageid=1/7`,
      trigger: expect.any(String),
    });
  });

  it('on an old kind of button comes as a message with a value', () => {
    expect(read(aMessage({ text: undefined, value: data, replyToId: '7' }))).toMatchObject({
      kind: 'action',
      action: 'ticket.claim',
      card: `${chat}/7`,
      thread: chat,
    });
  });

  it('on a card that a person had inserted stands nowhere', () => {
    const event = read(anInvoke('adaptiveCard/action', { action: { verb: 'ticket.show', data } }));

    expect(event).toMatchObject({ action: 'ticket.show', clickedIn: 'shortcut' });
    expect(event).not.toHaveProperty('card');
  });

  it.each(['__proto__', 'ticket.explode', '', undefined])('on what is no action of the desk is nothing: %s', (verb) => {
    expect(read(anInvoke('adaptiveCard/action', { action: { verb, data: { value: 'x' } } }))).toBeUndefined();
  });
});

describe('a form that is sent in', () => {
  const sent = { ...writeForm(form, { place: channel, thread: `${channel};messageid=1` }), text: 'On it.' };

  it.each([
    ['from a button', 'task/submit', { data: sent }],
    ['from the message extension', 'composeExtension/submitAction', { commandId: 'new_issue', data: sent }],
  ])('%s brings its values and where it was opened', (_, name, value) => {
    expect(read(anInvoke(name, value, inChannel('1')))).toMatchObject({
      kind: 'form',
      form: 'ticket.reply',
      value: 'INC-42',
      values: { text: 'On it.' },
      place: channel,
      thread: `${channel};messageid=1`,
      person: personOf(dana),
    });
  });

  it('leads nowhere else than to the conversation that it was sent from', () => {
    const elsewhere = { ...writeForm(form, { place: channel, thread: `${channel};messageid=1` }), text: 'x' };

    expect(read(anInvoke('task/submit', { data: elsewhere }, { replyToId: '7' }))).toMatchObject({
      place: chat,
      thread: chat,
    });
  });

  it('that is none of the desk is nothing', () => {
    expect(read(anInvoke('task/submit', { data: { text: 'x' } }))).toBeUndefined();
  });
});

describe('the message extension', () => {
  const payload = {
    id: '1764000000000',
    replyToId: '1763999999999',
    createdDateTime: '2026-11-24T08:00:00Z',
    from: { user: { id: ben.aadObjectId, displayName: 'Ben Bit' } },
    body: {
      contentType: 'html',
      content:
        '<div><p>Printer <b>jams</b> &amp; burns</p><p>ask <at id="0">Dana</at> <img alt="🔥" src="x"></p></div>',
    },
    linkToMessage: 'https://teams.microsoft.com/l/message/x',
  };

  it('searches by what was typed', () => {
    const query = (value: string, name = 'query') =>
      read(anInvoke('composeExtension/query', { commandId: 'search_tickets', parameters: [{ name, value }] }));

    expect(query(' vpn ')).toMatchObject({ kind: 'search', text: 'vpn', person: personOf(dana) });
    expect(query('true', 'initialRun')).toMatchObject({ kind: 'search', text: '' });
  });

  it('raises somebody’s message on behalf of its author', () => {
    expect(
      read(
        anInvoke(
          'composeExtension/fetchTask',
          { commandId: 'raise_issue', commandContext: 'message', messagePayload: payload },
          inChannel('1763999999999'),
        ),
      ),
    ).toMatchObject({
      kind: 'action',
      action: 'issue.raise',
      clickedIn: 'shortcut',
      person: personOf(dana),
      target: {
        author: personOf(ben),
        isFromBot: false,
        message: `${channel};messageid=1763999999999/1764000000000`,
        thread: `${channel};messageid=1763999999999`,
        place: channel,
        text: 'Printer jams & burns\nask @Dana 🔥',
        at: new Date('2026-11-24T08:00:00Z'),
        permalink: 'https://teams.microsoft.com/l/message/x',
      },
    });
  });

  it('knows a bot’s message', () => {
    const ofBot = { ...payload, from: { application: { id: 'x', displayName: 'Bot' } } };

    expect(
      read(anInvoke('composeExtension/fetchTask', { commandId: 'raise_issue', messagePayload: ofBot })),
    ).toMatchObject({ target: { isFromBot: true } });
  });

  it('asks for a new issue with a form', () => {
    expect(
      read(anInvoke('composeExtension/fetchTask', { commandId: 'new_issue', commandContext: 'compose' })),
    ).toMatchObject({ action: 'issue.new', trigger: expect.any(String) });
  });

  it('without a message raises nothing', () => {
    expect(read(anInvoke('composeExtension/fetchTask', { commandId: 'raise_issue' }))).toBeUndefined();
  });
});

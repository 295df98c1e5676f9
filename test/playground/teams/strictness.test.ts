import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOfCard } from '../../../playground/teams/cards/check-card.ts';
import { aTenantWithPlainBot, card, type Loose, type World } from './a-plain-bot.ts';

let world: World;
beforeAll(async () => {
  world = await aTenantWithPlainBot();
});
afterAll(() => world.close());

const send = (activity: unknown, conversation = world.teams.chatOf('dana')) =>
  world.call('POST', `conversations/${encodeURIComponent(conversation)}/activities`, activity);
const mention = (id: string, tag: string) => ({ type: 'mention', text: tag, mentioned: { id, name: 'x' } });

describe('the connector refuses', () => {
  it.each<[string, unknown, string]>([
    ['a body that is no object', [], 'no JSON object'],
    ['an activity without a type', { text: 'x' }, 'Unknown activity type'],
    ['an activity of another type', { type: 'handoff' }, 'Unknown activity type: handoff'],
    ['a message that says nothing', { type: 'message', text: ' ' }, 'needs text or attachments'],
    ['text that is none', { type: 'message', text: 7 }, 'must be text'],
    ['an unknown text format', { type: 'message', text: 'x', textFormat: 'html' }, 'Unknown textFormat'],
    ['attachments that are no list', { type: 'message', attachments: {} }, 'must be lists'],
    ['an attachment without a type', { type: 'message', attachments: [{}] }, 'needs a contentType'],
    ['an unknown attachment', { type: 'message', attachments: [{ contentType: 'text/x' }] }, 'Unknown attachment type'],
    ['a picture from nowhere', { type: 'message', attachments: [{ contentType: 'image/png' }] }, 'needs a contentUrl'],
    ['a card that is not valid', { type: 'message', attachments: [card({ version: '1.6' })] }, '1.6'],
    [
      'a mention that does not stand in the words',
      { type: 'message', text: 'hello', entities: [mention('x', '<at>Dana</at>')] },
      'does not stand in the message',
    ],
    [
      'a mention of somebody who is not there',
      { type: 'message', text: '<at>Eve</at>', entities: [mention('x', '<at>Eve</at>')] },
      'not in the conversation',
    ],
  ])('%s', async (_, activity, message) => {
    expect(await send(activity)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument', message: expect.stringContaining(message) } },
    });
  });

  it('more than 100 KB of UTF-16, pictures as data aside', async () => {
    const room = 100 * 1024;
    const size = (text: string) => JSON.stringify({ type: 'message', text }).length * 2;
    const longest = 'x'.repeat((room - size('')) / 2);
    expect((await send({ type: 'message', text: longest })).status).toBe(201);
    expect(await send({ type: 'message', text: `${longest}x` })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
    const picture = { contentType: 'image/png', contentUrl: `data:image/png;base64,${'A'.repeat(room)}` };
    expect((await send({ type: 'message', attachments: [picture] })).status).toBe(201);
  });

  it('conversations and threads that do not exist', async () => {
    const channel = world.teams.place('#help-it').id;
    const answers = await Promise.all(
      ['a:1nobody', '19:none@thread.tacv2', `${channel};messageid=1`].map((id) =>
        send({ type: 'message', text: 'x' }, id),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers[0]?.body).toMatchObject({ error: { code: 'ConversationNotFound' } });
  });

  it("a change of a person's message", async () => {
    const { message } = await world.teams.tells('dana', 'mine');
    const path = `conversations/${message.conversationId}/activities/${message.id}`;
    expect(await world.call('DELETE', path)).toMatchObject({
      status: 403,
      body: { error: { code: 'NotEnoughPermissions' } },
    });
  });

  it('paths that it does not know', async () => {
    expect((await world.call('GET', 'nothing')).status).toBe(404);
  });
});

describe('the connector takes', () => {
  it('that the bot is typing, which leaves no message', async () => {
    const chat = world.teams.chatOf('eve');
    const typing: string[] = [];
    const stop = world.teams.on((change) => change.kind === 'typing' && typing.push(change.conversationId));
    expect((await send({ type: 'typing' }, chat)).status).toBe(202);
    stop();
    expect([typing, world.teams.messages(chat)]).toEqual([[chat], []]);
  });

  it('mentions of who is there, in words and in cards, and tells whom they ping', async () => {
    const { teams, post } = world;
    const [ben, cem] = [teams.person('ben'), teams.person('cem')];
    const channel = teams.place('#it-triage').id;
    const entities = [mention(ben.id, '<at>Ben</at>')];
    const inCard = card({
      body: [{ type: 'TextBlock', text: '<at>Cem</at> please' }],
      msteams: { entities: [mention(cem.aadObjectId, '<at>Cem</at>')] },
    });
    const id = await post(channel, { text: '<at>Ben</at>', entities, attachments: [inCard] });
    const plain = await post(channel, { text: 'nobody is <at>Ben</at>' });
    const pings = [id, plain].map((one) => {
      const message = teams.message('#it-triage', one);
      return message && teams.pingsIn(message);
    });
    expect(pings).toEqual([[ben.id, cem.aadObjectId], []]);
  });
});

describe('an Adaptive Card', () => {
  const faults = (content: Loose) => faultsOfCard(card(content).content).join('\n');

  it.each<[string, Loose, string]>([
    ['no version', { version: undefined }, 'version is missing'],
    ['a later version', { version: '1.6' }, 'up to 1.5'],
    ['another type', { type: 'Card' }, 'not AdaptiveCard'],
    ['an unknown element', { body: [{ type: 'Chart' }] }, 'card.body[0].type is Chart'],
    ['an action where an element stands', { body: [{ type: 'Action.Submit' }] }, 'card.body[0].type'],
    ['an element where an action stands', { actions: [{ type: 'TextBlock', text: 'x' }] }, 'card.actions[0].type'],
    ['a name that every object has', { body: [{ type: 'constructor' }] }, 'constructor'],
    ['text without text', { body: [{ type: 'TextBlock' }] }, 'card.body[0].text'],
    ['an input without an id', { body: [{ type: 'Input.Text' }] }, 'card.body[0].id'],
    [
      'two inputs of one id',
      { body: ['a', 'a'].map((id) => ({ type: 'Input.Text', id })) },
      'two inputs have the id a',
    ],
    [
      'a choice without a value',
      { body: [{ type: 'Input.ChoiceSet', id: 'a', choices: [{ title: 'x' }] }] },
      'choices[0].value',
    ],
    ['a fact without a title', { body: [{ type: 'FactSet', facts: [{ value: 'x' }] }] }, 'facts[0].title'],
    ['a colour that is none', { body: [{ type: 'TextBlock', text: 'x', color: 'red' }] }, 'color is red'],
    ['a link to nowhere', { actions: [{ type: 'Action.OpenUrl' }] }, 'card.actions[0].url'],
    [
      'a fault deep inside',
      { body: [{ type: 'ColumnSet', columns: [{ items: [{ type: 'Container', items: [{ type: 'X' }] }] }] }] },
      'card.body[0].columns[0].items[0].items[0].type',
    ],
    ['a refresh by Action.Submit', { refresh: { action: { type: 'Action.Submit' } } }, 'must be an Action.Execute'],
    [
      'a refresh for a crowd',
      { refresh: { action: { type: 'Action.Execute' }, userIds: Array(61).fill('29:1') } },
      'more than 60',
    ],
  ])('is not drawn with %s', (_, content, fault) => {
    expect(faults(content)).toContain(fault);
  });

  it('may have unknown elements with a fallback that is known', () => {
    const body = [
      { type: 'Chart', fallback: 'drop' },
      { type: 'Chart', fallback: { type: 'TextBlock', text: '3 of 4' } },
    ];
    expect(faults({ body })).toBe('');
    expect(faults({ body: [{ type: 'Chart', fallback: { type: 'TextBlock' } }] })).toContain('fallback.text');
  });

  it('may hold all that 1.5 has', () => {
    const text = { type: 'TextBlock', text: 'x', color: 'Attention', weight: 'bolder' };
    const body = [
      { type: 'RichTextBlock', inlines: ['x', { type: 'TextRun', text: 'y' }] },
      { type: 'ImageSet', images: [{ type: 'Image', url: 'https://example.com/a.png' }] },
      {
        type: 'Table',
        columns: [{ width: 1 }],
        rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [text] }] }],
      },
      { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', targetElements: ['a'] }] },
      { type: 'Input.ChoiceSet', id: 'c', choices: [{ title: 'x', value: '1' }] },
    ];
    const more = { type: 'Action.ShowCard', card: { type: 'AdaptiveCard', body: [text] } };
    expect(faults({ body, actions: [more] })).toBe('');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TeamsMessage } from '../../../playground/teams/model.ts';
import { aTenantWithPlainBot, type BotAnswer, card, type Heard, type Loose, type World } from './a-plain-bot.ts';

let world: World;
let answer: (heard: Heard) => BotAnswer;
beforeEach(async () => {
  answer = () => ({});
  world = await aTenantWithPlainBot({}, (heard) => answer(heard));
});
afterEach(() => world.close());

const text = (words: string, more: Loose = {}) => ({ type: 'TextBlock', text: words, ...more });
const execute = (title: string, verb: string, more: Loose = {}) => ({ type: 'Action.Execute', title, verb, ...more });
const adaptive = (value: unknown): BotAnswer => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
});

async function posted(place: string, content: Loose): Promise<TeamsMessage> {
  const conversation = world.teams.place(place);
  const id = await world.post(conversation.id, { attachments: [card(content)] });
  const message = world.teams.message(place, id);
  if (!message) throw new Error('nothing stands there');
  return message;
}

describe('a card', () => {
  it('is read as words and buttons, the first six of a row', async () => {
    const actions = ['1', '2', '3', '4', '5', '6', '7'].map((title) => execute(title, title));
    const message = await posted('#it-triage', {
      body: [
        text('INC-1'),
        { type: 'FactSet', facts: [{ title: 'Priority', value: 'P1' }] },
        { type: 'ColumnSet', columns: [{ type: 'Column', items: [text('new')] }] },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'by ' }, 'Dana'] },
        text('hidden', { isVisible: false }),
        { type: 'ActionSet', actions: [execute('Resolve', 'resolve')] },
      ],
      actions: [...actions, execute('Later', 'later', { mode: 'secondary' })],
    });
    expect(world.teams.buttons(message)).toEqual(['Resolve', '1', '2', '3', '4', '5', '6', 'Later']);
    expect(world.teams.words(message).split('\n').slice(0, 4)).toEqual(['INC-1', 'Priority P1', 'new', 'by Dana']);
  });
});

describe('Action.Execute', () => {
  it('asks the bot with verb, data and what was typed', async () => {
    const { teams, heard } = world;
    const message = await posted('#it-triage', {
      body: [{ type: 'Input.Text', id: 'note', label: 'Note' }],
      actions: [execute('✋ Claim', 'claim', { data: { ticket: 'INC-1' } })],
    });
    answer = () => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'It is yours' },
    });
    const outcome = await teams.clicks('ben', message, 'Claim', { Note: 'mine' });
    expect(outcome).toMatchObject({ notice: 'It is yours' });
    expect(heard[0]?.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      from: { id: teams.person('ben').id },
      conversation: { id: `${message.conversationId};messageid=${message.id}` },
      value: {
        action: { type: 'Action.Execute', verb: 'claim', data: { ticket: 'INC-1', note: 'mine' } },
        trigger: 'manual',
      },
    });
  });

  it('may answer with a card that only this person sees, until the message changes', async () => {
    const { teams, call } = world;
    const message = await posted('#it-triage', { body: [text('for all')], actions: [execute('Mine', 'mine')] });
    answer = () => adaptive({ type: 'AdaptiveCard', version: '1.4', body: [text('for Ben')] });
    await teams.clicks('ben', message, 'Mine');
    const now = () => teams.message('#it-triage', message.id) ?? message;
    expect(teams.words(now(), { as: 'ben' })).toBe('for Ben');
    expect(teams.words(now(), { as: 'cem' })).toContain('for all');
    const update = { type: 'message', attachments: [card({ body: [text('changed')] })] };
    await call('PUT', `conversations/${message.conversationId}/activities/${message.id}`, update);
    expect(teams.words(now(), { as: 'ben' })).toBe('changed');
  });

  it('is trouble when the bot fails, refuses, says nothing, or draws what Teams cannot', async () => {
    const { teams } = world;
    const message = await posted('#it-triage', { actions: [execute('Go', 'go')] });
    const troubles: (string | undefined)[] = [];
    const answers: BotAnswer[] = [
      { status: 500 },
      {},
      { body: { statusCode: 403, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'Not you' } } },
      adaptive({ type: 'AdaptiveCard', version: '1.6' }),
    ];
    for (const one of answers) {
      answer = () => one;
      troubles.push((await teams.clicks('ben', message, 'Go')).trouble);
    }
    expect(troubles).toEqual([
      'Unable to reach app. Please try again.',
      'Unable to reach app. Please try again.',
      'Not you',
      expect.stringContaining('1.6'),
    ]);
  });

  it('is for who sees it: a button that is not there, a person who is not there', async () => {
    const { teams, heard } = world;
    const message = await posted('#it-triage', { actions: [execute('Go', 'go')] });
    await expect(teams.clicks('ben', message, 'Stop')).rejects.toThrow('There is "Go"');
    await expect(teams.clicks('dana', message, 'Go')).rejects.toThrow('dana is not in it-triage');
    expect(heard).toEqual([]);
  });

  it('of a refresh is sent by itself for the people named, and for nobody else', async () => {
    const { teams, heard } = world;
    const ben = teams.person('ben');
    const message = await posted('#it-triage', {
      refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: [ben.id] },
      body: [text('for all')],
    });
    answer = () => adaptive({ type: 'AdaptiveCard', version: '1.5', body: [text('for agents')] });
    await teams.opens('cem', message);
    expect(heard).toEqual([]);
    await teams.opens('ben', message);
    expect(heard[0]?.activity).toMatchObject({ value: { action: { verb: 'refresh' }, trigger: 'automatic' } });
    expect(teams.words(teams.message('#it-triage', message.id) ?? message, { as: ben })).toBe('for agents');
  });
});

describe('Action.Submit', () => {
  it('comes as a message without words, with its data and what was typed', async () => {
    const { teams, heard } = world;
    const message = await posted(teams.chatOf('dana'), {
      body: [{ type: 'Input.Toggle', id: 'sure', title: 'Sure' }],
      actions: [{ type: 'Action.Submit', title: 'OK', data: { a: 1 } }],
    });
    await teams.clicks('dana', message, 'OK', { Sure: true });
    expect(heard[0]?.activity).toMatchObject({ type: 'message', replyToId: message.id, value: { a: 1, sure: 'true' } });
    expect(heard[0]?.activity.text).toBeUndefined();
  });

  it('with imBack says words for the person', async () => {
    const { teams, heard } = world;
    const data = { msteams: { type: 'imBack', value: 'help' } };
    const message = await posted(teams.chatOf('dana'), { actions: [{ type: 'Action.Submit', title: 'Help', data }] });
    await teams.clicks('dana', message, 'Help');
    expect(heard[0]?.activity).toMatchObject({ type: 'message', text: 'help' });
    expect(teams.messages(teams.chatOf('dana'))).toHaveLength(2);
  });
});

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

const note = { type: 'Input.Text', id: 'note', label: 'Note', isRequired: true, errorMessage: 'Say something' };
const impact = {
  type: 'Input.ChoiceSet',
  id: 'impact',
  label: 'Impact',
  value: '2',
  choices: [
    { title: 'Everyone', value: '1' },
    { title: 'A team', value: '2' },
  ],
};
const send = { type: 'Action.Submit', title: 'Send', data: { form: 'resolve' } };
const form = (title: string, body: readonly Loose[] = [note, impact]): BotAnswer => ({
  body: { task: { type: 'continue', value: { title, card: card({ body, actions: [send] }) } } },
});

async function aButton(): Promise<TeamsMessage> {
  const action = {
    type: 'Action.Submit',
    title: 'Resolve',
    data: { ticket: 'INC-1', msteams: { type: 'task/fetch' } },
  };
  const { id } = world.teams.place('#it-triage');
  const message = world.teams.message(
    '#it-triage',
    await world.post(id, { attachments: [card({ actions: [action] })] }),
  );
  if (!message) throw new Error('nothing stands there');
  return message;
}

async function anOpenForm(): Promise<TeamsMessage> {
  const message = await aButton();
  answer = () => form('Resolve INC-1');
  await world.teams.clicks('ben', message, 'Resolve');
  return message;
}

describe('a task module', () => {
  it('is fetched by a button, and opens for who clicked', async () => {
    const { teams, heard } = world;
    const message = await anOpenForm();
    expect(heard[0]?.activity).toMatchObject({
      name: 'task/fetch',
      replyToId: message.id,
      value: { data: { ticket: 'INC-1' }, context: { theme: 'default' } },
    });
    expect(teams.task('ben')?.title).toBe('Resolve INC-1');
    expect(teams.task('cem')).toBeUndefined();
  });

  it('sends what was typed by label, with its defaults, and closes when the bot says nothing more', async () => {
    const { teams, heard } = world;
    const message = await anOpenForm();
    teams.fills('ben', { Impact: 'Everyone' });
    answer = () => ({});
    const outcome = await teams.submits('ben', { Note: 'Restarted' });
    expect(outcome.trouble).toBeUndefined();
    expect(heard[1]?.activity).toMatchObject({
      name: 'task/submit',
      replyToId: message.id,
      conversation: { id: `${message.conversationId};messageid=${message.id}` },
      value: { data: { form: 'resolve', note: 'Restarted', impact: '1' } },
    });
    expect(teams.task('ben')).toBeUndefined();
  });

  it('shows what is wrong when the bot draws it again', async () => {
    const { teams } = world;
    await anOpenForm();
    answer = () => form('Resolve INC-1', [note, { type: 'TextBlock', text: 'Too short', color: 'Attention' }]);
    await teams.submits('ben', { Note: 'x' });
    expect(teams.problems('ben')).toEqual(['Too short']);
    answer = () => ({ body: { task: { type: 'message', value: 'Done' } } });
    expect(await teams.submits('ben', { Note: 'long enough' })).toMatchObject({ notice: 'Done' });
    expect(teams.problems('ben')).toEqual([]);
  });

  it('knows people by name where it asks for one', async () => {
    const { teams, heard } = world;
    const message = await aButton();
    const dataset = 'graph.microsoft.com/users';
    const who = { type: 'Input.ChoiceSet', id: 'who', label: 'Who', 'choices.data': { type: 'Data.Query', dataset } };
    answer = () => form('Assign', [who]);
    await teams.clicks('ben', message, 'Resolve');
    await expect(teams.submits('ben', { Who: 'Nobody' })).rejects.toThrow('no choice "Nobody"');
    await teams.submits('ben', { Who: 'Cem Agent' });
    expect(heard[1]?.activity).toMatchObject({ value: { data: { who: teams.person('cem').aadObjectId } } });
  });

  it('is not sent while Teams itself would not', async () => {
    const { teams, heard } = world;
    await anOpenForm();
    await expect(teams.submits('ben', {})).rejects.toThrow('"Note" is empty. It says: Say something');
    await expect(teams.submits('ben', { Notes: 'x' })).rejects.toThrow('no input "Notes", only: Note, Impact');
    await expect(teams.submits('ben', { Impact: 'Nobody' })).rejects.toThrow('only: Everyone, A team');
    await expect(teams.submits('cem', {})).rejects.toThrow('no form open');
    expect(heard).toHaveLength(1);
  });

  it('stays open with trouble when the bot fails or draws what Teams cannot', async () => {
    const { teams } = world;
    await anOpenForm();
    answer = () => ({ status: 500 });
    expect((await teams.submits('ben', { Note: 'x' })).trouble).toContain('Unable to reach app');
    answer = () => form('Broken', [{ type: 'Input.Text', label: 'no id' }]);
    expect((await teams.submits('ben', { Note: 'x' })).trouble).toContain('body[0].id');
    expect(teams.task('ben')?.title).toBe('Resolve INC-1');
    teams.closes('ben');
    expect(teams.task('ben')).toBeUndefined();
  });
});

describe('the message extension', () => {
  it('searches, and shows what was found', async () => {
    const { teams, heard } = world;
    const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'INC-1' } };
    const found = { ...card({ body: [{ type: 'TextBlock', text: 'INC-1' }] }), preview };
    answer = () => ({
      body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [found] } },
    });
    const search = { commandId: 'findTicket', parameter: 'query', text: 'vpn' };
    const { results } = await teams.searches('dana', '#help-it', search);
    expect(results).toEqual([found]);
    expect(await teams.searches('dana', '#help-it', search)).not.toHaveProperty('trouble');
    expect(heard[0]?.activity).toMatchObject({
      name: 'composeExtension/query',
      value: { commandId: 'findTicket', parameters: [{ name: 'query', value: 'vpn' }], queryOptions: { skip: 0 } },
    });
    await teams.searches('dana', '#help-it', { ...search, text: '' });
    expect(heard[2]?.activity).toMatchObject({ value: { parameters: [{ name: 'initialRun', value: 'true' }] } });
    answer = () => ({ body: { composeExtension: { type: 'message', text: 'Nothing found' } } });
    expect(await teams.searches('dana', '#help-it', search)).toMatchObject({ results: [], notice: 'Nothing found' });
  });

  it('shows trouble when the bot fails, or has results that Teams cannot list', async () => {
    const { teams } = world;
    const troubles: (string | undefined)[] = [];
    const answers: BotAnswer[] = [
      { status: 500 },
      { body: { composeExtension: { type: 'result', attachments: [card({})] } } },
    ];
    for (const one of answers) {
      answer = () => one;
      const search = { commandId: 'findTicket', parameter: 'query', text: 'vpn' };
      troubles.push((await teams.searches('dana', '#help-it', search)).trouble);
    }
    expect(troubles).toEqual([
      'Unable to reach app. Please try again.',
      expect.stringContaining('an Adaptive Card needs a preview'),
    ]);
  });

  it("runs a command on somebody's message, and submits its form with it", async () => {
    const { teams, heard } = world;
    const { message } = await teams.says('eve', '#help-it', 'my VPN is <slow>');
    answer = () => form('Raise as issue');
    await teams.runs('dana', '#help-it', 'raiseIssue', { message });
    expect(heard[0]?.activity).toMatchObject({
      name: 'composeExtension/fetchTask',
      value: {
        commandId: 'raiseIssue',
        commandContext: 'message',
        messagePayload: {
          id: message.id,
          from: { user: { id: teams.person('eve').aadObjectId, displayName: 'Eve Employee' } },
          body: { contentType: 'html', content: '<p>my VPN is &lt;slow&gt;</p>' },
        },
      },
    });
    answer = () => ({});
    await teams.submits('dana', { Note: 'for Eve' });
    expect(heard[1]?.activity).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'raiseIssue', messagePayload: { id: message.id }, data: { note: 'for Eve', impact: '2' } },
    });
  });

  it('runs a command from where one writes, without a message', async () => {
    const { teams, heard } = world;
    answer = () => form('New issue');
    const { task } = await teams.runs('dana', teams.chatOf('dana'), 'newIssue');
    expect(task?.title).toBe('New issue');
    expect(heard[0]?.activity).toMatchObject({ value: { commandContext: 'compose' } });
    expect(heard[0]?.activity.value).not.toHaveProperty('messagePayload');
  });
});

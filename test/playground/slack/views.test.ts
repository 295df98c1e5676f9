import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { impatient } from './a-bolt-app.ts';
import { type AppAnswer, aWorkspaceWithPlainApp } from './an-app-of-ones-own.ts';

let now = Date.parse('2026-05-04T08:00:00Z');
let answer: AppAnswer = {};
let world: Awaited<ReturnType<typeof aWorkspaceWithPlainApp>>;
let client: WebClient;
beforeEach(async () => {
  answer = {};
  world = await aWorkspaceWithPlainApp({ clock: { now: () => new Date(now) } }, () => answer);
  client = new WebClient(world.slack.botToken, { slackApiUrl: world.slack.apiUrl, ...impatient });
});
afterEach(() => world.close());

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const question = (blockId: string, more: object = {}) => ({
  type: 'input' as const,
  block_id: blockId,
  label: plain(blockId),
  element: { type: 'plain_text_input' as const, action_id: 'value', ...more },
});
const form = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Send'),
  blocks: [question('Title')],
  ...more,
});

/** A trigger of Dana's, as a shortcut brings it. */
async function aTrigger(): Promise<string> {
  await world.slack.shortcut('dana', 'new_issue');
  return String(world.heard.at(-1)?.payload.trigger_id);
}

async function open(view: ModalView) {
  await client.views.open({ trigger_id: await aTrigger(), view });
  const opened = world.slack.views('dana').at(-1);
  if (!opened) throw new Error('no modal');
  return opened;
}

const answering = (body: object) => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('a trigger', () => {
  it('opens one modal, for three seconds', async () => {
    const trigger = await aTrigger();
    now += 3000;
    await client.views.open({ trigger_id: trigger, view: form('One') });
    await expect(client.views.open({ trigger_id: trigger, view: form('Two') })).rejects.toThrow('exchanged_trigger_id');
    const stale = await aTrigger();
    now += 3001;
    await expect(client.views.open({ trigger_id: stale, view: form('Late') })).rejects.toThrow('expired_trigger_id');
  });

  it('is not used up by a view that is refused', async () => {
    const trigger = await aTrigger();
    const broken = form('x'.repeat(25));
    await expect(client.views.open({ trigger_id: trigger, view: broken })).rejects.toThrow('invalid_arguments');
    await client.views.open({ trigger_id: trigger, view: form('Fine') });
  });
});

describe('a modal', () => {
  it('is submitted with what was typed, by block and action', async () => {
    const view = await open(form('New', { private_metadata: 'INC-1', callback_id: 'new' }));
    const { delivery } = await world.slack.submits('dana', view, { Title: 'VPN' });
    expect(delivery.payload).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0DANA' },
      view: {
        callback_id: 'new',
        private_metadata: 'INC-1',
        state: { values: { Title: { value: { type: 'plain_text_input', value: 'VPN' } } } },
      },
    });
    expect(world.slack.views('dana')).toEqual([]);
  });

  it('is not sent while a required input is empty or too short', async () => {
    const view = await open(form('New', { blocks: [question('Title', { min_length: 3 })] }));
    await expect(world.slack.submits('dana', view, {})).rejects.toThrow('"Title" is empty');
    await expect(world.slack.submits('dana', view, { Title: 'ab' })).rejects.toThrow('at least 3');
    await expect(world.slack.submits('dana', view, { Titel: 'abc' })).rejects.toThrow('no input "Titel", only: Title');
  });

  it('does what the answer says: another form in its place, one on top, or all away', async () => {
    const { slack } = world;
    const view = await open(form('First'));
    answer = answering({ response_action: 'update', view: form('Second') });
    await slack.submits('dana', view, { Title: 'x' });
    expect(slack.views('dana')).toMatchObject([{ id: view.id, title: { text: 'Second' } }]);

    answer = answering({ response_action: 'push', view: form('Third') });
    await slack.submits('dana', view, { Title: 'x' });
    const [root, top] = slack.views('dana');
    expect(top).toMatchObject({ title: { text: 'Third' }, root_view_id: root?.id, previous_view_id: root?.id });

    answer = answering({ response_action: 'clear' });
    if (top) await slack.submits('dana', top, { Title: 'x' });
    expect(slack.views('dana')).toEqual([]);
  });

  it('keeps what was typed in inputs that the app draws again', async () => {
    const { slack } = world;
    const view = await open(form('First'));
    slack.fills('dana', view, { Title: 'typed' });
    await client.views.update({
      view_id: view.id,
      view: form('Again', { blocks: [question('Title'), question('More')] }),
    });
    expect(slack.views('dana')[0]?.state.values).toMatchObject({
      Title: { value: { value: 'typed' } },
      More: { value: { value: null } },
    });
  });

  it('shows trouble when the answer is nonsense', async () => {
    const { slack } = world;
    const view = await open(form('First'));
    answer = answering({ response_action: 'errors', errors: { Nowhere: 'x' } });
    expect((await slack.submits('dana', view, { Title: 'x' })).trouble).toContain('Nowhere');
    answer = answering({ response_action: 'update', view: form('x'.repeat(25)) });
    expect((await slack.submits('dana', view, { Title: 'x' })).trouble).toContain('must be less than 25');
    answer = { status: 500 };
    expect((await slack.submits('dana', view, { Title: 'x' })).trouble).toContain('trouble connecting');
    expect(slack.views('dana')).toHaveLength(1);
  });

  it('tells the app when it is closed, where the app asked for it', async () => {
    const { slack, heard } = world;
    const quiet = await open(form('Quiet'));
    await slack.closes('dana', quiet);
    expect(heard.at(-1)?.payload.type).toBe('shortcut');
    const loud = await open(form('Loud', { notify_on_close: true }));
    await slack.closes('dana', loud);
    expect(heard.at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: loud.id } });
  });

  it('lies at most three deep', async () => {
    await open(form('1'));
    await client.views.push({ trigger_id: await aTrigger(), view: form('2') });
    await client.views.push({ trigger_id: await aTrigger(), view: form('3') });
    const fourth = client.views.push({ trigger_id: await aTrigger(), view: form('4') });
    await expect(fourth).rejects.toThrow('push_limit_reached');
    expect(world.slack.views('dana').map((view) => view.title?.text)).toEqual(['1', '2', '3']);
  });

  it('is not updated over a change that the app has not seen', async () => {
    const view = await open(form('First', { external_id: 'mine' }));
    await client.views.update({ external_id: 'mine', hash: view.hash, view: form('Second', { external_id: 'mine' }) });
    const stale = client.views.update({ view_id: view.id, hash: view.hash, view: form('Third') });
    await expect(stale).rejects.toThrow('hash_conflict');
    const twin = client.views.push({ trigger_id: await aTrigger(), view: form('Twin', { external_id: 'mine' }) });
    await expect(twin).rejects.toThrow('duplicate_external_id');
  });
});

describe('menus', () => {
  const menu = {
    type: 'actions' as const,
    block_id: 'menus',
    elements: [
      {
        type: 'static_select' as const,
        action_id: 'impact',
        placeholder: plain('Impact'),
        options: ['1', '2'].map((value) => ({ text: plain(`Impact ${value}`), value })),
      },
      { type: 'users_select' as const, action_id: 'who', placeholder: plain('Who') },
      {
        type: 'external_select' as const,
        action_id: 'ticket',
        placeholder: plain('Ticket'),
        min_query_length: 2,
      },
    ],
  };

  it('tell the app what was picked, and keep it in the view', async () => {
    const { slack } = world;
    const view = await open(form('Priority', { blocks: [menu] }));
    const delivery = await slack.picks('dana', view, 'Impact', 'Impact 2');
    expect(delivery.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      actions: [{ type: 'static_select', action_id: 'impact', block_id: 'menus', selected_option: { value: '2' } }],
      view: { state: { values: { menus: { impact: { selected_option: { value: '2' } } } } } },
    });
    const top = slack.views('dana')[0] ?? view;
    const { delivery: sent } = await slack.submits('dana', top, { who: 'ben' });
    expect(sent.payload).toMatchObject({
      view: {
        state: { values: { menus: { impact: { selected_option: { value: '2' } }, who: { selected_user: 'U0BEN' } } } },
      },
    });
    await expect(slack.picks('dana', view, 'Impact', 'Impact 9')).rejects.toThrow('Impact 1, Impact 2');
  });

  it('ask the app for options where it has them', async () => {
    const { slack, heard } = world;
    const view = await open(form('Link', { blocks: [menu] }));
    answer = answering({ options: [{ text: plain('INC-1'), value: 'INC-1' }] });
    const options = await slack.suggestions('dana', view, { actionId: 'ticket' }, 'INC');
    expect(heard.at(-1)?.payload).toMatchObject({ type: 'block_suggestion', action_id: 'ticket', value: 'INC' });
    const delivery = await slack.picks('dana', view, { actionId: 'ticket' }, options[0] ?? null);
    expect(delivery.payload).toMatchObject({ actions: [{ selected_option: { value: 'INC-1' } }] });
  });
});

describe('the App Home', () => {
  it('is published for one person, and its buttons work', async () => {
    const { slack, heard } = world;
    const blocks = [
      { type: 'actions' as const, elements: [{ type: 'button' as const, action_id: 'new', text: plain('New issue') }] },
    ];
    await client.views.publish({ user_id: 'U0DANA', view: { type: 'home', blocks } });
    const home = slack.home('dana');
    if (!home) throw new Error('no home');
    await slack.clicks('dana', home, 'New issue');
    expect(heard.at(-1)?.payload).toMatchObject({ view: { type: 'home' }, actions: [{ action_id: 'new' }] });
    expect(heard.at(-1)?.payload).not.toHaveProperty('response_url');
    expect(slack.home('ben')).toBeUndefined();
  });
});

describe('a menu in a message', () => {
  it('tells what was picked, as action and as state', async () => {
    const { slack, heard } = world;
    const options = ['P1', 'P2'].map((value) => ({ text: plain(value), value }));
    const menus = {
      type: 'actions' as const,
      block_id: 'menus',
      elements: [
        { type: 'static_select' as const, action_id: 'priority', placeholder: plain('Priority'), options },
        { type: 'overflow' as const, action_id: 'more', options },
      ],
    };
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0HELPIT', text: 'card', blocks: [menus] });
    const card = slack.message('#help-it', ts);
    if (!card) throw new Error('no card');
    await slack.picks('ben', card, 'Priority', 'P1');
    const picked = heard.findLast(({ payload }) => payload.type === 'block_actions')?.payload;
    expect(picked).toMatchObject({
      message: { ts },
      actions: [{ selected_option: { value: 'P1' } }],
      state: { values: { menus: { priority: { type: 'static_select', selected_option: { value: 'P1' } } } } },
    });
    const overflow = await slack.picks('ben', card, { actionId: 'more' }, 'P2');
    expect(overflow.payload).toMatchObject({
      actions: [{ type: 'overflow', selected_option: { value: 'P2' } }],
      state: { values: { menus: { priority: { selected_option: null } } } },
    });
  });
});

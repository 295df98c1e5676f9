import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorkspaceWithApp } from './a-bolt-app.ts';

let world: Awaited<ReturnType<typeof aWorkspaceWithApp>>;
beforeEach(async () => {
  world = await aWorkspaceWithApp();
});
afterEach(() => world.close());

const claimCard = [
  { type: 'section', text: { type: 'mrkdwn', text: '*INC-42* VPN is down' } },
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'claim', value: 'INC-42', text: { type: 'plain_text', text: '🙋 Claim' } }],
  },
];

describe('a person who writes where the app is', () => {
  it('reaches the app as a signed message event, and its answer stands in the thread', async () => {
    const { slack, app } = world;
    app.message('VPN', async ({ message, say }) => {
      await say({ text: 'On it', thread_ts: message.ts });
    });

    const said = await slack.says('dana', '#help-it', 'VPN is down');

    expect(said.deliveries.map(({ name, status }) => [name, status])).toEqual([['message', 200]]);
    const thread = await slack.until(() => {
      const messages = slack.messages('#help-it', { threadTs: said.message.ts });
      return messages.length === 2 && messages;
    });
    expect(thread.map(({ user, text }) => [user, text])).toEqual([
      ['U0DANA', 'VPN is down'],
      [slack.botUserId, 'On it'],
    ]);
  });

  it('reaches it twice when the app is mentioned, as message and as app_mention', async () => {
    const said = await world.slack.says('dana', '#help-it', '<@BOT> help');
    expect(said.deliveries.map(({ name }) => name)).toEqual(['message', 'app_mention']);
  });

  it('reaches it as message.im in the direct message', async () => {
    const { slack } = world;
    const { deliveries } = await slack.says('dana', slack.dmOf('dana'), 'hello');
    expect(deliveries[0]?.payload.event).toMatchObject({ type: 'message', channel_type: 'im', user: 'U0DANA' });
  });
});

describe('a person who clicks a button', () => {
  it('makes the app hear block_actions and redraw the card', async () => {
    const { slack, app } = world;
    app.action('claim', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'INC-42 is claimed' });
    });
    const { ts } = await app.client.chat.postMessage({ channel: 'C0ITTRIAGE', text: 'INC-42', blocks: claimCard });
    const card = slack.message('#it-triage', ts ?? '');
    if (!card) throw new Error('no card');

    const delivery = await slack.clicks('ben', card, 'Claim');

    expect([delivery.name, delivery.status]).toEqual(['block_actions', 200]);
    const redrawn = await slack.until(() => {
      const now = slack.message('#it-triage', card.ts);
      return now?.text === 'INC-42 is claimed' && now;
    });
    expect(redrawn.blocks).toBeUndefined();
  });
});

describe('a modal', () => {
  const form = {
    type: 'modal' as const,
    callback_id: 'new',
    title: { type: 'plain_text' as const, text: 'New issue' },
    submit: { type: 'plain_text' as const, text: 'Send' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'title',
        label: { type: 'plain_text' as const, text: 'Title' },
        element: { type: 'plain_text_input' as const, action_id: 'value' },
      },
    ],
  };

  it('opens from a shortcut, stays with errors beside the field, and closes when all is well', async () => {
    const { slack, app } = world;
    app.shortcut('new_issue', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
    app.view('new', async ({ ack, view }) => {
      const title = view.state.values.title?.value?.value ?? '';
      await (title.length < 4 ? ack({ response_action: 'errors', errors: { title: 'Too short' } }) : ack());
    });
    await slack.shortcut('dana', 'new_issue');
    const view = await slack.until(() => slack.views('dana')[0]);

    const first = await slack.submits('dana', view, { Title: 'VPN' });
    expect(first.errors).toEqual({ title: 'Too short' });
    expect(slack.views('dana')).toHaveLength(1);

    const second = await slack.submits('dana', view, { Title: 'VPN is down' });
    expect(second.errors).toEqual({});
    expect(slack.views('dana')).toEqual([]);
  });
});

describe('a slash command', () => {
  it('shows the words of the acknowledgement to the person alone', async () => {
    const { slack, app } = world;
    app.command('/desk', async ({ ack, command }) => ack(`You said ${command.text}`));

    await slack.slash('dana', '#general', '/desk', 'ask <@ben> if 1 < 2');

    expect(slack.ephemerals('dana').map(({ text }) => text)).toEqual(['You said ask <@U0BEN|ben> if 1 &lt; 2']);
    expect(slack.messages('#general')).toEqual([]);
  });
});

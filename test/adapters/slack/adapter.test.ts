import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

const card: Card = {
  title: 'INC-42 VPN is down',
  blocks: [{ kind: 'text', text: 'Since this morning.' }],
  buttons: [{ label: 'Claim', action: 'ticket.claim', value: 'INC-42', style: 'primary' }],
  more: [{ label: 'Watch', action: 'ticket.watch', value: 'INC-42' }],
  mark: { id: 'card-1', ticket: 'INC-42', card: 'agent' },
};

const form: Form = {
  id: 'ticket.resolve',
  title: 'Resolve INC-42',
  submit: 'Resolve',
  cancel: 'Cancel',
  value: 'INC-42',
  fields: [
    { kind: 'text', name: 'note', label: 'What helped?', multiline: true },
    { kind: 'choice', name: 'code', label: 'Code', options: [{ value: 'fixed', label: 'Fixed' }] },
  ],
};

let desk: ConnectedDesk;
beforeEach(async () => {
  desk = await aConnectedDesk();
});
afterEach(async () => {
  await desk.stop();
});

describe('a message in Slack', () => {
  it('reaches the desk as a turn whose answer stands in its thread', async () => {
    desk.tell(async (turn) => void (await turn.reply(card)));

    const { message, deliveries } = await desk.slack.says('dana', desk.slack.dmOf('dana'), 'my VPN is down');

    expect(deliveries[0]?.status).toBe(200);
    expect(desk.heard('message')).toMatchObject([{ setting: 'direct', text: 'my VPN is down', change: 'new' }]);
    const [, answer] = desk.slack.messages(desk.slack.dmOf('dana'), { threadTs: message.ts });
    expect(answer).toMatchObject({ thread_ts: message.ts, text: expect.stringContaining('INC-42 VPN is down') });
  });

  it('is brought again when the desk could not take it', async () => {
    let attempts = 0;
    desk.tell(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('the store is away');
    });

    await desk.slack.says('dana', desk.slack.dmOf('dana'), 'my VPN is down');
    await desk.slack.until(() => attempts === 2);

    expect(new Set(desk.events.map(({ id }) => id)).size).toBe(1);
  });
});

describe('a click in Slack', () => {
  it('draws the card anew that was clicked', async () => {
    const ref = await desk.adapter.post(`slack:${desk.slack.teamId}/C0ITTRIAGE`, card);
    desk.tell(async (turn) => turn.replace({ ...card, title: 'INC-42 is in progress', buttons: [] }));
    const [message] = desk.slack.messages('it-triage');
    if (!message) throw new Error('the card is missing');

    const delivery = await desk.slack.clicks('ben', message, 'Claim');

    expect(delivery.status).toBe(200);
    expect(desk.heard('action')).toMatchObject([{ action: 'ticket.claim', value: 'INC-42', card: ref }]);
    await desk.slack.until((slack) => slack.messages('it-triage')[0]?.text.includes('in progress'));
  });

  it('comes from the menu, too', async () => {
    await desk.adapter.post(`slack:${desk.slack.teamId}/C0ITTRIAGE`, card);
    const [message] = desk.slack.messages('it-triage');
    if (!message) throw new Error('the card is missing');

    await desk.slack.picks('ben', message, { actionId: 'more:1:ticket.watch' }, 'Watch');

    expect(desk.heard('action')).toMatchObject([{ action: 'ticket.watch', value: 'INC-42' }]);
  });

  it('opens a form whose answer comes back with what it was about', async () => {
    await desk.adapter.post(`slack:${desk.slack.teamId}/C0ITTRIAGE`, card);
    const [message] = desk.slack.messages('it-triage');
    if (!message) throw new Error('the card is missing');
    desk.tell(async (turn) => {
      if (turn.event.kind === 'action') await turn.openForm(form);
      if (turn.event.kind === 'form' && turn.event.values.note === 'no') turn.formProblem('note', 'Say more.');
    });

    await desk.slack.clicks('ben', message, 'Claim');
    const [view] = desk.slack.views('ben');
    if (!view) throw new Error('the form is missing');
    await desk.slack.submits('ben', view, { note: 'no', code: 'Fixed' });
    const errors = desk.slack.errorsOf(view);
    await desk.slack.submits('ben', view, { note: ' New certificate. ', code: 'Fixed' });

    expect(errors).toEqual({ note: 'Say more.' });
    expect(desk.slack.views('ben')).toEqual([]);
    expect(desk.heard('form').at(-1)).toMatchObject({
      form: 'ticket.resolve',
      value: 'INC-42',
      values: { note: 'New certificate.', code: 'fixed' },
      thread: `slack:${desk.slack.teamId}/C0ITTRIAGE/${message.ts}`,
    });
    expect(new Set(desk.events.map(({ id }) => id)).size).toBe(desk.events.length);
  });
});

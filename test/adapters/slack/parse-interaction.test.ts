import { describe, expect, it } from '@jest/globals';
import { parse } from '../../../adapters/slack/parse.ts';
import type { Reading } from '../../../adapters/slack/reading.ts';
import type { Payload } from '../../../src/chat/payload.ts';

const reading: Reading = {
  self: { team: 'T1', user: 'U0DESK', bot: 'B0DESK', url: 'https://example.slack.com/', isOrgWide: false },
  nameOf: () => undefined,
  directOf: (user) => (user === 'U0BEN' ? 'D0BEN' : undefined),
  now: () => new Date('2026-11-24T08:00:00Z'),
};

const by = {
  user: { id: 'U0BEN', username: 'ben', name: 'ben', team_id: 'T1' },
  api_app_id: 'A0DESK',
  token: 'verification',
  team: { id: 'T1', domain: 'example' },
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: '13345224609.738474920.8088930838d88f008e0',
};

const click = (element: Payload, more: Payload = {}): Payload => ({
  type: 'block_actions',
  ...by,
  container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C0TRIAGE', is_ephemeral: false },
  channel: { id: 'C0TRIAGE', name: 'it-triage' },
  message: { type: 'message', ts: '1700000000.000100', bot_id: 'B0DESK' },
  state: { values: {} },
  response_url: 'https://hooks.slack.com/actions/T1/1/x',
  actions: [{ type: 'button', block_id: 'b', action_ts: '1700000005.123456', ...element }],
  ...more,
});
const claim = { action_id: 'ticket.claim:0', value: 'INC-42' };

describe('a click', () => {
  it('is read with the card, its thread and the ways to answer', () => {
    expect(parse(click(claim), reading)).toEqual({
      kind: 'action',
      id: 'slack:13345224609.738474920.8088930838d88f008e0',
      person: 'slack:T1/U0BEN',
      place: 'slack:T1/C0TRIAGE',
      at: new Date(1_700_000_005_123),
      action: 'ticket.claim',
      value: 'INC-42',
      clickedIn: 'message',
      card: 'slack:T1/C0TRIAGE/1700000000.000100',
      thread: 'slack:T1/C0TRIAGE/1700000000.000100',
      answerTo: 'https://hooks.slack.com/actions/T1/1/x',
      trigger: '13345224609.738474920.8088930838d88f008e0',
    });
  });

  it('has the same id when Slack repeats it, and another when the person clicks again', () => {
    const again = click(claim, { trigger_id: 'another' });
    expect(parse(click(claim), reading)?.id).toBe(parse(click(claim), reading)?.id);
    expect(parse(again, reading)?.id).not.toBe(parse(click(claim), reading)?.id);
  });

  it('names the thread in which its card stands', () => {
    const inThread = click(claim, { container: { message_ts: '2.0', channel_id: 'C0TRIAGE', thread_ts: '1.0' } });
    expect(parse(inThread, reading)).toMatchObject({ card: 'slack:T1/C0TRIAGE/2.0', thread: 'slack:T1/C0TRIAGE/1.0' });
  });

  it('may be in a whisper', () => {
    const whisper = click(claim, {
      container: { message_ts: '2.0', channel_id: 'C0TRIAGE', is_ephemeral: true },
      message: undefined,
    });
    const parsed = parse(whisper, reading);
    expect(parsed).toMatchObject({ clickedIn: 'whisper' });
    expect(parsed).not.toHaveProperty('thread');
  });

  it('may be on the home page, whose place is the direct conversation', () => {
    const home = click(claim, {
      container: { type: 'view', view_id: 'V1' },
      channel: undefined,
      message: undefined,
      view: { type: 'home' },
    });
    expect(parse(home, reading)).toMatchObject({ clickedIn: 'home', place: 'slack:T1/D0BEN' });
  });

  it('may be in a menu', () => {
    const menu = {
      type: 'overflow',
      action_id: 'more:4:ticket.hold,ticket.watch',
      selected_option: { value: '1|INC-42|x' },
    };
    expect(parse(click(menu), reading)).toMatchObject({ action: 'ticket.watch', value: 'INC-42|x' });
  });

  it.each([
    { action_id: 'ticket.explode:0', value: 'INC-42' },
    { action_id: '__proto__:0' },
    { action_id: 'more:4:ticket.hold', selected_option: { value: '7|INC-42' } },
    { action_id: 'more:4:ticket.hold', selected_option: null },
    { action_id: 7 },
    { type: 'static_select', action_id: 'value', selected_option: { value: 'x' } },
  ])('on nothing of the desk’s is left alone (%j)', (element) => {
    expect(parse(click(element), reading)).toBeUndefined();
  });

  it('names the workspace of its payload where one token serves a whole organisation', () => {
    const orgWide = { ...reading, self: { ...reading.self, isOrgWide: true } };
    expect(parse(click(claim, { team: { id: 'T7', domain: 'other' } }), orgWide)).toMatchObject({
      person: 'slack:T7/U0BEN',
    });
  });
});

describe('a form that was sent in', () => {
  const submission = (values: Payload, more: Payload = {}): Payload => ({
    type: 'view_submission',
    ...by,
    view: {
      id: 'V1',
      type: 'modal',
      hash: '1.abc',
      callback_id: 'ticket.resolve',
      private_metadata: 'slack:T1/C0TRIAGE\nslack:T1/C0TRIAGE/1.0\nINC-42\nand more',
      state: { values },
      app_installed_team_id: 'T1',
      ...more,
    },
    response_urls: [],
  });

  it('is read field by field', () => {
    const values = {
      note: { value: { type: 'plain_text_input', value: '  it works  ' } },
      empty: { value: { type: 'plain_text_input', value: null } },
      blank: { value: { type: 'plain_text_input', value: '   ' } },
      code: { value: { type: 'static_select', selected_option: { text: {}, value: 'fixed' } } },
      none: { value: { type: 'static_select', selected_option: null } },
      to: { value: { type: 'users_select', selected_user: 'U0CEM' } },
      tell: { value: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } },
      hide: { value: { type: 'checkboxes', selected_options: [] } },
    };
    expect(parse(submission(values), reading)).toMatchObject({
      kind: 'form',
      form: 'ticket.resolve',
      value: 'INC-42\nand more',
      place: 'slack:T1/C0TRIAGE',
      thread: 'slack:T1/C0TRIAGE/1.0',
      values: { note: 'it works', code: 'fixed', to: 'slack:T1/U0CEM', tell: true, hide: false },
    });
    expect(Object.keys((parse(submission(values), reading) as { values: object }).values)).toHaveLength(5);
  });

  it('is no form of the desk’s under another name, or when it was only closed', () => {
    expect(parse(submission({}, { callback_id: 'something.else' }), reading)).toBeUndefined();
    expect(parse({ ...submission({}), type: 'view_closed' }, reading)).toBeUndefined();
  });
});

describe('a shortcut', () => {
  const onMessage: Payload = {
    type: 'message_action',
    ...by,
    callback_id: 'raise_issue',
    action_ts: '1700000005.123456',
    response_url: 'https://hooks.slack.com/app/T1/1/x',
    message_ts: '1.0',
    channel: { id: 'C0HELP', name: 'help-it' },
    message: { type: 'message', user: 'U0DANA', ts: '1.0', text: 'the printer &lt;3 is on fire', thread_ts: '0.5' },
  };

  it('on a message quotes it', () => {
    expect(parse(onMessage, reading)).toMatchObject({
      action: 'issue.raise',
      clickedIn: 'shortcut',
      place: 'slack:T1/C0HELP',
      target: {
        message: 'slack:T1/C0HELP/1.0',
        thread: 'slack:T1/C0HELP/0.5',
        author: 'slack:T1/U0DANA',
        isFromBot: false,
        text: 'the printer <3 is on fire',
      },
    });
  });

  it('on a bot’s message says so', () => {
    const message = { type: 'message', subtype: 'bot_message', bot_id: 'B9', ts: '1.0', text: 'disk full' };
    expect(parse({ ...onMessage, message }, reading)).toMatchObject({
      target: { isFromBot: true, author: 'slack:T1/B9' },
    });
  });

  it('for a new issue needs no message', () => {
    const anywhere = { type: 'shortcut', ...by, callback_id: 'new_issue', action_ts: '1.0' };
    expect(parse(anywhere, reading)).toMatchObject({
      action: 'issue.new',
      place: 'slack:T1/D0BEN',
      trigger: by.trigger_id,
    });
  });

  it.each(['something', 'new_issue'])('of another kind or name is left alone (%s)', (id) => {
    expect(parse({ ...onMessage, callback_id: id }, reading)).toBeUndefined();
  });
});

describe('a command', () => {
  const command: Payload = {
    token: 'verification',
    team_id: 'T1',
    team_domain: 'example',
    channel_id: 'C0HELP',
    channel_name: 'help-it',
    user_id: 'U0DANA',
    user_name: 'dana',
    command: '/desk',
    text: '  find &lt;vpn&gt; <@U0BEN|ben> ',
    api_app_id: 'A0DESK',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    trigger_id: '1.2.x',
  };

  it('is read as plain text, with the way to answer privately', () => {
    expect(parse(command, reading)).toMatchObject({
      kind: 'command',
      id: 'slack:1.2.x',
      text: 'find <vpn> @ben',
      place: 'slack:T1/C0HELP',
      answerTo: 'https://hooks.slack.com/commands/T1/1/x',
      trigger: '1.2.x',
    });
  });

  it('of another app is left alone', () => {
    expect(parse({ ...command, command: '/other' }, reading)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { Happenings } from '../../../../playground/page/happenings.ts';
import { deedOfActivity } from '../../../../playground/page/teams/deed.ts';
import { broughtByTeams, calledInTeams } from '../../../../playground/page/teams/told-by-teams.ts';
import type { JsonObject } from '../../../../playground/slack/json.ts';
import { Delivery } from '../../../../playground/teams/delivery/delivery.ts';

const at = new Date('2026-03-02T09:00:00Z');
const chat = { conversationType: 'personal', tenantId: 'T1', id: 'a:1' };
const thread = { conversationType: 'channel', tenantId: 'T1', id: '19:c@thread.tacv2;messageid=5' };
const from = { id: '29:1dana' };
const invoke = (name: string, value: JsonObject) => ({
  type: 'invoke',
  id: 'f:1',
  name,
  value,
  conversation: chat,
  from,
});

describe('what an activity tells', () => {
  it.each([
    [{ type: 'message', id: '7', text: 'hi', conversation: chat, from }, 'wrote to the desk'],
    [{ type: 'message', id: '7', text: 'hi', conversation: thread, replyToId: '5', from }, 'wrote in a thread'],
    [{ type: 'message', id: '7', text: 'hi', conversation: thread, from }, 'wrote in a channel'],
    [{ type: 'message', id: '7', conversation: chat, attachments: [{ contentType: 'image/*' }] }, 'sent a file'],
    [{ type: 'messageReaction', id: '7', conversation: chat, reactionsAdded: [{ type: '1f3ab_ticket' }] }, ':ticket:'],
    [invoke('adaptiveCard/action', { action: { title: 'Claim' } }), 'clicked “Claim”'],
    [invoke('task/submit', {}), 'sent a form'],
    [invoke('composeExtension/fetchTask', { commandContext: 'message' }), 'used “Raise as issue”'],
    [invoke('composeExtension/query', {}), 'searched issues'],
  ])('is said in plain words: %#', (activity, words) => {
    expect(deedOfActivity(activity)?.deed).toContain(words);
  });

  it('goes under the id by which the desk handles it; words may be a command', () => {
    const written = { type: 'message', id: '7', text: 'help', conversation: chat, from };
    expect(deedOfActivity(written)?.ids).toEqual(['teams:t1/a:1/7:new', 'teams:t1/a:1/7']);
    const edited = { ...written, type: 'messageUpdate', timestamp: '2026' };
    expect(deedOfActivity(edited)?.ids).toEqual(['teams:t1/a:1/7:edited:2026']);
    expect(deedOfActivity(invoke('task/fetch', {}))?.ids).toEqual(['teams:t1/a:1/f:1:task/fetch']);
  });

  it('is nothing where there is no id', () => {
    expect(deedOfActivity({ type: 'typing', conversation: chat })).toBeUndefined();
  });
});

describe('what happened in Teams', () => {
  it('is one entry with its platform, whichever of its ids the desk took', () => {
    const happenings = new Happenings(() => {});
    const delivery = new Delivery(1, { type: 'message', id: '7', text: 'help', conversation: chat, from });
    delivery.record({ at, status: 200, ms: 3.14, body: '' });
    const brought = broughtByTeams(delivery, at.getTime());
    if (brought) happenings.delivered(brought);
    const event = 'teams:t1/a:1/7';
    const call = { number: 2, operation: 'sendToConversation', path: '', body: {}, at, ms: 1, answer: {}, event };
    happenings.called(calledInTeams({ ...call, status: 201 }));
    happenings.handled({ event, kind: 'command', flow: 'help', at, ms: 2, outcome: 'done', tickets: [] });
    expect(happenings.all).toMatchObject([
      {
        ...{ id: event, platform: 'teams', who: '29:1dana', deed: 'wrote to the desk', taken: '200 in 3.1 ms' },
        calls: [{ platform: 'teams', method: 'sendToConversation', status: '201', isFine: true }],
      },
    ]);
  });

  it('shows what the connector refused', () => {
    const call = { number: 2, operation: 'sendToConversation', path: '', body: {}, at, ms: 1 };
    const answer = { error: { code: 'Throttled' } };
    expect(calledInTeams({ ...call, status: 429, answer })).toMatchObject({ status: 'Throttled', isFine: false });
    expect(calledInTeams({ ...call, status: 'reset', answer: {} })).toMatchObject({ status: 'reset', isFine: false });
  });
});

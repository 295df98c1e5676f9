import { describe, expect, it } from '@jest/globals';
import { Happenings } from '../../../playground/page/happenings.ts';
import { broughtBySlack, calledInSlack } from '../../../playground/page/told-by-slack.ts';
import type { Happening } from '../../../playground/page/wire.ts';
import { Delivery } from '../../../playground/slack/delivery/delivery.ts';
import type { Call } from '../../../playground/slack/model.ts';

const at = new Date('2026-03-02T09:00:00Z');

function aRecord() {
  const told: Happening[] = [];
  return { told, happenings: new Happenings((happening) => told.push(happening)) };
}

function aClick(label: string, { status = 200 } = {}): Delivery {
  const payload = {
    type: 'block_actions',
    trigger_id: 't1',
    user: { id: 'U0BEN' },
    actions: [{ type: 'button', text: { type: 'plain_text', text: label } }],
  };
  const delivery = new Delivery({ number: 1, kind: 'interaction', name: 'block_actions', payload });
  delivery.record({ via: 'http', at, retryNum: 0, status, ms: 12.34, body: '', noRetry: false });
  return delivery;
}

function anEvent(event: Record<string, string>): Delivery {
  const payload = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event };
  const delivery = new Delivery({ number: 2, kind: 'event', name: event.type ?? '', payload });
  delivery.record({ via: 'http', at, retryNum: 0, status: 200, ms: 3, body: '', noRetry: false });
  return delivery;
}

function aCall(change: Partial<Call> = {}): Call {
  return { number: 1, method: 'chat.update', args: {}, at, ms: 1.26, status: 200, answer: { ok: true }, ...change };
}

function brings(happenings: Happenings, delivery: Delivery): void {
  const brought = broughtBySlack(delivery, at.getTime());
  if (brought) happenings.delivered(brought);
}

const handled = {
  event: 'slack:t1',
  kind: 'action',
  flow: 'ticket.claim',
  at,
  ms: 7.5,
  outcome: 'done' as const,
  tickets: ['INC-1'],
};

describe('what happened', () => {
  it('is one entry, in whatever order delivery, calls and journal tell of it', () => {
    const steps = [
      (record: Happenings) => brings(record, aClick('Claim')),
      (record: Happenings) => record.called(calledInSlack(aCall({ event: 'slack:t1' }))),
      (record: Happenings) => record.handled(handled),
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ];
    for (const order of orders) {
      const { happenings } = aRecord();
      for (const step of order) steps[step]?.(happenings);
      expect(happenings.all).toEqual([
        {
          id: 'slack:t1',
          at: at.getTime(),
          platform: 'slack',
          who: 'U0BEN',
          deed: 'clicked “Claim”',
          kind: 'action',
          flow: 'ticket.claim',
          ms: 7.5,
          outcome: 'done',
          tickets: ['INC-1'],
          taken: '200 in 12.3 ms',
          calls: [{ platform: 'slack', number: 1, method: 'chat.update', ms: 1.3, status: '200', isFine: true }],
        },
      ]);
    }
  });

  it('knows a new message by itself, so that its mention and its message are one', () => {
    const { happenings } = aRecord();
    const message = { user: 'U0DANA', channel: 'C1', ts: '1.000002', text: 'help' };
    happenings.handled({ ...handled, event: 'slack:T1/C1/1.000002:new', kind: 'message', flow: 'hearMessage' });
    brings(happenings, anEvent({ ...message, type: 'message' }));
    brings(happenings, anEvent({ ...message, type: 'app_mention' }));
    expect(happenings.all).toMatchObject([{ who: 'U0DANA', deed: 'mentioned the desk' }]);
  });

  it('leaves out what the desk had nothing to do with', () => {
    const { happenings, told } = aRecord();
    brings(happenings, anEvent({ type: 'message', user: 'U0DESKHAND', channel: 'C1', ts: '1.000003' }));
    expect(told).toEqual([]);
  });

  it('tells of a delivery that the desk did not take', () => {
    const { happenings } = aRecord();
    brings(happenings, aClick('Claim', { status: 500 }));
    expect(happenings.all).toMatchObject([{ deed: 'clicked “Claim”', taken: '500 in 12.3 ms' }]);
  });

  it('shows what Slack refused', () => {
    const { happenings } = aRecord();
    happenings.called(calledInSlack(aCall({ event: 'e', answer: { ok: false, error: 'channel_not_found' } })));
    happenings.called(calledInSlack(aCall({ event: 'e', status: 429, answer: {} })));
    expect(happenings.all[0]?.calls).toMatchObject([
      { status: 'channel_not_found', isFine: false },
      { status: '429', isFine: false },
    ]);
  });

  it('gathers calls that no event caused while they come together', () => {
    const { happenings } = aRecord();
    const later = new Date(at.getTime() + 60_000);
    for (const instant of [at, at, later]) happenings.called(calledInSlack(aCall({ at: instant })));
    expect(happenings.all.map(({ calls }) => calls.length)).toEqual([2, 1]);
  });

  it('forgets the oldest', () => {
    const { happenings } = aRecord();
    for (let count = 0; count < 300; count += 1) happenings.handled({ ...handled, event: `e${count}` });
    expect(happenings.all).toHaveLength(200);
    expect(happenings.all.at(-1)?.id).toBe('e299');
  });
});

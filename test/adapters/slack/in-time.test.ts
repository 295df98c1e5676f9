import { afterEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

const card: Card = {
  title: 'INC-42 VPN is down',
  blocks: [],
  buttons: [{ label: 'Claim', action: 'ticket.claim', value: 'INC-42' }],
};
const say = (text: string): Card => ({ blocks: [{ kind: 'text', text }], mark: { id: text } });

let desk: ConnectedDesk;
afterEach(async () => {
  await desk.stop();
});

/** A door that a test opens. */
function aGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function theCard() {
  await desk.adapter.post(`slack:${desk.slack.teamId}/C0ITTRIAGE`, card);
  const [message] = desk.slack.messages('it-triage');
  if (!message) throw new Error('the card is missing');
  return message;
}

describe('a click', () => {
  it('is answered when it was handled', async () => {
    desk = await aConnectedDesk();
    const message = await theCard();

    const delivery = await desk.slack.clicks('ben', message, 'Claim');

    expect(delivery.status).toBe(200);
    expect(delivery.ms).toBeLessThan(2500);
  });

  it('is answered before Slack loses patience, however long the handler takes', async () => {
    desk = await aConnectedDesk();
    const message = await theCard();
    const gate = aGate();
    desk.tell(() => gate.opened);

    const delivery = await desk.slack.clicks('ben', message, 'Claim');
    gate.open();

    expect(delivery.attempts).toHaveLength(1);
    expect(delivery.status).toBe(200);
    expect(delivery.ms).toBeGreaterThan(2000);
  });

  it('that the desk could not take is shown to the person as failed', async () => {
    desk = await aConnectedDesk();
    const message = await theCard();
    desk.tell(async () => {
      throw new Error('the store is away');
    });

    expect((await desk.slack.clicks('ben', message, 'Claim')).status).toBe(500);
  });
});

describe('stopping', () => {
  it('waits for events in hand and for what they still have to say', async () => {
    desk = await aConnectedDesk();
    const gate = aGate();
    const started = aGate();
    desk.tell(async (turn) => {
      started.open();
      await gate.opened;
      await turn.reply(say('done'));
    });
    const said = desk.slack.says('dana', 'help-it', 'my VPN is down');
    await started.opened;

    const stopped = desk.adapter.stop();
    gate.open();
    await stopped;
    const { message, deliveries } = await said;

    expect(deliveries[0]?.attempts[0]?.status).toBe(200);
    expect(desk.slack.messages('help-it', { threadTs: message.ts })).toHaveLength(2);
  });

  it('takes nothing new: Slack is told to come again', async () => {
    desk = await aConnectedDesk();
    await desk.adapter.stop();

    const { deliveries } = await desk.slack.says('dana', 'help-it', 'my VPN is down');

    expect(deliveries[0]?.attempts[0]?.status).toBe(503);
    expect(desk.events).toEqual([]);
  });

  it('does not wait for ever: what could not be said fails, and may be said later', async () => {
    desk = await aConnectedDesk({
      adapter: {
        messagesPerSecond: 0.01,
        retry: { firstMs: 5, longestMs: 40, withinMs: 10_000, timeoutMs: 3000, stopMs: 50 },
      },
    });
    const place = `slack:${desk.slack.teamId}/C0HELPIT`;
    const posts = Array.from({ length: 7 }, (_, at) => desk.adapter.post(place, say(`message ${at}`)));
    const settled = Promise.allSettled(posts);
    await posts[4];

    await desk.adapter.stop();

    const failed = (await settled).filter((each) => each.status === 'rejected').map(({ reason }) => reason);
    expect(failed).toHaveLength(2);
    expect(failed[0]).toMatchObject({ platformCode: 'stopping', isPermanent: false, mayHaveArrived: false });
  });

  it('ends a start that still asks for Slack', async () => {
    desk = await aConnectedDesk();
    const other = await aConnectedDesk({ doors: { signingSecret: 's' }, isStarted: false });
    other.slack.faults.set({ method: 'auth.test', kind: '500' });
    const started = other.adapter.start(async () => {});
    const outcome = expect(started).rejects.toMatchObject({ platformCode: expect.any(String) });

    await other.stop();

    await outcome;
  });
});

describe('Slack’s pace', () => {
  it('is kept: a burst in one channel arrives whole and in order, with few refusals', async () => {
    desk = await aConnectedDesk({ slack: { pace: 'slack' }, adapter: { messagesPerSecond: 1 } });
    const place = `slack:${desk.slack.teamId}/C0HELPIT`;
    const wanted = Array.from({ length: 8 }, (_, at) => `message ${at}`);

    await Promise.all(wanted.map((text) => desk.adapter.post(place, say(text))));

    expect(desk.slack.messages('help-it').map(({ text }) => text)).toEqual(wanted);
    expect(desk.calls.filter(({ status }) => status === 429).length).toBeLessThan(wanted.length / 2);
  });

  it('of one channel holds up no other', async () => {
    desk = await aConnectedDesk({ slack: { pace: 'slack' }, adapter: { messagesPerSecond: 1 } });
    const posted = (channel: string, count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, at) =>
          desk.adapter.post(`slack:${desk.slack.teamId}/${channel}`, say(`${channel} ${at}`)),
        ),
      );
    const busy = posted('C0HELPIT', 8);
    let isBusyDone = false;
    void busy.then(() => {
      isBusyDone = true;
    });

    await posted('C0GENERAL', 3);

    expect(isBusyDone).toBe(false);
    await busy;
  });
});

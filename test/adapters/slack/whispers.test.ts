import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

const card: Card = {
  title: 'INC-42 VPN is down',
  blocks: [],
  buttons: [{ label: 'Claim', action: 'ticket.claim', value: 'INC-42' }],
};
const quiet: Card = { blocks: [{ kind: 'text', text: 'Ben claimed INC-42 a moment ago.' }] };

let desk: ConnectedDesk;
let triage: string;
beforeEach(async () => {
  desk = await aConnectedDesk();
  triage = `slack:${desk.slack.teamId}/C0ITTRIAGE`;
});
afterEach(async () => {
  await desk.stop();
});

async function theCard(place = triage) {
  const ref = await desk.adapter.post(place, card);
  const message = desk.slack.message('it-triage', ref.split('/').at(-1) ?? '');
  if (!message) throw new Error('the card is missing');
  return message;
}
const whispersTo = (person: string) =>
  desk.slack.ephemerals(person).map(({ text, thread_ts }) => ({ text, thread_ts }));
const methods = () => desk.calls.map(({ method }) => method);

describe('a whisper', () => {
  it('after a click saves a call, and is for that person only', async () => {
    const message = await theCard();
    desk.tell((turn) => turn.whisper(quiet));

    await desk.slack.clicks('ben', message, 'Claim');
    await desk.slack.until((slack) => slack.ephemerals('ben').length === 1);

    expect(methods()).toEqual(['auth.test', 'chat.postMessage', 'response_url']);
    expect(desk.slack.messages('it-triage')).toHaveLength(1);
    expect(desk.slack.ephemerals('cem')).toEqual([]);
  });

  it('stands in the thread where the click was', async () => {
    const root = await theCard();
    const inThread = await theCard(`${triage}/${root.ts}`);
    desk.tell((turn) => turn.whisper(quiet));

    await desk.slack.clicks('ben', inThread, 'Claim');

    await desk.slack.until((slack) => slack.ephemerals('ben').length === 1);
    expect(whispersTo('ben')).toEqual([{ text: 'Ben claimed INC-42 a moment ago.', thread_ts: root.ts }]);
  });

  it('goes another way when the address of the click is used up', async () => {
    const message = await theCard();
    desk.tell(async (turn) => {
      for (let at = 0; at < 7; at += 1) await turn.whisper(quiet);
    });

    await desk.slack.clicks('ben', message, 'Claim');

    await desk.slack.until((slack) => slack.ephemerals('ben').length === 7);
    expect(methods().filter((method) => method === 'chat.postEphemeral')).toHaveLength(2);
  });

  it('under a message stands in its thread', async () => {
    const root = await theCard();
    desk.tell((turn) => turn.whisper(quiet));

    await desk.slack.says('ben', 'it-triage', 'looking', { threadTs: root.ts });

    expect(whispersTo('ben')).toEqual([{ text: 'Ben claimed INC-42 a moment ago.', thread_ts: root.ts }]);
  });

  it('is a message of the thread where only the two can see it', async () => {
    desk.tell((turn) => turn.whisper(quiet));

    const { message } = await desk.slack.says('dana', desk.slack.dmOf('dana'), 'hello');

    expect(desk.slack.messages(desk.slack.dmOf('dana'), { threadTs: message.ts })).toHaveLength(2);
  });

  it('becomes a direct message for somebody who is not in the channel', async () => {
    const event: ChatEvent = {
      kind: 'reaction',
      id: 'slack:Ev9',
      person: `slack:${desk.slack.teamId}/U0DANA`,
      place: triage,
      at: new Date(),
      emoji: 'ticket',
      message: `${triage}/1.0`,
    };

    await desk.adapter.turn(event).whisper(quiet);

    expect(desk.slack.messages(desk.slack.dmOf('dana'))).toMatchObject([{ text: 'Ben claimed INC-42 a moment ago.' }]);
  });

  it('answers a command where only its author sees it', async () => {
    desk.tell((turn) => turn.whisper(quiet));

    await desk.slack.slash('dana', 'help-it', '/desk', 'mine');

    await desk.slack.until((slack) => slack.ephemerals('dana').length === 1);
    expect(desk.slack.messages('help-it')).toEqual([]);
  });

  it('never throws, whatever Slack says', async () => {
    const message = await theCard();
    desk.slack.faults.set({ method: /.*/, kind: 'token_revoked' });
    const outcomes: string[] = [];
    desk.tell(async (turn) => {
      await turn.whisper(quiet);
      outcomes.push('done');
    });

    await desk.slack.clicks('ben', message, 'Claim');

    expect(outcomes).toEqual(['done']);
  });

  it('is drawn anew when its own button is clicked', async () => {
    const root = await theCard();
    desk.tell((turn) => turn.whisper({ ...quiet, buttons: [{ label: 'Send', action: 'ticket.send', value: 'x' }] }));
    await desk.slack.says('ben', 'it-triage', 'looking', { threadTs: root.ts });
    const [whisper] = desk.slack.ephemerals('ben');
    if (!whisper) throw new Error('the whisper is missing');
    desk.tell((turn) => turn.replace({ blocks: [{ kind: 'text', text: 'Sent.' }] }));

    await desk.slack.clicks('ben', whisper, 'Send');

    await desk.slack.until((slack) => slack.ephemerals('ben').some(({ text }) => text === 'Sent.'));
    expect(desk.slack.ephemerals('ben')).toHaveLength(1);
  });
});

describe('the home page', () => {
  it('is drawn for who opened it, and its buttons are clicks there', async () => {
    desk.tell((turn) => turn.showHome(card));

    await desk.slack.opensHome('dana');
    const home = desk.slack.home('dana');
    if (!home) throw new Error('the home page is missing');
    desk.tell(async (turn) => void (await turn.reply({ blocks: [{ kind: 'text', text: 'On its way.' }] })));
    await desk.slack.clicks('dana', home, 'Claim');

    expect(desk.heard('action')).toMatchObject([
      { clickedIn: 'home', place: `slack:${desk.slack.teamId}/${desk.slack.dmOf('dana')}` },
    ]);
    expect(desk.slack.messages(desk.slack.dmOf('dana'))).toMatchObject([{ text: 'On its way.' }]);
  });
});

import { expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { ActionEvent, ChatEvent, MessageEvent } from '../../../src/chat/event.ts';
import { cardSaying } from './speaking.ts';
import type { Brought, Subject } from './subject.ts';

const withButton: Card = {
  title: 'INC-42 VPN is down',
  blocks: [],
  buttons: [{ label: 'Claim', action: 'ticket.claim', value: 'INC-42' }],
  mark: { id: 'card-1', ticket: 'INC-42', card: 'agent' },
};

/** What people do, and how it is answered. */
export function hearing(subject: () => Subject): void {
  const ok = [200];

  it('hears what a person typed, as plain text, who it was and where', async () => {
    const words = '1 < 2 & 3 > 2, <at>Ben Agent</at> &lt; "so it is"';
    await subject().says('dana', 'direct', words);

    expect(subject().events).toMatchObject([
      {
        kind: 'message',
        change: 'new',
        setting: 'direct',
        person: subject().person('dana'),
        place: subject().place('direct', 'dana'),
        isReply: false,
        text: words,
      },
    ]);
  });

  it('hears when it is called in a channel, and does not take its own name for words', async () => {
    await subject().says('dana', 'help-it', 'my VPN is down');

    // Slack brings a mention twice, as a message and as a mention: it is one message all the same.
    const heard = subject().events.filter((event) => event.kind === 'message');
    expect(new Set(heard.map(({ message }) => message)).size).toBe(1);
    for (const event of heard)
      expect(event).toMatchObject({ setting: 'channel', mentionsDesk: true, text: 'my VPN is down' });
  });

  it('gives each delivery an id of its own, and a repeated one the same', async () => {
    const first = await subject().says('dana', 'direct', 'my VPN is down');
    await subject().says('dana', 'direct', 'my VPN is down');
    await first.again();
    const [one, other, again] = subject().events.map(({ id }) => id);

    expect(other).not.toBe(one);
    expect(again).toBe(one);
    expect(subject().events).toHaveLength(3);
  });

  it('answers the platform only after the desk has taken what it brought', async () => {
    const whileTaking = new Promise<Brought['statuses']>((tell) => {
      subject().tell(async () => {
        for (let times = 0; times < 5; times += 1) await subject().roundTrip();
        tell(subject().latest().statuses);
      });
    });

    const afterwards = await subject().says('dana', 'direct', 'my VPN is down');

    expect(await whileTaking).toEqual([]);
    expect(afterwards.statuses).toEqual(ok);
  });

  it('tells the platform to bring again what the desk could not take, and it is the same', async () => {
    let isAway = true;
    subject().tell(async () => {
      if (!isAway) return;
      isAway = false;
      throw new Error('the store is away');
    });

    const brought = await subject().says('dana', 'direct', 'my VPN is down');
    expect(brought.statuses[0]).toBeGreaterThanOrEqual(500);
    await subject().until(() => subject().latest().statuses.length === 2);

    expect(subject().latest().statuses[1]).toBe(200);
    expect(new Set(subject().events.map(({ id }) => id)).size).toBe(1);
  });

  it('answers in the thread where it was said', async () => {
    subject().tell(async (turn) => void (await turn.reply(cardSaying('We have it'))));

    await subject().says('dana', 'help-it', 'my VPN is down');

    const root = messageIn(subject().events);
    expect(subject().sees('ben', 'help-it').at(-1)).toMatchObject({ text: 'We have it', under: root.message });
  });

  it('draws the clicked card anew, for everybody', async () => {
    const ref = await subject().adapter.post(subject().place('help-it'), withButton);
    subject().tell((turn) => turn.replace(cardSaying('Ben has it')));

    const { statuses } = await subject().clicks('ben', ref, 'Claim');

    expect(statuses).toEqual(ok);
    expect(subject().events).toMatchObject([
      { kind: 'action', action: 'ticket.claim', value: 'INC-42', card: ref, person: subject().person('ben') },
    ]);
    await subject().until(() => textOf(subject(), ref).includes('Ben has it'));
  });

  it('gives each click an id of its own', async () => {
    const ref = await subject().adapter.post(subject().place('help-it'), withButton);
    for (const name of ['ben', 'ben', 'dana'] as const) await subject().clicks(name, ref, 'Claim');

    expect(new Set(actionsIn(subject().events).map(({ id }) => id)).size).toBe(3);
  });

  it('whispers to the one who clicked, and to nobody else', async () => {
    const ref = await subject().adapter.post(subject().place('help-it'), withButton);
    subject().tell((turn) => turn.whisper(cardSaying('Cem was first')));
    const everything = (name: 'dana' | 'ben') =>
      (['direct', 'help-it'] as const).flatMap((where) =>
        subject()
          .sees(name, where)
          .map(({ text }) => text),
      );

    await subject().clicks('ben', ref, 'Claim');
    await subject().until(() => everything('ben').some((text) => text.includes('Cem was first')));

    expect(everything('dana').join()).not.toContain('Cem was first');
  });

  it('answers an event that was stored, as after a crash', async () => {
    await subject().says('dana', 'help-it', 'my VPN is down');
    const event = messageIn(subject().events);
    const stored: MessageEvent = { ...JSON.parse(JSON.stringify(event)), at: event.at };

    await subject().adapter.turn(stored).reply(cardSaying('We have it'));

    expect(subject().sees('dana', 'help-it').at(-1)).toMatchObject({ text: 'We have it', under: event.message });
  });

  it('fetches the file that somebody sent, and none larger than it may', async () => {
    const content = Buffer.from('tunnel closed');
    await subject().says('dana', 'direct', 'see the log', [{ name: 'vpn.log', content }]);
    const [file] = messageIn(subject().events).files;
    if (!file) throw new Error('No file was heard of');

    expect(file.name).toBe('vpn.log');
    expect(Buffer.from(await subject().adapter.download(file, 1000)).equals(content)).toBe(true);
    await expect(subject().adapter.download(file, 3)).rejects.toMatchObject({
      name: 'DeliveryError',
      isPermanent: true,
    });
  });

  it('waits for what is in hand when it stops, and takes nothing after', async () => {
    const done: string[] = [];
    const inHand = new Promise<void>((began) => {
      subject().tell(async (turn) => {
        began();
        for (let times = 0; times < 3; times += 1) await subject().roundTrip();
        await turn.reply(cardSaying('the last word'));
        done.push('handled');
      });
    });
    const said = subject().says('dana', 'direct', 'my VPN is down');
    await inHand;

    await subject().adapter.stop();

    expect(done).toEqual(['handled']);
    expect((await said).statuses).toEqual(ok);
    expect(subject().sees('dana', 'direct').at(-1)?.text).toContain('the last word');
    const late = await subject().says('dana', 'direct', 'anybody there?');
    expect(late.statuses[0]).not.toBe(200);
    expect(subject().events).toHaveLength(1);
  });
}

function messageIn(events: readonly ChatEvent[]): MessageEvent {
  const found = events.find((event) => event.kind === 'message');
  if (!found) throw new Error(`Only ${events.map(({ kind }) => kind).join(', ')} was heard`);
  return found;
}

const actionsIn = (events: readonly ChatEvent[]): readonly ActionEvent[] =>
  events.filter((event) => event.kind === 'action');

const textOf = (subject: Subject, ref: string): string =>
  subject.sees('dana', 'help-it').find((each) => each.ref === ref)?.text ?? '';

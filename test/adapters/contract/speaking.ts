import { expect, it } from '@jest/globals';
import type { Card } from '../../../src/chat/card.ts';
import type { Text } from '../../../src/chat/text.ts';
import type { Subject } from './subject.ts';

export const cardSaying = (text: Text, id = String(text)): Card => ({ blocks: [{ kind: 'text', text }], mark: { id } });

/** What the desk says by itself: to where, once, and as data. */
export function speaking(subject: () => Subject): void {
  const help = () => subject().place('help-it');
  const textsFor = (name: 'dana' | 'ben') =>
    subject()
      .sees(name, 'help-it')
      .map(({ text }) => text);

  it('posts for everybody who is there, and tells which message it became', async () => {
    const ref = await subject().adapter.post(help(), cardSaying('INC-42 is new'));

    for (const name of ['dana', 'ben'] as const) {
      const mine = subject()
        .sees(name, 'help-it')
        .filter(({ text }) => text.includes('INC-42 is new'));
      expect(mine.map((each) => each.ref)).toEqual([ref]);
    }
    expect(subject().adapter.conversationOf(ref)).toBe(help());
  });

  it('posts into the thread of a message', async () => {
    const { adapter } = subject();
    const root = await adapter.post(help(), cardSaying('root'));

    const reply = await adapter.post(adapter.threadOf(root), cardSaying('reply'));

    expect(subject().sees('dana', 'help-it')).toContainEqual(expect.objectContaining({ ref: reply, under: root }));
  });

  it('keeps the order of what it is given for one place', async () => {
    const words = ['first', 'second', 'third'];

    await Promise.all(words.map((each) => subject().adapter.post(help(), cardSaying(each))));

    expect(textsFor('dana').filter((text) => words.includes(text.trim()))).toEqual(words);
  });

  it('does not say again what has arrived', async () => {
    const { adapter } = subject();
    const ref = await adapter.post(help(), cardSaying('once', 'mark-1'));

    expect(await adapter.post(help(), cardSaying('once', 'mark-1'), { mayHaveArrived: true })).toBe(ref);
    expect(textsFor('dana').filter((text) => text.includes('once'))).toHaveLength(1);
  });

  it('draws a message anew in its place', async () => {
    const { adapter } = subject();
    const ref = await adapter.post(help(), cardSaying('before'));

    await adapter.update(ref, cardSaying('after'));

    expect(
      subject()
        .sees('dana', 'help-it')
        .filter((each) => each.ref === ref),
    ).toMatchObject([{ text: 'after' }]);
    expect(textsFor('dana').join()).not.toContain('before');
  });

  it('says that a message which somebody has deleted is gone', async () => {
    const { adapter } = subject();
    const ref = await adapter.post(help(), cardSaying('short-lived'));
    await subject().removes(ref);
    expect(textsFor('dana').join()).not.toContain('short-lived');

    await expect(adapter.update(ref, cardSaying('after'))).rejects.toMatchObject({
      name: 'DeliveryError',
      isGone: true,
      isPermanent: true,
    });
  });

  it('says that a place which is not there will not come', async () => {
    await expect(subject().adapter.post(subject().nowhere, cardSaying('hello'))).rejects.toMatchObject({
      name: 'DeliveryError',
      isPermanent: true,
      isGone: false,
    });
  });

  it('takes text for data: what looks like a call calls nobody', async () => {
    const { adapter } = subject();
    const evil = ['<!channel>', '<@U0DANA>', '<at>Dana Employee</at>', '@everyone', '*x* [y](http://z) & <b>'];
    for (const words of evil) {
      const ref = await adapter.post(help(), {
        title: words,
        blocks: [{ kind: 'text', text: words }],
        mark: { id: words },
      });
      const found = subject()
        .sees('dana', 'help-it')
        .find((each) => each.ref === ref);

      expect(found?.pings).toEqual([]);
      expect(found?.text).toContain(words);
    }
  });

  it('calls whom a card mentions', async () => {
    const dana = subject().person('dana');
    const ref = await subject().adapter.post(
      help(),
      cardSaying([{ kind: 'mention', refs: [dana], name: 'Dana' }], 'm'),
    );

    expect(
      subject()
        .sees('ben', 'help-it')
        .find((each) => each.ref === ref)?.pings,
    ).toEqual(['dana']);
  });

  it('puts a file where it is told', async () => {
    const content = Buffer.from('a log');
    await subject().adapter.upload(help(), { name: 'vpn.log', mimeType: 'text/plain', content }, 'file-1');

    expect(JSON.stringify(subject().sees('dana', 'help-it'))).toContain('vpn.log');
  });
}

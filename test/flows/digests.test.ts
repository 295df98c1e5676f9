import { describe, expect, it } from '@jest/globals';
import type { ActionId } from '../../src/chat/actions.ts';
import type { Button, Card } from '../../src/chat/card.ts';
import type { ActionEvent } from '../../src/chat/event.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { days, FakeClock, minutes } from '../kit/fake-clock.ts';
import { eve, hana, mia, type Somebody } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { aDigest } from '../reports/a-digest.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

const due = new Date('2026-03-03T07:30:00Z');
const dueAt = new Date(due.getTime() - minutes(60));
const late = { next: { target: 'resolve', dueAt } } as const;
const quiet = { owing: false, openedAt: new Date(due.getTime() - days(1)), openedDay: '2026-03-02' };

const tickets: readonly Ticket[] = [
  aTicket({ key: 'INC-1', title: 'VPN is down', sla: late, ...quiet }),
  aConfidentialTicket({ key: 'INC-66', sla: late, ...quiet }),
  ...Array.from({ length: 12 }, (_, at) => aTicket({ key: `INC-${at + 100}`, team: 'network', ...quiet })),
];

/** A desk that has just sent its digests. */
async function aDigestDesk(): Promise<TestDesk> {
  const digests = [aDigest(), aDigest({ id: 'hr', to: 'hr' })];
  const desk = await aDesk({ clock: new FakeClock(due), config: { digests } });
  for (const ticket of tickets) await desk.desk.ticketStore.insert(ticket);
  await desk.digestSender.sweep();
  await desk.digestSender.idle();
  return desk;
}

const cardOf = (desk: TestDesk, { ref }: Somebody): Card => desk.chat.shownIn(directOf(ref))[0] ?? { blocks: [] };
const button = (card: Card, label: string): Button | undefined =>
  [...(card.buttons ?? []), ...(card.more ?? [])].find((one) => one.label === label);

const nextClick = (() => {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
})();
/** A button of a digest, or of a list that it opened. */
async function presses(
  desk: TestDesk,
  by: Somebody,
  pressed: { action: ActionId; value: string } | undefined,
  on: ActionEvent['clickedIn'] = 'message',
) {
  if (!pressed) throw new Error('there is no such button');
  const message = desk.chat.messages.find(({ place }) => place === directOf(by.ref));
  const turn = await desk.deliver({
    id: `digest-click-${nextClick()}`,
    kind: 'action',
    person: by.ref,
    place: directOf(by.ref),
    at: desk.clock.now(),
    action: pressed.action,
    value: pressed.value,
    clickedIn: on,
    ...(message ? { card: message.ref } : {}),
  });
  const [answer] = turn.said;
  if (!answer || !('card' in answer)) throw new Error(`the desk said nothing to ${pressed.action}`);
  return answer;
}

describe('opening the list behind a digest', () => {
  it('shows first what is most pressing, to the reader alone, without what they may not see', async () => {
    const desk = await aDigestDesk();

    const { how, card } = await presses(desk, mia, button(cardOf(desk, mia), 'Open list'));

    expect(how).toBe('whisper');
    expect(card.title).toBe('Digest: overdue now');
    expect(saidBy(card)).toContain('INC-1 VPN is down');
    expect(saidBy(card)).toContain('1 confidential ticket is counted and not listed.');
    expect(saidBy(card)).not.toContain('INC-66');
    expect(labelsOf(card.more)).toEqual(['Due today', 'Stuck', 'Open now', 'Opened', 'Resolved']);
  });

  it('goes to the other figures and through their pages in the same place', async () => {
    const desk = await aDigestDesk();
    const first = await presses(desk, mia, button(cardOf(desk, mia), 'Open list'));

    const open = await presses(desk, mia, button(first.card, 'Open now'), 'whisper');
    const next = await presses(desk, mia, button(open.card, 'Next'), 'whisper');

    expect(open).toMatchObject({ how: 'replace', card: { title: 'Digest: open now' } });
    expect(saidBy(open.card)).toContain('1 to 10 of 13');
    expect(next.how).toBe('replace');
    expect(saidBy(next.card)).toContain('11 to 13 of 13');
    expect(labelsOf(next.card.buttons)).toEqual(['Previous']);
  });

  it('shows confidential tickets to who works on them', async () => {
    const desk = await aDigestDesk();

    const { card } = await presses(desk, hana, button(cardOf(desk, hana), 'Open list'));

    expect(saidBy(card)).toContain('INC-66');
    expect(saidBy(card)).not.toContain('INC-1 ');
  });

  it('gives nothing away to somebody who presses a button that is not theirs', async () => {
    const desk = await aDigestDesk();

    const { card } = await presses(desk, eve, button(cardOf(desk, mia), 'Open list'));

    expect(saidBy(card)).not.toMatch(/INC-\d/);
  });

  it('says so when desk.yaml has the digest no more, or the button is none of the desk’s', async () => {
    const desk = await aDigestDesk();
    const pressed = button(cardOf(desk, mia), 'Open list');
    desk.reconfigure({ digests: [] });

    expect(saidBy((await presses(desk, mia, pressed)).card)).toContain('no longer sends this digest');
    for (const value of ['', 'morning', 'morning x first 0', 'morning 2026-99-99T99:99 open 0'])
      expect((await presses(desk, mia, { action: 'digest.list', value })).how).toBe('whisper');
  });
});

describe('muting a digest', () => {
  it('keeps the card as it was, says until when, and offers the way back', async () => {
    const desk = await aDigestDesk();
    const before = cardOf(desk, mia);

    const { how, card } = await presses(desk, mia, button(before, 'Mute for a week'));

    expect(how).toBe('replace');
    expect(saidBy(card)).toBe(`${saidBy(before)}\nMuted: the next one comes after 10 Mar 2026, 08:30.`);
    expect(labelsOf(card.buttons)).toEqual(['Open list', 'Unmute']);
    expect(card.mark).toEqual(before.mark);
  });

  it('sends this one for a week to nobody else’s harm, and then again', async () => {
    const desk = await aDigestDesk();
    await presses(desk, mia, button(cardOf(desk, mia), 'Mute for a week'));
    const sent = async () => {
      await desk.digestSender.sweep();
      await desk.digestSender.idle();
      const count = ({ ref }: Somebody) => desk.chat.shownIn(directOf(ref)).length;
      return [count(mia), count(hana)];
    };

    const each: number[][] = [];
    for (let day = 1; day <= 8; day += 1) {
      desk.clock.advance(days(1));
      each.push(await sent());
    }

    // Tuesday to Tuesday; nothing at the weekend.
    expect(each.map(([manager]) => manager)).toEqual([1, 1, 1, 1, 1, 1, 2, 3]);
    expect(each.map(([, team]) => team)).toEqual([2, 3, 4, 4, 4, 5, 6, 7]);
  });

  it('is undone by the same card, and what was muted is not sent after all', async () => {
    const desk = await aDigestDesk();
    const muted = await presses(desk, mia, button(cardOf(desk, mia), 'Mute for a week'));
    desk.clock.advance(days(1) + minutes(1));
    await desk.digestSender.sweep();

    const { how, card } = await presses(desk, mia, button(muted.card, 'Unmute'));
    desk.clock.advance(minutes(1));
    await desk.digestSender.sweep();

    expect(how).toBe('replace');
    expect(labelsOf(card.buttons)).toEqual(['Open list', 'Mute for a week']);
    expect(desk.chat.shownIn(directOf(mia.ref))).toHaveLength(1);
    desk.clock.advance(days(1));
    await desk.digestSender.sweep();
    await desk.digestSender.idle();
    expect(desk.chat.shownIn(directOf(mia.ref))).toHaveLength(2);
  });
});

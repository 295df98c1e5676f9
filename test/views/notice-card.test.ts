import { describe, expect, it } from '@jest/globals';
import { type Notice, notices } from '../../src/tickets/effects.ts';
import { dateSpan } from '../../src/views/dates.ts';
import { noticeCard } from '../../src/views/notice-card.ts';
import { aContext } from './a-context.ts';
import { aNotice, aTicket, aTicketThatIs, openedAt } from './a-ticket.ts';
import { labelsOf, linesOf, mentionsIn } from './shown.ts';

const at = dateSpan(openedAt, 'dateTime', aContext()).fallback;
const atTime = dateSpan(openedAt, 'time', aContext()).fallback;
const about = { target: 'resolve', percent: 75, dueAt: openedAt, since: openedAt, ticket: 'INC-7' } as const;
const naming = { kind: 'outage', title: 'VPN outage', since: openedAt } as const;
const alike = { to: 'INC-9', naming, at: openedAt, state: 'offered' } as const;

const sentences: Readonly<Record<Notice, readonly [by: string, sentence: string, buttons: readonly string[]]>> = {
  resolved: ['ben', 'Ben Ito has resolved INC-42. Does it work for you?', ["It's fixed", 'Still broken']],
  reopened: ['dana', 'Dana Lee has reopened INC-42. Ben Ito, please have another look.', []],
  cancelled: ['ben', 'Ben Ito has cancelled INC-42.', ['New issue']],
  needsYou: ['ben', 'Ben Ito needs something from you for INC-42.', []],
  assigned: ['lea', 'Lea Roy has assigned INC-42 to you.', ['Show']],
  escalatedUp: ['ben', 'Ben Ito has escalated INC-42 to level 1 and asks for your help.', ['Show']],
  requesterCancelled: ['dana', 'Dana Lee no longer needs INC-42 and has cancelled it. Ben Ito, you can stop.', []],
  watchedResolved: ['ben', 'Ben Ito has resolved INC-42, which you watch.', ['Show']],
  watchedCancelled: ['ben', 'Ben Ito has cancelled INC-42, which you watch.', ['Show']],
  reminder: ['desk', `INC-42: 75 % of the time to resolve has passed. It is due ${at}.`, ['Show', 'Explain', 'Snooze']],
  unclaimed: ['desk', `INC-42 has been waiting to be claimed since ${at}.`, ['Show']],
  stale: ['desk', `Nothing has happened on INC-42 since ${at}.`, ['Show', 'Explain', 'Snooze']],
  parked: ['desk', `INC-42 has been on hold since ${at}: waiting for the requester.`, ['Show', 'Explain']],
  awake: ['desk', 'INC-42 is no longer on hold: its time has come.', ['Show']],
  askedAgain: ['desk', 'We are still waiting for your answer on INC-42.', []],
  promiseSoon: ['desk', `You promised Dana Lee an update on INC-42 by ${at}.`, ['Show']],
  promiseMissed: ['desk', `The update on INC-42 that Dana Lee was promised by ${at} has not come.`, ['Show']],
  snoozeOver: ['desk', 'INC-42 is back from its snooze.', ['Show']],
  survey: ['desk', 'How did it go with INC-42?', []],
  surveyAgain: ['desk', 'We have not heard yet how it went with INC-42. One click is enough.', []],
  answerOffered: ['desk', 'Articles may solve INC-42.', []],
  answerSolved: ['dana', 'Dana Lee says that articles have solved INC-42. There is nothing left to do.', []],
  missingFact: ['desk', 'INC-42: what is it about?', ['VPN', 'EMAIL', 'Something else']],
  alike: [
    'desk',
    `INC-42 looks like something that we are working on already: VPN outage, since ${atTime}.`,
    ['Me too', 'Something else'],
  ],
  partOf: [
    'ben',
    `INC-42 is part of something that we are working on: VPN outage, since ${atTime}. We tell you here as soon as it is fixed.`,
    ['Something else'],
  ],
  partEnded: ['ben', 'What others have reported was cancelled. INC-42 goes on by itself.', []],
  childReopened: ['dana', 'INC-42: it is still broken for Dana Lee (INC-7).', ['Show']],
  lowScore: ['desk', 'Dana Lee rated INC-42 1 of 5.', ['Show']],
};

describe('a notice', () => {
  it.each(notices)('says what happened: %s', (notice) => {
    const [by, sentence, buttons] = sentences[notice];

    const ticket = aTicketThatIs(notice === 'parked' ? 'on_hold' : 'in_progress', { alike });
    const card = noticeCard(ticket, aNotice(notice, { by, note: 'Their words', about }), aContext());

    expect(linesOf(card)).toContain(sentence);
    expect(card.blocks).toContainEqual({ kind: 'text', style: 'quote', text: 'Their words' });
    expect(labelsOf(card.buttons)).toEqual(buttons);
    expect(card.mark).toEqual({ id: 'INC-42:3:0', ticket: 'INC-42' });
  });

  it.each(notices.flatMap((notice) => [[notice, 'en'] as const, [notice, 'de'] as const]))(
    'names the key in its first two lines: %s in %s',
    (notice, locale) => {
      const card = noticeCard(aTicketThatIs('in_progress'), aNotice(notice), aContext(locale));

      expect(linesOf(card).slice(0, 2).join('\n')).toContain('INC-42');
    },
  );

  it('calls the assignee when the requester reopens, and nobody when the assignee does it', () => {
    const ticket = aTicketThatIs('in_progress');

    expect(mentionsIn(noticeCard(ticket, aNotice('reopened', { by: 'dana' }), aContext()))).toContain('Ben Ito');
    expect(linesOf(noticeCard(ticket, aNotice('reopened', { by: 'ben' }), aContext()))).toEqual([
      'Ben Ito has reopened INC-42.',
    ]);
  });

  it('says of a target that is passed how high up it is now', () => {
    const passed = aNotice('reminder', { by: 'desk', about: { ...about, percent: 100 } });

    expect(linesOf(noticeCard(aTicket(), passed, aContext()))).toContain(
      `INC-42 is overdue: the time to resolve ended ${at}.`,
    );
    expect(linesOf(noticeCard(aTicket({ level: 2 }), passed, aContext()))).toContain(
      `INC-42 is overdue: the time to resolve ended ${at}. It has been escalated to level 2.`,
    );
  });

  it.each([
    ['team.net', 'Networks'],
    ['team.net.it', 'Networks'],
    ['vendor.acme', 'acme Ltd'],
  ])('says whose agreement it is about: %s', (counterpart, name) => {
    const notice = aNotice('reminder', { by: 'desk', about: { ...about, counterpart } });

    expect(linesOf(noticeCard(aTicket({ level: 2 }), notice, aContext()))).toContain(
      `INC-42: 75 % of the time to resolve has passed. It is due ${at}. This is what ${name} agreed to.`,
    );
  });

  it('does not show agents the card again that lies right above', () => {
    const card = noticeCard(aTicket(), aNotice('reminder', { to: 'agents', about }), aContext());

    expect(labelsOf(card.buttons)).toEqual(['Explain']);
    expect(card.title).toBeUndefined();
  });

  it.each(notices)('shows nothing but the key on a locked screen when it is confidential: %s', (notice) => {
    const { summary } = noticeCard(aTicket({ confidential: true }), aNotice(notice), aContext());

    expect(summary).toBe('INC-42: news on a confidential ticket');
  });
});

import { describe, expect, it } from '@jest/globals';
import { type Notice, notices } from '../../src/tickets/effects.ts';
import { noticeCard } from '../../src/views/notice-card.ts';
import { aContext } from './a-context.ts';
import { aNotice, aTicket, aTicketThatIs } from './a-ticket.ts';
import { labelsOf, linesOf, mentionsIn } from './shown.ts';

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
};

describe('a notice', () => {
  it.each(notices)('says what happened: %s', (notice) => {
    const [by, sentence, buttons] = sentences[notice];

    const card = noticeCard(aTicketThatIs('in_progress'), aNotice(notice, { by, note: 'Their words' }), aContext());

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

  it.each(notices)('shows nothing but the key on a locked screen when it is confidential: %s', (notice) => {
    const { summary } = noticeCard(aTicket({ confidential: true }), aNotice(notice), aContext());

    expect(summary).toBe('INC-42: news on a confidential ticket');
  });
});

import { describe, expect, it } from '@jest/globals';
import { bugCard } from '../../src/views/bug-card.ts';
import { deliveryTroubleCard } from '../../src/views/delivery-trouble-card.ts';
import { doneCard } from '../../src/views/done-card.ts';
import { helpCard } from '../../src/views/help-card.ts';
import { raisedCard } from '../../src/views/raised-card.ts';
import { reopenOffer } from '../../src/views/reopen-offer.ts';
import { sendOffer } from '../../src/views/send-offer.ts';
import { sentCard } from '../../src/views/sent-card.ts';
import { smallTalkCard } from '../../src/views/small-talk-card.ts';
import { takenPrivatelyCard } from '../../src/views/taken-privately-card.ts';
import { aContext } from './a-context.ts';
import { aTicket, aTicketThatIs } from './a-ticket.ts';
import { labelsOf, linesOf, saidBy, spansOfCard } from './shown.ts';

const context = aContext();

describe('an answer to words that are no issue', () => {
  it.each(['greeting', 'thanks', 'smallTalk', 'empty', 'status'] as const)(
    'is short and tells how to raise one: %s',
    (kind) => {
      const card = smallTalkCard(kind, context);

      expect(saidBy(card)).toMatch(/tell me/i);
      expect(saidBy(card).length).toBeLessThan(140);
      expect(labelsOf(card.buttons)).toEqual(['New issue']);
    },
  );

  it('shows who asks for the status their open issues', () => {
    const open = { lines: [aTicket()], total: 7, page: 0, pageSize: 5 };

    const card = smallTalkCard('status', context, { open });

    expect(linesOf(card)).toEqual(['You have 7 open issues.', 'INC-42 VPN is down · new · P3 · 1 hr']);
    expect(labelsOf(card.buttons)).toEqual(['Show all 7', 'New issue']);
  });
});

describe('the help', () => {
  it('names every command and the reaction', () => {
    const said = saidBy(helpCard(context));

    for (const command of ['/desk', '/desk mine', '/desk find', '/desk show', '/desk help'])
      expect(said).toContain(command);
    expect(said).toContain('🎫');
  });

  it('names the reaction that desk.yaml chose', () => {
    expect(saidBy(helpCard(context, { reaction: 'sos' }))).toContain(':sos:');
  });

  it('draws a command as something to type', () => {
    expect(spansOfCard(helpCard(context))).toContainEqual({ kind: 'code', text: '/desk mine' });
    const elsewhere = helpCard(context, { command: '@Deskhand' });
    expect(spansOfCard(elsewhere)).toContainEqual({ kind: 'code', text: '@Deskhand mine' });
  });
});

describe('what the person who raised an issue is told', () => {
  it('is the key, the title and where the talk is', () => {
    expect(linesOf(raisedCard(aTicket(), context, { isNew: true }))).toEqual([
      'INC-42 VPN is down',
      'Raised. IT support has it now.',
      'We talk about it in your direct message with IT Help.',
    ]);
  });

  it('leads to the thread of the person it was raised for', () => {
    const permalink = 'https://example.com/t';
    const card = raisedCard(aTicket({ raisedBy: 'lea' }), context, { isNew: true, permalink });

    expect(saidBy(card)).toContain('Raised for Dana Lee.');
    expect(spansOfCard(card)).toContainEqual({ kind: 'link', text: 'Open the thread', url: permalink });
    expect(saidBy(card)).not.toContain('your direct message');
  });

  it('is that the words had raised a ticket before', () => {
    expect(linesOf(raisedCard(aTicket(), context, { isNew: false }))).toContain('This has been raised before.');
  });
});

describe('offers and confirmations', () => {
  it('offer to send internal words to the requester by their first name', () => {
    expect(sendOffer('slack:m9', aTicket(), context)).toMatchObject({
      buttons: [{ label: 'Send to Dana', action: 'ticket.send', value: 'INC-42 slack:m9' }],
    });
    expect(saidBy(sendOffer('slack:m9', aTicket(), context))).toBe('INC-42: only the team sees this.');
  });

  it('keep the button short for a person with a very long name', () => {
    const long = { ...context, person: () => ({ kind: 'mention', refs: [], name: 'x'.repeat(200) }) as const };

    expect(sendOffer('m', aTicket(), long).buttons?.[0]?.label.length).toBeLessThanOrEqual(75);
  });

  it('say when it is sent', () => {
    expect(saidBy(sentCard(aTicket(), context))).toBe('INC-42: sent to Dana Lee.');
  });

  it('ask who writes on a resolved ticket whether it is broken again', () => {
    const card = reopenOffer(aTicketThatIs('resolved'), context);

    expect(saidBy(card)).toBe('INC-42 is resolved. Is it broken again?');
    expect(card.buttons).toMatchObject([
      { label: 'Reopen', action: 'ticket.stillBroken', opensForm: true },
      { label: "It's fixed", action: 'ticket.confirm' },
    ]);
  });

  it('say why an answer comes privately, without a word of the title', () => {
    const card = takenPrivatelyCard(aTicket({ confidential: true }), context);

    expect(saidBy(card)).toContain('INC-42 is confidential');
    expect(JSON.stringify(card)).not.toContain('VPN');
  });

  it('give a reference when something broke', () => {
    expect(saidBy(bugCard('r-17', context))).toContain('r-17');
  });

  it('hand on what was done, and what an admin has to do', () => {
    expect(saidBy(doneCard('INC-42 is yours.'))).toBe('INC-42 is yours.');
    expect(linesOf(deliveryTroubleCard('Invite the desk to #it.', context))[1]).toBe('Invite the desk to #it.');
  });
});

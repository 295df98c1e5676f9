import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

describe('an agent talks about a ticket', () => {
  story('among agents only, until the words are sent', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.says('Is it her router again?', { under: card });
    const offer = await ben.sees('INC-1: only the team sees this', { isPrivate: true });
    await stage.settled();
    expect(dana.allWith('router')).toEqual([]);

    await ben.clicksOn(offer, 'Send to Dana');
    await dana.sees('Is it her router again?', { under: words });
    await ben.sees('INC-1: sent to Dana Employee', { isPrivate: true });
    await ben.clicksOn(offer, 'Send to Dana');
    await stage.settled();
    expect(dana.allWith('router')).toHaveLength(1);
  });

  story('in a note that the requester never sees', async (stage) => {
    const { dana, ben, cem } = stage;
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Note');
    await ben.fills({ Note: 'Her contract ends on Friday' });
    await cem.sees(/internal note\nHer contract ends on Friday/, { under: card });
    await dana.commands('show INC-1');
    await dana.sees('Nobody has written anything yet');
    await stage.settled();
    expect(dana.allWith('contract')).toEqual([]);
  });

  story('with the requester, each side in its own thread', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await dana.says('Since this morning', { under: words });
    const heard = await ben.sees('Since this morning', { under: card });
    expect(heard.text).toContain('Dana Employee');
    expect(heard.pings).toEqual(['ben']);
  });
});

describe('a ticket waits', () => {
  story('for the requester, and wakes when they answer', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Hold');
    await ben.fills({ Note: 'Which building are you in?' });
    await ben.seesBecome(card, /State: on hold/);
    await dana.sees('Which building are you in?', { under: words });
    await dana.says('Building 4', { under: words });
    await ben.seesBecome(card, /State: in progress/);
    await ben.sees('Building 4', { under: card });
  });

  story('for a supplier, until an agent resumes it', async ({ dana, ben }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Hold');
    await ben.fills({ 'What does it wait for?': 'waiting for a supplier' });
    await ben.seesBecome(card, /On hold: waiting for a supplier/);
    await ben.clicks('Resume');
    await ben.seesBecome(card, /State: in progress/);
  });

  story('until a date, which must be one and not be over', async ({ dana, ben }) => {
    await dana.says('The VPN is slow');
    await ben.clicks('Claim');
    await ben.clicks('Hold');
    const scheduled = { 'What does it wait for?': 'scheduled for later' };
    expect(await ben.triesToFill(scheduled)).toEqual({ until: expect.stringContaining('When does it go on?') });
    expect(await ben.triesToFill({ ...scheduled, Until: 'soon' })).toEqual({
      until: expect.stringContaining('Write the date'),
    });
    expect(await ben.triesToFill({ ...scheduled, Until: '2020-01-01 10:00' })).toEqual({
      until: expect.stringContaining('in the past'),
    });
    await ben.fills({ ...scheduled, Until: '2099-01-01 10:00' });
    await ben.sees('On hold: scheduled for later, until', { in: '#it-triage' });
  });
});

describe('a ticket is escalated', () => {
  story('to another team, whose card it is from then on', async ({ dana, ben, nia }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Escalate');
    await ben.fills({ 'To whom?': 'Network', Note: 'Looks like the switch' });
    const old = await ben.seesBecome(card, 'INC-1 has moved to Network.');
    expect(old.buttons).toEqual([]);
    expect(old.text.split('\n')).toHaveLength(1);
    const next = await nia.sees('INC-1', { in: '#network-triage' });
    expect(next.text).toMatch(/State: new/);
    await dana.sees('Network has it', { under: words });

    await nia.clicks('Claim');
    await dana.says('It is the third floor', { under: words });
    await nia.sees('It is the third floor', { under: next });
    expect(ben.allWith('third floor')).toEqual([]);
  });

  story('up, and the lead hears of it directly', async ({ dana, ben, lea }) => {
    await dana.says('The VPN is slow');
    await ben.clicks('Claim');
    await ben.clicks('Escalate');
    await ben.fills({ 'To whom?': 'Up: lead or manager', Note: 'We need the vendor' });
    const told = await lea.sees('Ben Agent has escalated INC-1 to level 2', { in: 'direct' });
    expect(told.text).toContain('We need the vendor');
    await ben.sees('IT support, level 2', { in: '#it-triage' });
    await lea.clicks('Show', { in: 'direct' });
    await lea.sees(/Ben Agent escalated it to level 2/);
  });

  story('twice up, and the manager hears of it too', async ({ dana, ben, mia }) => {
    await dana.says('The VPN is slow');
    for (const level of [2, 3]) {
      await ben.clicks('Escalate', { in: '#it-triage' });
      await ben.fills({ 'To whom?': 'Up: lead or manager' });
      await ben.sees(`level ${level}`, { in: '#it-triage' });
    }
    await mia.sees('escalated INC-1 to level 3', { in: 'direct' });
  });
});

describe('a ticket changes hands', () => {
  story('by assignment, of which the new assignee hears', async ({ dana, ben, cem }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Assign');
    await ben.fills({ Person: 'cem' });
    await ben.seesBecome(card, /Assignee: Cem Agent/);
    await cem.sees('Ben Agent has assigned INC-1 to you', { in: 'direct' });
  });

  story('only to agents, and the form says so', async ({ dana, ben }) => {
    await dana.says('The VPN is slow');
    await ben.clicks('Assign');
    expect(await ben.triesToFill({ Person: 'eve' })).toEqual({
      person: 'Eve Employee is not an agent, so no ticket can be given to them.',
    });
    expect(await ben.triesToFill({ Person: '' })).toEqual({ person: 'Choose a person or a team.' });
  });

  story('back to the team', async ({ dana, ben, cem }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Take back');
    await ben.seesBecome(card, /Assignee: nobody yet/);
    await cem.clicks('Claim');
    await cem.seesBecome(card, /Assignee: Cem Agent/);
  });
});

describe('a ticket is put right', () => {
  story('in its priority, against the matrix only with a reason', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    await ben.clicks('Priority');
    expect(await ben.triesToFill({ Priority: 'P1 critical' })).toEqual({ reason: expect.stringContaining('Say why') });
    await ben.fills({ Priority: 'P1 critical', Reason: 'The board meets at noon' });
    await ben.sees('P1 critical, set by hand: The board meets at noon', { in: '#it-triage' });
    await dana.sees('P1', { under: words });
    await ben.clicks('Priority');
    await ben.fills({ Priority: 'As impact and urgency give it', 'Whom does it affect?': 'a team or several people' });
    await ben.sees(/Priority: .*P3/, { in: '#it-triage', about: 'a team or several people' });
  });

  story('in title and service, and another service’s team gets it', async ({ dana, ben, nia }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Edit');
    await ben.fills({ Title: 'Wi-Fi on floor 3', Service: 'Wi-Fi' });
    await ben.seesBecome(card, 'INC-1 has moved to Network.');
    await nia.sees('INC-1 Wi-Fi on floor 3', { in: '#network-triage' });
  });

  story('by merging it into another, where its requester goes on hearing', async ({ dana, eve, ben }) => {
    await dana.says('The VPN is slow');
    const first = await ben.sees('INC-1', { in: '#it-triage' });
    const words = await eve.says('The VPN is awfully slow');
    const second = await ben.sees('INC-2', { in: '#it-triage' });
    await ben.clicks('Merge', { about: 'INC-2' });
    expect(await ben.triesToFill({ 'Key of the ticket that goes on': 'INC-77' })).toEqual({
      key: expect.stringContaining('There is no such ticket'),
    });
    await ben.fills({ 'Key of the ticket that goes on': 'inc-1' });
    await ben.seesBecome(second, 'It goes on in INC-1');
    await eve.sees('It goes on in INC-1', { under: words });
    await ben.seesBecome(first, 'duplicate: INC-2');
    await ben.clicks('Reply', { about: 'INC-1 The VPN is slow' });
    await ben.fills({ Reply: 'We restart it now' });
    await eve.sees('We restart it now', { under: words });
    await eve.says('Great, it works', { under: words });
    await ben.sees('Great, it works', { under: first });
  });

  story('by splitting it and linking it', async ({ dana, ben }) => {
    await dana.says('The VPN is slow and the beamer hums');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Split');
    await ben.fills({ 'Title of the new ticket': 'Beamer', 'What is it about?': 'It hums' });
    await ben.sees('INC-2 Beamer', { in: '#it-triage' });
    await ben.seesBecome(card, 'includes INC-2');
    await dana.sees('INC-2 Beamer', { in: 'direct' });
    const other = await dana.says('Everything hums', { in: '#help-it' });
    await dana.sees('INC-3', { under: other });
    await ben.clicks('Link', { about: 'INC-3' });
    await ben.fills({ 'How are they related?': 'This is a duplicate of', 'Key of the other ticket': 'INC-2' });
    await ben.sees('duplicate: INC-2', { about: 'INC-3' });
  });
});

describe('whoever watches a ticket', () => {
  story('is told that they do, and how it ended', async ({ dana, ben, cem }) => {
    await dana.says('The VPN is slow');
    await cem.clicks('Watch', { in: '#it-triage' });
    await cem.sees('You are watching INC-1', { isPrivate: true });
    await ben.sees('Watchers: 1 person', { in: '#it-triage' });
    await ben.clicks('Resolve', { in: '#it-triage' });
    await ben.fills({ Note: 'More bandwidth' });
    await cem.sees('has resolved INC-1', { in: 'direct' });
  });
});

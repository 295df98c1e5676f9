import { describe, expect, it } from '@jest/globals';
import { actionIds, formIds } from '../../src/chat/actions.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ada, ben, dana, eve, hana, hugo, lea, mia } from '../kit/people.ts';
import { directOf, helpIt, hrTriage, itTriage, RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const outsiders = [ben, lea, eve, mia, ada];

/** What everybody can read in the places where others than insiders are. */
function publicly(desk: TestDesk): string {
  const isInside = (place: string) => /D-(?:dana|hana|hugo)|hr-triage/.test(place);
  const cards = desk.chat.messages.filter(({ place, author }) => author === 'desk' && !isInside(place));
  return cards.map(({ drawings }) => (drawings.at(-1) ? saidBy(drawings.at(-1) as never) : '')).join('\n');
}

describe('a confidential ticket', () => {
  it('lies in the triage place when that is private and all in it may see it', async () => {
    const desk = await aDesk();

    await desk.says(dana, 'My salary is wrong');
    await desk.settled();

    expect(await desk.only()).toMatchObject({ confidential: true, team: 'hr' });
    expect(desk.chat.shownIn(hrTriage)).toHaveLength(1);
    expect(publicly(desk)).toBe('');
  });

  it.each([
    ['is public', [hana, hugo], false],
    ['has an outsider in it', [hana, hugo, eve], true],
  ])('goes to each agent directly when the triage place %s', async (_, members, isPrivate) => {
    const chat = new RecordingChat();
    chat.open(
      'hr-triage',
      members.map(({ ref }) => ref),
      isPrivate,
    );
    const desk = await aDesk({ chat });

    const { message } = await desk.says(dana, 'My salary is wrong');
    await desk.settled();

    expect(desk.chat.shownIn(hrTriage)).toEqual([]);
    for (const agent of [hana, hugo]) expect(desk.chat.shownIn(directOf(agent.ref))).toHaveLength(1);
    const own = (await desk.only()).cards.find(({ person }) => person === hana.id)?.thread ?? '';
    const offer = await desk.says(hana, 'Let me look', { in: directOf(hana.ref), thread: own });
    await desk.click('ticket.claim', 'INC-1', { by: hana });
    await desk.settled();
    expect(offer.text).toContain('only the team sees this');
    expect(desk.chat.shownIn(message).map(saidBy).join()).toContain('Hana Sato');
    expect((await desk.only()).cards.filter(({ state }) => state === 'live').every(({ drawn }) => drawn === 2)).toBe(
      true,
    );
  });

  it('is answered in the direct message when it was raised in a channel, where only its author learns why', async () => {
    const desk = await aDesk();

    const { message, said, text } = await desk.says(dana, 'My salary is wrong', { in: helpIt });
    await desk.settled();

    expect(said).toMatchObject([{ how: 'whisper' }]);
    expect(text).toContain('INC-1 is confidential');
    expect(desk.chat.shownIn(message)).toEqual([]);
    expect(desk.chat.shownIn(helpIt)).toEqual([]);
    expect(desk.chat.shownIn(directOf(dana.ref))).toHaveLength(1);
    await desk.says(eve, 'mine too', { thread: message });
    await desk.says(dana, 'it is 100 short', { thread: message });
    await desk.settled();
    expect((await desk.remarks('INC-1')).map((remark) => remark.text)).toEqual(['it is 100 short']);
    expect(publicly(desk)).toBe('');
  });

  it.each(outsiders)('answers $name as if it did not exist, whatever they click or send', async (by) => {
    const desk = await aDesk({ tickets: [aConfidentialTicket({ key: 'INC-66' })] });
    const said = async (key: string) => {
      const texts: string[] = [];
      for (const action of actionIds.filter((id) => /^ticket\.(?!list)/.test(id))) {
        texts.push(`${action}: ${(await desk.click(action, key, { by, on: 'home' })).text}`);
      }
      for (const form of formIds.filter((id) => id.startsWith('ticket.'))) {
        const values = {
          note: 'x',
          reason: 'x',
          title: 'x',
          key,
          to: 'up',
          person: ben.ref,
          impact: '1',
          urgency: '1',
        };
        texts.push(`${form}: ${(await desk.submit(form, key, values, { by })).text}`);
      }
      texts.push((await desk.command(by, `show ${key}`)).text);
      return texts.join('\n').replaceAll(key, 'KEY');
    };

    expect(await said('INC-66')).toBe(await said('INC-99'));
    expect((await desk.ticket('INC-66')).version).toBe(1);
  });

  it.each(outsiders)('is in no list, search, home or answer to $name', async (by) => {
    const desk = await aDesk({ tickets: [aConfidentialTicket({ key: 'INC-66' })] });

    const turns = [
      await desk.opensHome(by),
      await desk.command(by, 'mine'),
      await desk.command(by, 'find salary'),
      await desk.click('ticket.list', '', { by, on: 'whisper', value: 'unclaimed:0' }),
    ];

    expect(
      turns
        .map(({ text }) => text)
        .join()
        .replace('Found for "salary"', ''),
    ).not.toMatch(/INC-66|salary/i);
  });

  it('is found and worked on by its team and lead', async () => {
    const desk = await aDesk({ tickets: [aConfidentialTicket({ key: 'INC-66' })] });

    for (const by of [hana, hugo]) expect((await desk.command(by, 'find salary')).text).toContain('INC-66');
    await desk.click('ticket.claim', 'INC-66', { by: hana });
    expect(await desk.ticket('INC-66')).toMatchObject({ assignee: hana.id });
  });

  it('shows on locked screens its key and nothing else', async () => {
    const desk = await aDesk({ tickets: [aConfidentialTicket({ key: 'INC-66' })] });
    await desk.click('ticket.claim', 'INC-66', { by: hana });
    await desk.submit('ticket.resolve', 'INC-66', { code: 'fixed', note: 'Paid' }, { by: hana });
    await desk.settled();

    for (const { card } of desk.chat.posts) expect(card.summary).toBe('INC-66: news on a confidential ticket');
  });

  it('tells no manager when it is escalated up', async () => {
    const desk = await aDesk({ tickets: [aConfidentialTicket({ key: 'INC-66', level: 2 })] });

    await desk.submit('ticket.escalate', 'INC-66', { to: 'up', note: 'Please help' }, { by: hana });
    await desk.settled();

    expect(desk.chat.shownIn(directOf(hugo.ref)).map(saidBy).join()).toContain('INC-66');
    expect(desk.chat.shownIn(directOf(mia.ref))).toEqual([]);
  });

  it('leaves every public place when it becomes one, and goes on directly', async () => {
    const desk = await aDesk();
    const { message } = await desk.says(dana, 'I was paid too little', { in: helpIt });
    await desk.settled();
    await desk.submit('ticket.reply', 'INC-1', { note: 'Since when?' }, { by: ben });
    await desk.settled();

    await desk.submit(
      'ticket.edit',
      'INC-1',
      { title: 'Salary of Dana', kind: 'incident', service: 'payroll' },
      { by: ben },
    );
    await desk.settled();

    const ticket = await desk.ticket('INC-1');
    expect(ticket).toMatchObject({ confidential: true, team: 'hr' });
    expect(desk.chat.shownIn(itTriage).map(saidBy)).toEqual(['INC-1 is handled elsewhere.']);
    const [card] = desk.chat.shownIn(message);
    expect(card && saidBy(card)).toBe('INC-1 is handled elsewhere.');
    expect(card?.buttons ?? []).toEqual([]);
    expect(ticket.thread).toContain('D-dana');
    expect(desk.chat.shownIn(directOf(dana.ref))).toMatchObject([{ mark: { card: 'requester' } }]);

    await desk.submit('ticket.reply', 'INC-1', { note: 'HR will pay the rest' }, { by: hana });
    await desk.says(eve, 'tell me more', { thread: message });
    await desk.settled();
    expect(publicly(desk)).not.toMatch(/Salary|HR will/);
    expect(
      desk.chat
        .shownIn(ticket.thread ?? '')
        .map(saidBy)
        .join(),
    ).toContain('HR will pay');
    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['Since when?', 'HR will pay the rest']);
  });

  it('takes no public thread with it when a public ticket is merged into it', async () => {
    // Somebody who may see both: HR has given the confidential one to the lead of IT.
    const desk = await aDesk({
      tickets: [aConfidentialTicket({ key: 'INC-66', assignee: lea.id, status: 'in_progress' })],
    });
    const { message } = await desk.says(eve, 'My pay slip has the wrong name', { in: helpIt });
    await desk.settled();
    await desk.submit('ticket.merge', 'INC-1', { key: 'INC-66' }, { by: lea });
    await desk.settled();

    await desk.submit('ticket.reply', 'INC-66', { note: 'You get 100 more' }, { by: hana });
    await desk.settled();

    expect(await desk.ticket('INC-66')).toMatchObject({ watchers: [eve.id], alsoIn: [] });
    expect(desk.chat.shownIn(message).map(saidBy).join()).not.toContain('100 more');
  });

  it('takes a public ticket aside that it is merged into', async () => {
    const desk = await aDesk({
      tickets: [aConfidentialTicket({ key: 'INC-66', assignee: lea.id, status: 'in_progress' })],
    });
    const { message } = await desk.says(eve, 'My pay slip has the wrong name', { in: helpIt });
    await desk.settled();
    await desk.submit('ticket.merge', 'INC-66', { key: 'INC-1' }, { by: lea });
    await desk.settled();

    await desk.submit('ticket.reply', 'INC-1', { note: 'You get 100 more' }, { by: lea });
    await desk.settled();

    const into = await desk.ticket('INC-1');
    expect(into).toMatchObject({ confidential: true, thread: expect.stringContaining('D-eve') });
    expect(desk.chat.shownIn(message).map(saidBy)).toEqual(['INC-1 is handled elsewhere.']);
    expect(
      desk.chat
        .shownIn(into.thread ?? '')
        .map(saidBy)
        .join(),
    ).toContain('100 more');
  });

  it('shrinks in a public triage place without a word of what it is', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });

    await desk.submit('ticket.edit', 'INC-42', { title: 'Salary', kind: 'incident', service: 'payroll' }, { by: ben });
    await desk.settled();

    expect(publicly(desk)).toBe('INC-42 is handled elsewhere.');
  });
});

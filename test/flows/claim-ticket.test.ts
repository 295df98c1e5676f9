import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { minutes } from '../kit/fake-clock.ts';
import { ben, cem, dana, lea, nia } from '../kit/people.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

describe('claiming a ticket', () => {
  it('gives it to the agent and draws both cards anew, without another message', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
    const before = desk.chat.posted;

    const turn = await desk.click('ticket.claim', 'INC-42', { by: ben });
    await desk.settled();

    const ticket = await desk.ticket('INC-42');
    expect(ticket).toMatchObject({ status: 'in_progress', assignee: ben.id, version: 2 });
    for (const { message } of ticket.cards) {
      expect(saidBy(desk.chat.now(message))).toContain('Ben Ito');
      expect(saidBy(desk.chat.now(message))).toContain('in progress');
    }
    expect(turn.said).toEqual([]);
    expect(desk.chat.posted).toBe(before);
  });

  it('tells the second agent quietly, in their language, that someone was first', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });
    await desk.click('ticket.claim', 'INC-42', { by: ben });

    const english = await desk.click('ticket.claim', 'INC-42', { by: lea });
    const german = await desk.click('ticket.claim', 'INC-42', { by: cem });
    desk.clock.advance(minutes(5));
    const later = await desk.click('ticket.claim', 'INC-42', { by: lea });

    expect(english.said).toMatchObject([{ how: 'whisper' }]);
    expect(english.text).toBe('Ben Ito claimed INC-42 a moment ago.');
    expect(german.text).toBe('Ben Ito hat INC-42 gerade eben übernommen.');
    expect(later.text).toBe('Ben Ito claimed INC-42 5 minutes ago.');
    expect(await desk.ticket('INC-42')).toMatchObject({ assignee: ben.id, version: 2 });
  });

  it('is for the team alone', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    const employee = await desk.click('ticket.claim', 'INC-42', { by: dana });
    const otherTeam = await desk.click('ticket.claim', 'INC-42', { by: nia });

    expect(employee.said).toMatchObject([{ how: 'whisper' }]);
    expect(otherTeam.text).toBe('INC-42 is with IT support, so that is for them to do.');
    expect(await desk.ticket('INC-42')).toMatchObject({ status: 'new', version: 1 });
  });

  it('lets one of fifty win, and tells the others who it was', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });
    const agents = [ben, cem, lea];

    const turns = await Promise.all(
      Array.from({ length: 50 }, (_, index) => desk.click('ticket.claim', 'INC-42', { by: agents[index % 3] ?? ben })),
    );
    await desk.settled();

    const ticket = await desk.ticket('INC-42');
    expect(ticket.history.filter(({ move }) => move === 'claim')).toHaveLength(1);
    expect(turns.filter(({ said }) => said.length === 0)).toHaveLength(1);
    expect(ticket.cards.every(({ drawn }) => drawn === ticket.version)).toBe(true);
  });

  it('offers what can be done next', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });
    await desk.click('ticket.claim', 'INC-42', { by: ben });
    await desk.settled();
    const [requester, agent] = (await desk.ticket('INC-42')).cards;

    expect(labelsOf(desk.chat.now(requester?.message).buttons)).toEqual(['Cancel']);
    expect(labelsOf(desk.chat.now(agent?.message).buttons)).toEqual(
      expect.arrayContaining(['Reply', 'Resolve', 'Hold', 'Take back']),
    );
  });
});

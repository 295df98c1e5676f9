import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, cem, dana, eve, max, nia } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

const two = () => [aTicket({ key: 'INC-42' }), aTicket({ key: 'INC-43', requester: max.id, raisedBy: max.id })];

describe('merging', () => {
  it('ends one ticket, and its people and words go on in the other', async () => {
    const desk = await aDesk({ tickets: two() });

    await desk.submit('ticket.merge', 'INC-43', { key: 'inc-42' }, { by: ben });
    await desk.settled();

    const [into, merged] = [await desk.ticket('INC-42'), await desk.ticket('INC-43')];
    expect(merged).toMatchObject({ status: 'cancelled', mergedInto: 'INC-42', owes: [] });
    expect(into).toMatchObject({ watchers: [max.id], alsoIn: [merged.thread] });
    expect(into.links).toEqual([{ kind: 'duplicate', to: 'INC-43' }]);

    await desk.says(max, 'Me too, still', { thread: merged.thread ?? '' });
    await desk.submit('ticket.reply', 'INC-42', { note: 'We are on it' }, { by: ben });
    await desk.settled();

    expect((await desk.remarks('INC-42')).map(({ text }) => text)).toEqual(['Me too, still', 'We are on it']);
    for (const thread of [into.thread, merged.thread]) {
      expect(
        desk.chat
          .shownIn(thread ?? '')
          .map(saidBy)
          .join(),
      ).toContain('We are on it');
    }
    expect(
      desk.chat
        .shownIn(merged.thread ?? '')
        .map(saidBy)
        .join(),
    ).not.toContain('Me too');
  });

  it('tells everybody of both tickets that it is resolved', async () => {
    const desk = await aDesk({ tickets: two() });
    await desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: ben });
    await desk.settled();

    await desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Restarted' }, { by: ben });
    await desk.settled();

    const { thread = '' } = await desk.ticket('INC-42');
    expect(desk.chat.shownIn(thread).map(saidBy).join()).toContain('Ben Ito has resolved INC-42');
    expect(desk.chat.shownIn(directOf(max.ref)).map(saidBy).join()).toContain('Ben Ito hat INC-42 gelöst');
  });

  it('leaves the older one open when two people merge two tickets into each other at once', async () => {
    const desk = await aDesk({ tickets: two() });

    await Promise.all([
      desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: ben }),
      desk.submit('ticket.merge', 'INC-42', { key: 'INC-43' }, { by: cem }),
    ]);
    await desk.settled();

    const [older, younger] = [await desk.ticket('INC-42'), await desk.ticket('INC-43')];
    expect([older.status, older.mergedInto]).toEqual(['new', undefined]);
    expect([younger.status, younger.mergedInto]).toEqual(['cancelled', 'INC-42']);
    expect(older.watchers).toEqual([max.id]);
  });

  it('goes on at the end of a chain that was made meanwhile', async () => {
    const desk = await aDesk({ tickets: [...two(), aTicket({ key: 'INC-44', requester: eve.id, raisedBy: eve.id })] });

    await Promise.all([
      desk.submit('ticket.merge', 'INC-44', { key: 'INC-43' }, { by: ben }),
      desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: cem }),
    ]);
    await desk.settled();

    expect((await desk.ticket('INC-42')).watchers).toEqual(expect.arrayContaining([max.id, eve.id]));
  });

  it('follows a chain of merges to the one that goes on', async () => {
    const desk = await aDesk({ tickets: [...two(), aTicket({ key: 'INC-44', requester: eve.id, raisedBy: eve.id })] });
    await desk.submit('ticket.merge', 'INC-44', { key: 'INC-43' }, { by: ben });
    await desk.settled();
    await desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: ben });
    await desk.settled();

    const { thread = '' } = await desk.ticket('INC-44');
    await desk.says(eve, 'And now?', { thread });
    await desk.settled();

    expect((await desk.remarks('INC-42')).map(({ text }) => text)).toEqual(['And now?']);
    expect(await desk.tickets()).toHaveLength(3);
  });

  it('leads who works on the merged one to the other', async () => {
    const desk = await aDesk({ tickets: two() });
    await desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: ben });

    const turn = await desk.click('ticket.claim', 'INC-43', { by: cem });

    expect(turn.text).toContain('INC-42');
    expect(turn.said).toMatchObject([
      { how: 'whisper', card: { buttons: [{ action: 'ticket.show', value: 'INC-42' }] } },
    ]);
  });

  it('is refused with a ticket that has ended', async () => {
    const desk = await aDesk({ tickets: two() });
    await desk.submit('ticket.cancel', 'INC-42', { reason: 'Gone' }, { by: ben });

    const { said } = await desk.submit('ticket.merge', 'INC-43', { key: 'INC-42' }, { by: ben });

    expect(said).toMatchObject([{ how: 'problem', field: 'key' }]);
    expect((await desk.ticket('INC-43')).status).toBe('new');
  });
});

describe('splitting', () => {
  it('makes a ticket of its own for the same requester, and both know of each other', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    await desk.submit('ticket.split', 'INC-42', { title: 'Mail is slow', description: 'As well' }, { by: ben });
    await desk.settled();

    const part = (await desk.tickets()).find(({ key }) => key !== 'INC-42');
    expect(part).toMatchObject({ title: 'Mail is slow', requester: dana.id, raisedBy: ben.id, status: 'new' });
    expect(part?.links).toEqual([{ kind: 'parent', to: 'INC-42' }]);
    expect((await desk.ticket('INC-42')).links).toEqual([{ kind: 'child', to: part?.key }]);
    expect(part?.cards.every(({ message }) => message)).toBe(true);
  });
});

describe('linking', () => {
  it('ties both ends, also for an agent of another team', async () => {
    const desk = await aDesk({ tickets: two() });

    await desk.submit('ticket.link', 'INC-42', { kind: 'parent', key: ' inc-43 ' }, { by: nia });
    await desk.submit('ticket.link', 'INC-42', { kind: 'parent', key: 'INC-43' }, { by: nia });

    expect((await desk.ticket('INC-42')).links).toEqual([{ kind: 'parent', to: 'INC-43' }]);
    expect((await desk.ticket('INC-43')).links).toEqual([{ kind: 'child', to: 'INC-42' }]);
  });
});

describe('watching', () => {
  it('is told to the watcher alone, and ends when they want', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    const begun = await desk.click('ticket.watch', 'INC-42', { by: nia });
    expect((await desk.ticket('INC-42')).watchers).toEqual([nia.id]);
    const ended = await desk.click('ticket.unwatch', 'INC-42', { by: nia });

    expect((await desk.ticket('INC-42')).watchers).toEqual([]);
    expect([begun.text, ended.text]).toEqual(['You are watching INC-42.', 'You are no longer watching INC-42.']);
  });
});

describe('taking back', () => {
  it('leaves the ticket to be claimed again, by anybody of the team', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });
    await desk.click('ticket.claim', 'INC-42', { by: ben });

    await desk.click('ticket.takeBack', 'INC-42', { by: cem });
    await desk.click('ticket.claim', 'INC-42', { by: cem });

    expect(await desk.ticket('INC-42')).toMatchObject({ assignee: cem.id, status: 'in_progress', reassignCount: 1 });
  });
});

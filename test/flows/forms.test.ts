import { describe, expect, it } from '@jest/globals';
import type { FormId } from '../../src/chat/actions.ts';
import type { FormValues } from '../../src/chat/form.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ben, cem, dana, eve, lea, max, mia, nia } from '../kit/people.ts';
import { itTriage, networkTriage } from '../kit/recording-chat.ts';
import { saidBy } from '../views/shown.ts';

const claimed = () => aTicket({ status: 'in_progress', assignee: ben.id });

describe('a form that comes back', () => {
  it.each<[FormId, FormValues, string]>([
    ['ticket.assign', {}, 'person'],
    ['ticket.reply', {}, 'note'],
    ['ticket.note', {}, 'note'],
    ['ticket.hold', { reason: 'requester' }, 'note'],
    ['ticket.hold', { reason: 'scheduled', note: 'Later' }, 'until'],
    ['ticket.hold', { reason: 'scheduled', until: 'tomorrow' }, 'until'],
    ['ticket.hold', { reason: 'scheduled', until: '2026-02-30 10:00' }, 'until'],
    ['ticket.hold', { reason: 'scheduled', until: '2026-01-01 10:00' }, 'until'],
    ['ticket.escalate', {}, 'to'],
    ['ticket.escalate', { to: 'team:it' }, 'to'],
    ['ticket.escalate', { to: 'team:nobody' }, 'to'],
    ['ticket.resolve', { code: 'fixed' }, 'note'],
    ['ticket.priority', { impact: '1', urgency: '1', priority: 'P1' }, 'reason'],
    ['ticket.cancel', {}, 'reason'],
    ['ticket.edit', { kind: 'request' }, 'title'],
    ['ticket.link', { kind: 'related', key: 'INC-404' }, 'key'],
    ['ticket.link', { kind: 'related', key: 'INC-66' }, 'key'],
    ['ticket.link', { kind: 'related', key: 'INC-42' }, 'key'],
    ['ticket.merge', { key: 'inc-42' }, 'key'],
    ['ticket.merge', { key: '' }, 'key'],
    ['ticket.split', {}, 'title'],
    ['ticket.reopen', { note: 'Why not' }, 'note'],
  ])('%s with %j says what is wrong beside the field', async (form, values, field) => {
    const desk = await aDesk({ tickets: [claimed(), aConfidentialTicket()] });
    const before = await desk.ticket('INC-42');

    const { said } = await desk.submit(form, 'INC-42', values, { by: ben });

    expect(said).toMatchObject([{ how: 'problem', field }]);
    expect((await desk.ticket('INC-42')).version).toBe(before.version);
  });

  it('keeps what was typed when somebody may not send it in', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    const { said } = await desk.submit('ticket.resolve', 'INC-42', { note: 'Done' }, { by: nia });

    expect(said).toMatchObject([{ how: 'problem', field: 'note', text: expect.stringContaining('IT support') }]);
  });

  it('assigns to a person, who is told directly and in their language', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    await desk.submit('ticket.assign', 'INC-42', { person: cem.ref }, { by: lea });
    await desk.settled();

    expect(await desk.ticket('INC-42')).toMatchObject({ assignee: cem.id, status: 'in_progress', owes: [] });
    const direct = desk.chat.shownIn('slack:T1/D-cem').map(saidBy).join();
    expect(direct).toContain('INC-42');
    expect(direct).toContain('Lea Roy hat');
  });

  it('assigns to nobody who is no agent', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    const { said } = await desk.submit('ticket.assign', 'INC-42', { person: eve.ref }, { by: ben });

    expect(said).toMatchObject([{ how: 'problem', field: 'person' }]);
    expect((await desk.ticket('INC-42')).version).toBe(1);
  });

  it('puts on hold until a time on the agent’s own wall clock', async () => {
    const desk = await aDesk({ tickets: [aTicket({ status: 'in_progress', assignee: cem.id })] });

    await desk.submit('ticket.hold', 'INC-42', { reason: 'scheduled', until: '2026-03-03 14:00' }, { by: cem });

    const { hold, status } = await desk.ticket('INC-42');
    expect(status).toBe('on_hold');
    expect(hold).toMatchObject({ reason: 'scheduled', until: new Date('2026-03-03T13:00:00Z') });
  });

  it('asks the requester in their thread when it waits for them', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit('ticket.hold', 'INC-42', { reason: 'requester', note: 'Which office?' }, { by: ben });
    await desk.settled();

    const { thread = '' } = await desk.ticket('INC-42');
    expect(desk.chat.shownIn(thread).map(saidBy).join()).toMatch(
      /Ben Ito needs something from you for INC-42[\s\S]*Which office/,
    );
  });

  it('escalates to another team: it gets a card, and the old one is a line without buttons', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit('ticket.escalate', 'INC-42', { to: 'team:network', note: 'Cable' }, { by: ben });
    await desk.settled();

    expect(await desk.ticket('INC-42')).toMatchObject({ team: 'network', status: 'new' });
    const [old] = desk.chat.shownIn(itTriage);
    expect(old && saidBy(old)).toBe('INC-42 has moved to Network.');
    expect(old?.buttons ?? []).toEqual([]);
    expect(desk.chat.shownIn(networkTriage)).toMatchObject([{ mark: { card: 'agent' } }]);

    await desk.submit('ticket.escalate', 'INC-42', { to: 'team:it' }, { by: nia });
    await desk.settled();

    expect(desk.chat.shownIn(itTriage).map((card) => card.buttons?.length ?? 0)).toEqual([0, 8]);
    expect(desk.chat.shownIn(networkTriage).map(saidBy)).toEqual(['INC-42 has moved to IT support.']);
  });

  it('escalates up: the lead hears of it directly, from the second level on the manager too', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit('ticket.escalate', 'INC-42', { to: 'up', note: 'Stuck' }, { by: ben });
    await desk.settled();
    expect(desk.chat.shownIn('slack:T1/D-lea').map(saidBy).join()).toMatch(/INC-42[\s\S]*Stuck/);
    expect(desk.chat.shownIn('slack:T1/D-mia')).toEqual([]);

    await desk.submit('ticket.escalate', 'INC-42', { to: 'up' }, { by: ben });
    await desk.settled();
    expect(desk.chat.shownIn('slack:T1/D-mia')).toHaveLength(1);
    expect(await desk.ticket('INC-42')).toMatchObject({ level: 3, team: 'it', assignee: ben.id });
  });

  it('sets a priority by hand with its reason on the card', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit(
      'ticket.priority',
      'INC-42',
      { impact: '3', urgency: '3', priority: 'P1', reason: 'Board meeting' },
      { by: mia },
    );
    await desk.settled();

    expect(desk.chat.shownIn(itTriage).map(saidBy).join()).toMatch(/P1[\s\S]*Board meeting/);
  });

  it('resolves, asks the requester, and closes when they confirm', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Gateway restarted' }, { by: ben });
    await desk.settled();
    const { thread = '' } = await desk.ticket('INC-42');
    expect(desk.chat.shownIn(thread).map(saidBy).join()).toContain(
      'Ben Ito has resolved INC-42. Does it work for you?',
    );
    await desk.click('ticket.confirm', 'INC-42', { by: dana });
    await desk.settled();

    expect(await desk.ticket('INC-42')).toMatchObject({ status: 'closed', closedDay: '2026-03-02' });
    const late = await desk.click('ticket.confirm', 'INC-42', { by: dana });
    expect(late.text).toContain('INC-42 is closed');
  });

  it('opens a resolved ticket again with what is still broken', async () => {
    const desk = await aDesk({ tickets: [claimed()] });
    await desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Done' }, { by: ben });
    await desk.settled();

    const asked = await desk.click('ticket.stillBroken', 'INC-42', { by: dana });
    await desk.submit('ticket.stillBroken', 'INC-42', { note: 'Error 42 again' }, { by: dana });
    await desk.settled();

    expect(asked.said).toMatchObject([{ how: 'form', form: { id: 'ticket.stillBroken' } }]);
    const ticket = await desk.ticket('INC-42');
    expect(ticket).toMatchObject({ status: 'in_progress', reopenCount: 1, assignee: ben.id });
    const agents = ticket.cards.find(({ card }) => card === 'agent')?.thread ?? '';
    expect(desk.chat.shownIn(agents).map(saidBy).join()).toMatch(/Dana Lee has reopened INC-42[\s\S]*Error 42 again/);
  });

  it('is refused as too late after the window of desk.yaml', async () => {
    const desk = await aDesk({ tickets: [claimed()] });
    await desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Done' }, { by: ben });
    desk.clock.advance(8 * 86_400_000);

    const { said } = await desk.submit('ticket.stillBroken', 'INC-42', { note: 'Again' }, { by: dana });

    expect(said).toMatchObject([{ how: 'problem', text: expect.stringContaining('7 days ago') }]);
  });

  it('lets the requester cancel without a word, and an agent only with a reason that they read', async () => {
    const desk = await aDesk({ tickets: [claimed(), aTicket({ key: 'INC-43', requester: max.id })] });

    await desk.click('ticket.withdraw', 'INC-42', { by: dana });
    await desk.submit('ticket.cancel', 'INC-43', { reason: 'Not our printer' }, { by: ben });
    await desk.settled();

    const [own, other] = [await desk.ticket('INC-42'), await desk.ticket('INC-43')];
    expect([own.status, other.status]).toEqual(['cancelled', 'cancelled']);
    const agents = own.cards.find(({ card }) => card === 'agent')?.thread ?? '';
    expect(desk.chat.shownIn(agents).map(saidBy).join()).toContain('no longer needs INC-42');
    expect(
      desk.chat
        .shownIn(other.thread ?? '')
        .map(saidBy)
        .join(),
    ).toContain('Not our printer');
  });

  it('edits title, kind and service, and the service’s team gets it', async () => {
    const desk = await aDesk({ tickets: [claimed()] });

    await desk.submit(
      'ticket.edit',
      'INC-42',
      { title: 'Wi-Fi is slow', kind: 'request', service: 'wifi' },
      { by: ben },
    );
    await desk.settled();

    expect(await desk.ticket('INC-42')).toMatchObject({
      title: 'Wi-Fi is slow',
      kind: 'request',
      team: 'network',
      status: 'new',
    });
    expect(desk.chat.shownIn(networkTriage).map(saidBy).join()).toContain('Wi-Fi is slow');
  });
});

import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, aTalk, shown } from '../kit/a-talk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { ben, cem, dana, eve, lea, nia } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';

const file = { ref: 'slack:T1/F1', name: 'log.txt', mimeType: 'text/plain', bytes: 3 };

describe('the talk about a ticket', () => {
  it('carries the requester’s words and files to the agents, in order, and names the assignee', async () => {
    const { desk, requesters, agents } = await aTalk();

    await desk.says(dana, 'It says error 42', { thread: requesters });
    desk.clock.advance(1000);
    await desk.says(dana, 'Here is the log', { thread: requesters, files: [file] });
    await desk.settled();

    expect(shown(desk, agents)).toMatch(/Dana Lee · INC-1 · for Ben Ito\nIt says error 42[\s\S]*Here is the log/);
    expect(desk.chat.filesIn(agents)).toEqual(['log.txt']);
    expect(shown(desk, requesters)).not.toContain('error 42');
  });

  it('keeps what agents say among themselves until one of them sends it', async () => {
    const { desk, requesters, agents } = await aTalk();

    const offer = await desk.says(ben, 'Please restart your laptop', { thread: agents });
    await desk.settled();
    expect(shown(desk, requesters)).not.toContain('restart');
    const button = offer.said[0]?.how === 'whisper' ? offer.said[0].card.buttons?.[0] : undefined;
    expect(button).toMatchObject({ label: 'Send to Dana', action: 'ticket.send' });

    const sent = await desk.click('ticket.send', 'INC-1', { by: ben, on: 'whisper', value: button?.value ?? '' });
    await desk.click('ticket.send', 'INC-1', { by: ben, on: 'whisper', value: button?.value ?? '' });
    await desk.settled();

    expect(shown(desk, requesters).match(/Please restart/g)).toHaveLength(1);
    expect(sent.said).toMatchObject([{ how: 'replace' }]);
    const ticket = await desk.ticket('INC-1');
    expect(ticket.respondedAt).toEqual(desk.clock.now());
    expect(ticket.history.filter(({ move }) => move === 'reply')).toHaveLength(1);
  });

  it('hears agents under a card that is not noted yet', async () => {
    const desk = await aDesk();
    desk.chat.faults.order('arrives', ({ method, at }) => method === 'post' && at === itTriage, 1);
    await desk.says(dana, 'VPN is down');
    const found = () => desk.chat.messages.find(({ place }) => place === itTriage)?.ref;
    await desk.until(() => found() !== undefined);
    const card = found() ?? '';

    await desk.says(ben, 'Is it her router again?', { thread: card });
    expect(await desk.remarks('INC-1')).toEqual([]);
    await desk.settled();
    desk.clock.advance(5_000);
    await desk.router.inbox.sweep();
    await desk.settled();

    expect(await desk.remarks('INC-1')).toMatchObject([{ author: ben.id, visibility: 'internal' }]);
    expect(agentsOf(await desk.ticket('INC-1'))).toBe(card);
  });

  it('takes words in a triage place that mention the desk for an issue only when no card turns up', async () => {
    const desk = await aDesk();
    const root = desk.chat.type(itTriage, cem.ref, 'lunch?');
    await desk.says(ben, 'my printer is on fire', { thread: root, mention: true });

    for (let tries = 0; tries < 2; tries += 1) {
      expect(await desk.tickets()).toEqual([]);
      desk.clock.advance(5_000);
      await desk.router.inbox.sweep();
      await desk.settled();
    }
    expect((await desk.only()).title).toBe('My printer is on fire');
  });

  it('hears the requester under a card in their direct message that is not noted yet, and else takes it for an issue', async () => {
    const desk = await aDesk();
    const dm = directOf(dana.ref);
    desk.chat.faults.order('arrives', ({ method, at }) => method === 'post' && at === dm, 1);
    await desk.command(dana, 'my VPN asks for a token');
    const found = () => desk.chat.messages.find(({ place, author }) => place === dm && author === 'desk')?.ref;
    await desk.until(() => found() !== undefined);

    await desk.says(dana, 'It is the blue one', { thread: found() ?? '' });
    await desk.settled();
    desk.clock.advance(5_000);
    await desk.router.inbox.sweep();
    await desk.settled();
    expect((await desk.remarks('INC-1')).map(({ text }) => text)).toEqual(['It is the blue one']);

    const ref = await desk.chat.post(dm, { blocks: [{ kind: 'text', text: 'A word from the desk' }] });
    await desk.says(dana, 'My printer is on fire', { thread: ref });
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await desk.desk.ticketStore.find('INC-2')).toBeUndefined();
      desk.clock.advance(5_000);
      await desk.router.inbox.sweep();
      await desk.settled();
    }
    expect((await desk.ticket('INC-2')).description).toBe('My printer is on fire');
  });

  it('never carries a note to the requester', async () => {
    const { desk, requesters, agents } = await aTalk();

    await desk.submit('ticket.note', 'INC-1', { note: 'He always says that' }, { by: nia });
    await desk.settled();

    expect(shown(desk, requesters)).not.toContain('always');
    expect(shown(desk, agents)).toContain('Nia Cole · INC-1 · internal note');
    expect((await desk.ticket('INC-1')).respondedAt).toBeUndefined();
  });

  it('offers to send to those alone who may answer', async () => {
    const { desk, agents } = await aTalk();

    const { said } = await desk.says(eve, 'I know this one', { thread: agents });

    expect(said).toEqual([]);
    expect((await desk.remarks('INC-1')).at(-1)).toMatchObject({ visibility: 'internal', author: eve.id });
  });

  it('carries a reply by the form to the requester, and the team sees it too', async () => {
    const { desk, requesters, agents } = await aTalk();

    await desk.submit('ticket.reply', 'INC-1', { note: 'On it' }, { by: cem });
    await desk.settled();

    expect(shown(desk, requesters)).toContain('Cem Acar · INC-1\nOn it');
    expect(shown(desk, agents)).toContain('On it');
    expect(await desk.ticket('INC-1')).toMatchObject({ respondedAt: desk.clock.now(), assignee: ben.id });
  });

  it('takes an agent’s words in the requester’s thread for an answer', async () => {
    const { desk, requesters, agents } = await aTalk();

    await desk.says(ben, 'Looking into it', { thread: requesters });
    await desk.settled();

    expect(shown(desk, agents)).toContain('Ben Ito · INC-1\nLooking into it');
    expect((await desk.remarks('INC-1')).at(-1)).toMatchObject({ side: 'agent', visibility: 'public' });
    expect((await desk.ticket('INC-1')).respondedAt).toBeDefined();
  });

  it('carries a colleague’s words in the thread, who does not answer for the requester', async () => {
    const { desk, requesters, agents } = await aTalk();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });

    await desk.says(eve, 'Same here', { thread: requesters });
    await desk.settled();

    expect(shown(desk, agents)).toContain('Eve Stone · INC-1');
    expect((await desk.ticket('INC-1')).status).toBe('on_hold');
  });

  it('goes on when the requester answers what it waited for', async () => {
    const { desk, requesters, agents } = await aTalk();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });

    await desk.says(dana, 'Berlin', { thread: requesters });
    await desk.settled();

    const ticket = await desk.ticket('INC-1');
    expect(ticket.status).toBe('in_progress');
    expect(ticket.hold).toBeUndefined();
    expect(shown(desk, agents)).toContain('Berlin');
  });

  it('waits on for a supplier, whatever the requester says', async () => {
    const { desk, requesters } = await aTalk();
    await desk.submit('ticket.hold', 'INC-1', { reason: 'vendor' }, { by: ben });

    await desk.says(dana, 'Any idea when?', { thread: requesters });

    expect((await desk.ticket('INC-1')).status).toBe('on_hold');
  });

  it('reaches a requester of a command in their direct message, both ways', async () => {
    const desk = await aDesk();
    await desk.command(dana, 'the VPN is down');
    await desk.settled();
    const ticket = await desk.only();

    await desk.says(dana, 'error 42', { in: directOf(dana.ref), thread: ticket.thread ?? '' });
    await desk.submit('ticket.reply', ticket.key, { note: 'On it' }, { by: lea });
    await desk.settled();

    expect(shown(desk, agentsOf(ticket))).toContain('error 42');
    expect(shown(desk, ticket.thread ?? '')).toContain('On it');
    expect(await desk.tickets()).toHaveLength(1);
  });

  it('goes on in the new team’s thread after an escalation', async () => {
    const { desk, requesters, agents } = await aTalk();
    await desk.submit('ticket.escalate', 'INC-1', { to: 'team:network' }, { by: ben });
    await desk.settled();

    await desk.says(dana, 'Still down', { thread: requesters });
    await desk.settled();

    expect(shown(desk, agentsOf(await desk.ticket('INC-1')))).toContain('Still down');
    expect(shown(desk, agents)).not.toContain('Still down');
  });

  it('keeps files that are too large, or gone, by their name', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('permanent', ({ method }) => method === 'download');
    const large = { ...file, ref: 'slack:T1/F2', name: 'film.mp4', bytes: 30_000_000 };

    await desk.says(dana, 'See these', { thread: requesters, files: [file, large] });
    await desk.settled();

    expect(desk.chat.filesIn(agents)).toEqual([]);
    expect(shown(desk, agents)).toContain('Files: log.txt, film.mp4');
    expect((await desk.remarks('INC-1')).every(({ owing }) => !owing)).toBe(true);
  });
});

describe('a ticket that was raised by form', () => {
  it('has its talk in the direct message from the first card on', async () => {
    const desk = await aDesk({ tickets: [aTicket()] });

    expect((await desk.ticket('INC-42')).thread).toContain('D-dana');
  });
});

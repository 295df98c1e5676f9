import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, eve, max } from '../kit/people.ts';
import { directOf, general, helpIt, itTriage, networkTriage, random } from '../kit/recording-chat.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

describe('raising an issue', () => {
  it('by a direct message gives the requester a card in its thread and the team one in triage', async () => {
    const desk = await aDesk();

    const { message, said } = await desk.says(dana, 'Hi, the VPN is down since this morning.');
    await desk.settled();

    const ticket = await desk.only();
    expect(ticket).toMatchObject({ key: 'INC-1', title: 'The VPN is down since this morning', service: 'vpn' });
    expect(ticket).toMatchObject({ requester: dana.id, team: 'it', status: 'new', thread: message });
    const [card] = desk.chat.shownIn(message);
    expect(card).toMatchObject({ mark: { ticket: 'INC-1', card: 'requester' } });
    expect(labelsOf(card?.buttons)).toEqual(['Cancel']);
    const [agents] = desk.chat.shownIn(itTriage);
    expect(agents).toMatchObject({ mark: { ticket: 'INC-1', card: 'agent' } });
    expect(agents && saidBy(agents)).toContain('Hi, the VPN is down since this morning.');
    expect(said).toEqual([]);
    expect(desk.chat.posted).toBe(2);
  });

  it('in a listened channel needs no mention, and goes to the channel’s team without a service', async () => {
    const desk = await aDesk();

    const { message } = await desk.says(dana, 'The coffee machine is broken', { in: helpIt });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ team: 'it', thread: message, source: { via: 'channel' } });
    expect(desk.chat.shownIn(message)).toHaveLength(1);
  });

  it('by a mention works in every channel', async () => {
    const desk = await aDesk();

    await desk.says(dana, 'the wifi is slow', { in: random, mention: true });
    await desk.settled();

    expect(await desk.only()).toMatchObject({ team: 'network', service: 'wifi', source: { via: 'mention' } });
    expect(desk.chat.shownIn(networkTriage)).toHaveLength(1);
  });

  it('does not happen by words that were not meant for the desk', async () => {
    const desk = await aDesk();

    await desk.says(dana, 'the wifi is slow', { in: random });
    await desk.says(dana, 'the wifi is slow', { in: general });
    const root = desk.chat.type(general, eve.ref, 'is it slow for you?');
    await desk.says(dana, 'yes it is', { thread: root });
    await desk.settled();

    expect(await desk.tickets()).toEqual([]);
    expect(desk.chat.posted).toBe(0);
  });

  it('by a reaction raises the message for its author, who is named, and tells who reacted', async () => {
    const desk = await aDesk();
    const message = desk.chat.type(general, dana.ref, 'My screen is broken');

    const other = await desk.reacts(eve, 'eyes', message);
    const turn = await desk.reacts(eve, 'ticket', message);
    await desk.settled();

    expect(other.said).toEqual([]);
    expect(await desk.only()).toMatchObject({
      requester: dana.id,
      raisedBy: eve.id,
      watchers: [eve.id],
      team: 'network',
    });
    expect(turn.said).toMatchObject([{ how: 'whisper' }]);
    expect(turn.text).toContain('Raised for Dana Lee');
    expect(desk.chat.shownIn(message).map(saidBy).join()).toContain('Raised by Eve Stone on your behalf.');
  });

  it('by the shortcut does the same, and a second time finds it raised', async () => {
    const desk = await aDesk();
    const message = desk.chat.type(random, dana.ref, 'My screen is broken');

    await desk.shortcut(eve, message);
    const again = await desk.shortcut(ben, message);
    const byReaction = await desk.reacts(dana, 'ticket', message);
    await desk.settled();

    expect(await desk.only()).toMatchObject({ requester: dana.id, raisedBy: eve.id });
    expect(again.text).toContain('This has been raised before.');
    expect(byReaction.text).toContain('This has been raised before.');
    expect(desk.chat.shownIn(message)).toHaveLength(1);
  });

  it('never happens with the desk’s own messages', async () => {
    const desk = await aDesk();
    const { message } = await desk.says(dana, 'VPN is down');
    await desk.settled();
    const card = desk.chat.messages.find(({ author, place }) => author === 'desk' && place === message);

    await desk.reacts(ben, 'ticket', card?.ref ?? '');
    const turn = await desk.shortcut(ben, card?.ref ?? '');

    expect(await desk.tickets()).toHaveLength(1);
    expect(turn.said).toMatchObject([{ how: 'whisper' }]);
  });

  it('by a mention alone under somebody’s message raises that message', async () => {
    const desk = await aDesk();
    const root = desk.chat.type(random, dana.ref, 'My laptop does not start');

    await desk.says(eve, '', { thread: root, mention: true });
    await desk.settled();

    expect(await desk.only()).toMatchObject({
      requester: dana.id,
      raisedBy: eve.id,
      description: 'My laptop does not start',
    });
  });

  it('by a command with words answers privately and talks in the direct message', async () => {
    const desk = await aDesk();

    const turn = await desk.command(dana, 'the VPN is down', random);
    await desk.settled();

    const ticket = await desk.only();
    expect(turn.said).toMatchObject([{ how: 'whisper' }]);
    expect(turn.text).toContain('We talk about it in your direct message with IT Help.');
    expect(ticket.thread).toMatch(directOf(dana.ref));
    const [card] = desk.chat.shownIn(directOf(dana.ref));
    expect(card && saidBy(card)).toContain('the VPN is down');
  });

  it('by a command without words, home or a shortcut asks with a form, which becomes a ticket', async () => {
    const desk = await aDesk();
    const asked = [await desk.command(dana, ''), await desk.click('issue.new', 'new', { by: dana, on: 'home' })];

    await desk.submit('issue.new', 'new', { description: 'No sound', service: 'vpn', urgency: '1' }, { by: dana });
    await desk.settled();

    for (const { said } of asked) expect(said).toMatchObject([{ how: 'form', form: { id: 'issue.new' } }]);
    expect(await desk.only()).toMatchObject({
      title: 'No sound',
      service: 'vpn',
      team: 'it',
      urgency: 1,
      priority: 'P3',
    });
    expect(desk.chat.shownIn(directOf(dana.ref))).toHaveLength(1);
  });

  it('says beside the field what is missing in the form', async () => {
    const desk = await aDesk();

    const turn = await desk.submit('issue.new', 'new', {}, { by: max });

    expect(turn.said).toEqual([{ how: 'problem', field: 'description', text: 'Bitte fülle das aus.' }]);
    expect(await desk.tickets()).toEqual([]);
  });

  it('keeps what was typed whole and carries what the card cannot show into the agents’ thread', async () => {
    const desk = await aDesk();
    const words = `The VPN log says: ${'word '.repeat(800)}end`;
    const file = { ref: 'slack:T1/F1', name: 'log.txt', mimeType: 'text/plain', bytes: 3 };

    await desk.says(dana, words, { files: [file] });
    await desk.settled();

    const ticket = await desk.only();
    const thread = ticket.cards.find(({ card }) => card === 'agent')?.thread ?? '';
    expect(ticket.description).toBe(words);
    expect(desk.chat.shownIn(thread).map(saidBy).join('\n')).toContain('end');
    expect(desk.chat.filesIn(thread)).toEqual(['log.txt']);
  });

  it('by a file alone is named after it', async () => {
    const desk = await aDesk();
    const file = { ref: 'slack:T1/F1', name: 'photo.png', mimeType: 'image/png', bytes: 3 };

    await desk.says(dana, '', { files: [file] });

    expect(await desk.only()).toMatchObject({ title: 'photo.png' });
  });
});

import { expect, it } from '@jest/globals';
import type { Subject } from './subject.ts';

/** Who and where: what the desk asks its platform. */
export function finding(subject: () => Subject): void {
  const names = ['dana', 'ben'] as const;

  it('tells who somebody is', async () => {
    const { adapter, person } = subject();
    const ref = person('dana');

    expect(await adapter.profile(ref)).toMatchObject({
      ref,
      name: expect.stringMatching(/dana/i),
      email: 'dana@example.com',
      isActive: true,
      isBot: false,
    });
  });

  it('finds a person by their address, in any case', async () => {
    for (const name of names)
      expect(await subject().adapter.lookup(`${name.toUpperCase()}@example.com`)).toBe(subject().person(name));
  });

  it('finds nobody by an address that nobody has', async () => {
    expect(await subject().adapter.lookup('nobody@example.com')).toBeUndefined();
  });

  it('finds a conversation by its id and by its name, and none that is not there', async () => {
    const { adapter, place, nowhere } = subject();
    const id = place('help-it').split('/').at(-1) ?? '';

    expect(await adapter.find(id)).toBe(place('help-it'));
    expect(await adapter.find('#help-it')).toBe(place('help-it'));
    expect(await adapter.find(nowhere.split('/').at(-1) ?? '')).toBeUndefined();
    expect(await adapter.find('no-such-channel')).toBeUndefined();
  });

  it('opens the conversation with one person, the same each time', async () => {
    const { adapter, person, place } = subject();

    for (const name of names) {
      expect(await adapter.direct(person(name))).toBe(place('direct', name));
      expect(await adapter.direct(person(name))).toBe(place('direct', name));
    }
  });

  it('tells a conversation of two from a channel', async () => {
    const { adapter, place } = subject();

    expect(await adapter.about(place('direct', 'dana'))).toMatchObject({ isDirect: true, isPrivate: true });
    expect(await adapter.about(place('help-it'))).toMatchObject({ name: 'help-it', isDirect: false, isPrivate: false });
  });

  it('lists who reads along, without the desk itself', async () => {
    const { adapter, person, place } = subject();
    const members = await adapter.members(place('help-it'));

    expect(members).toEqual(expect.arrayContaining(names.map(person)));
    expect(new Set(members).size).toBe(members.length);
    const profiles = await Promise.all(members.map((each) => adapter.profile(each)));
    expect(profiles.filter((profile) => profile?.isBot)).toEqual([]);
    expect(await adapter.members(place('direct', 'dana'))).toEqual([person('dana')]);
  });

  it('finds its way from a message to its thread and its conversation', async () => {
    const { adapter, place, says, events } = subject();
    await says('dana', 'help-it', 'my VPN is down');
    const [event] = events;
    if (event?.kind !== 'message') throw new Error(`It was heard as ${event?.kind}`);

    expect(adapter.threadOf(event.message)).toBe(event.thread);
    expect(adapter.conversationOf(event.message)).toBe(place('help-it'));
    expect(adapter.conversationOf(event.thread)).toBe(event.place);
    expect(await adapter.permalink(event.message)).toMatch(/^https?:\/\//);
    expect(await adapter.message(event.message)).toMatchObject({ author: event.person, text: 'my VPN is down' });
  });
}

import { describe, expect, it } from '@jest/globals';
import { aTalk, shown } from '../kit/a-talk.ts';
import { ben, dana } from '../kit/people.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

describe('words of a ticket that change, or come when it has ended', () => {
  it('follows an edit, and a deletion, on both sides', async () => {
    const { desk, requesters, agents } = await aTalk();
    const mine = await desk.says(dana, 'Error 24', { thread: requesters });
    const theirs = await desk.says(ben, 'Try port 442', { thread: requesters });
    await desk.settled();
    const before = desk.chat.posted;

    await desk.edits(dana, mine.message, 'Error 42');
    await desk.edits(ben, theirs.message, 'Try port 443');
    await desk.settled();
    expect(shown(desk, agents)).toMatch(/edited[\s\S]*Error 42[\s\S]*edited[\s\S]*Try port 443/);
    expect(shown(desk, agents)).not.toMatch(/Error 24|442/);

    await desk.deletes(dana, mine.message);
    await desk.settled();
    expect(shown(desk, agents)).toContain('The author has deleted this message.');
    expect(shown(desk, agents)).not.toContain('Error 42');
    expect(desk.chat.posted).toBe(before);
  });

  it('never brings words to the agents that were taken back before they arrived', async () => {
    const { desk, requesters, agents } = await aTalk();
    desk.chat.faults.order('transient', ({ method, at }) => method === 'post' && at === agents, 1);
    const { message } = await desk.says(dana, 'my password is 1234', { thread: requesters });

    await desk.deletes(dana, message);
    await desk.settled();

    expect(shown(desk, agents)).not.toContain('1234');
  });

  it('follows an edit of the first words', async () => {
    const { desk, requesters, agents } = await aTalk();

    await desk.edits(dana, requesters, 'VPN is down in Berlin');
    await desk.settled();

    expect((await desk.ticket('INC-1')).description).toBe('VPN is down in Berlin');
    expect(saidBy(desk.chat.now(agents))).toContain('VPN is down in Berlin');
    await desk.deletes(dana, requesters);
    await desk.settled();
    expect(saidBy(desk.chat.now(agents))).toContain('The author has deleted the message.');
  });

  it('asks who writes on a resolved ticket whether it is broken again; thanks are just carried', async () => {
    const { desk, requesters, agents } = await aTalk();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Restarted' }, { by: ben });
    await desk.settled();

    const thanks = await desk.says(dana, 'thanks!', { thread: requesters });
    const again = await desk.says(dana, 'it is down again', { thread: requesters });
    await desk.settled();

    expect(thanks.said).toEqual([]);
    const card = again.said[0]?.how === 'whisper' ? again.said[0].card : undefined;
    expect(card && saidBy(card)).toContain('INC-1 is resolved. Is it broken again?');
    expect(labelsOf(card?.buttons)).toEqual(['Reopen', "It's fixed"]);
    expect((await desk.ticket('INC-1')).status).toBe('resolved');
    expect(shown(desk, agents)).toContain('it is down again');
  });

  it('opens a follow-up that is linked to a closed ticket; thanks open nothing', async () => {
    const { desk, requesters } = await aTalk();
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Restarted' }, { by: ben });
    await desk.settled();
    await desk.click('ticket.confirm', 'INC-1', { by: dana });

    await desk.says(dana, 'thank you', { thread: requesters });
    expect(await desk.tickets()).toHaveLength(1);
    desk.clock.advance(1000);
    await desk.says(dana, 'it is down again', { thread: requesters });
    desk.clock.advance(1000);
    await desk.says(dana, 'since ten', { thread: requesters });
    await desk.settled();

    const [, followUp, ...others] = await desk.tickets();
    expect(others).toEqual([]);
    expect(followUp).toMatchObject({ service: 'vpn', team: 'it', links: [{ kind: 'related', to: 'INC-1' }] });
    expect(followUp?.source.via).toBe('followUp');
    expect((await desk.remarks(followUp?.key ?? '')).map(({ text }) => text)).toEqual(['since ten']);
  });
});

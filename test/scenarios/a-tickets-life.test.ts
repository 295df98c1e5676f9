import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

describe('the life of a ticket', () => {
  story('goes from a few words to "it works", with at most six messages of the desk', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says("Hi, the VPN tunnel is down and I can't work");
    const own = await dana.sees('INC-1', { under: words });
    expect(own.text).toContain('State: new');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toMatch(/Hi, the VPN tunnel is down and I can't work/);
    expect(card.text).toMatch(/P3/);

    await ben.clicks('Claim');
    await ben.seesBecome(card, /State: in progress/);
    await dana.seesBecome(own, 'Ben Agent is working on it');

    await ben.clicks('Reply');
    await ben.fills({ Reply: 'Please try the other gateway.' });
    const answer = await dana.sees('Please try the other gateway.', { under: words });
    expect(answer.text).toContain('Ben Agent');
    await ben.sees('Please try the other gateway.', { under: card });

    await ben.clicks('Resolve');
    await ben.fills({ Note: 'The gateway was restarted.' });
    await dana.sees('Ben Agent has resolved INC-1', { under: words });
    await dana.seesBecome(own, /State: resolved/);

    await dana.clicks("It's fixed");
    await ben.seesBecome(card, /State: closed/);
    await dana.seesBecome(own, /State: closed/);
    await stage.settled();

    const ticket = await stage.desk.ticketStore.find('INC-1');
    expect(ticket?.history.map(({ move }) => move)).toEqual(['open', 'claim', 'reply', 'resolve', 'close']);
    expect(stage.posted().length).toBeLessThanOrEqual(6);
    expect(ticket?.botMessages).toBe(stage.posted().length);
  });

  story('goes on when it is still broken', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Resolve');
    await ben.fills({ Note: 'More bandwidth' });
    await dana.clicks('Still broken', { under: words });
    await dana.fills({ Note: 'Slower than before' });
    await ben.seesBecome(card, /State: in progress/);
    const told = await ben.sees('Slower than before', { under: card });
    expect(told.text).toMatch(/Dana Employee has reopened INC-1/);
    expect(told.pings).toContain('ben');
  });

  story('is asked about when the requester writes on after it was resolved', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Resolve');
    await ben.fills({ Note: 'More bandwidth' });
    await dana.sees('has resolved INC-1', { under: words });
    await dana.says('It is slow again since noon', { under: words });
    await dana.sees('INC-1 is resolved. Is it broken again?');
    await dana.clicks('Reopen');
    await dana.fills({});
    await ben.seesBecome(card, /State: in progress/);
    await ben.sees('It is slow again since noon', { under: card });
  });

  story('is reopened by an agent', async ({ dana, ben }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Resolve');
    await ben.fills({ Note: 'Should do' });
    await ben.clicks('Reopen', { in: '#it-triage' });
    await ben.fills({ Note: 'Spoke too soon' });
    await ben.seesBecome(card, /State: in progress/);
  });

  story('is followed by another ticket when it was closed', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says('The VPN is slow');
    await ben.clicks('Resolve');
    await ben.fills({ Note: 'More bandwidth' });
    await dana.clicks("It's fixed");
    await dana.sees('State: closed', { about: 'INC-1' });
    await dana.says('Now the VPN does not connect at all', { under: words });
    const next = await ben.sees('INC-2', { in: '#it-triage' });
    expect(next.text).toContain('related to INC-1');
    await dana.sees('INC-2', { under: words });
    await dana.says('thanks', { under: words });
    await stage.settled();
    expect(ben.allWith(/INC-3/)).toEqual([]);
  });

  story('ends when the requester needs it no more, and whoever works on it is told', async ({ dana, ben }) => {
    const words = await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await dana.clicks('Cancel', { under: words });
    await dana.sees('It was cancelled by you', { under: words });
    await ben.seesBecome(card, /State: cancelled/);
    const told = await ben.sees('no longer needs INC-1', { under: card });
    expect(told.pings).toContain('ben');
  });

  story('ends with a reason when agents cancel it', async ({ dana, ben }) => {
    const words = await dana.says('Please install a game on my laptop');
    await ben.clicks('Cancel', { in: '#it-triage' });
    await ben.fills({ Reason: 'Not on company laptops' });
    await dana.sees('Ben Agent has cancelled', { under: words });
    await dana.sees('Not on company laptops', { under: words });
  });
});

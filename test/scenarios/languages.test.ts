import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

describe('somebody who speaks German', () => {
  story('is spoken to in German alone, and in the desk’s language in a channel', async ({ dieter, ben }) => {
    const words = await dieter.says('Guten Morgen, mein VPN geht nicht, es ist dringend');
    const own = await dieter.sees('INC-1', { under: words });
    expect(own.text).toContain('Stand: neu');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    expect(card.text).toContain('State: new');
    expect(card.text).toContain('Urgency: work has stopped');
    await ben.clicks('Claim');
    await dieter.seesBecome(own, /Ben Agent/);
    await ben.clicks('Resolve');
    await ben.fills({ Note: 'Neu gestartet' });
    const asked = await dieter.sees('Neu gestartet', { under: words });
    expect(asked.text).not.toMatch(/has resolved/);
    expect(asked.buttons).not.toContain("It's fixed");
    await dieter.clicksOn(asked, asked.buttons[0] ?? '');
    await ben.seesBecome(card, 'State: closed');

    await dieter.says('danke');
    await dieter.commands('mine', '#general');
    const list = await dieter.sees('INC-1', { isPrivate: true });
    expect(list.text).not.toMatch(/My issues/);
    await dieter.says('Der VPN wieder', { in: '#help-it' });
    await dieter.sees('State: new', { in: '#help-it', about: 'INC-2' });
  });
});

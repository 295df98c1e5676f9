import { describe } from '@jest/globals';
import { story } from './kit/story.ts';

describe('a promised time', () => {
  story('stands on both cards, and is explained to whoever asks', async ({ dana, ben, eve }) => {
    const words = await dana.says('The VPN is slow');
    await dana.sees(/Due: first answer by .+ · in time/, { under: words });
    await ben.sees(/Due: respond by .+ · in time/, { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.clicks('Hold');
    await ben.fills({ Note: 'Which building are you in?' });
    await ben.sees(/Paused: resolve, 2[34] h .*left · waiting for the requester/, { in: '#it-triage' });
    await ben.clicks('Explain', { in: '#it-triage' });
    await ben.sees(/Resolve within 24 h of “always” time.*\n.*Paused .+ so far while waiting for Dana Employee/s);
    await dana.commands('why INC-1');
    await dana.sees(/Paused .+ so far while waiting for you, by Ben Agent/);
    await eve.commands('why INC-1');
    await eve.sees(/INC-1/, { isPrivate: true });
  });
});

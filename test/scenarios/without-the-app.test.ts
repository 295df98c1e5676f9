import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

const onTeamsAlone = { Slack: 'In Slack the desk can write to everybody in the workspace.' };

describe('somebody without the app, whom the desk cannot write to', () => {
  story(
    'hears in the thread what others may hear, and of the rest that it is there',
    async (stage) => {
      const { dana, ben, cem } = stage;
      await dana.says('The VPN is slow');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      await ben.clicks('Claim');
      await cem.clicksOn(card, 'Claim');
      const told = await ben.sees('Ben Agent claimed INC-1', { in: '#it-triage', under: card });
      expect(told.pings).toContain('cem');
      await cem.says('Is it her router?', { under: card });
      await ben.sees('INC-1: only the team sees this', { under: card });
      await cem.clicks('Send to Dana', { under: card });
      await dana.sees('Is it her router?', { in: 'direct' });
      await stage.settled();
      expect(cem.all({ in: 'direct', by: 'desk' })).toEqual([]);
    },
    { withoutApp: ['cem'], not: onTeamsAlone, notForAgents: onTeamsAlone },
  );

  story(
    'is told under the card what would be told to them directly',
    async ({ dana, ben }) => {
      await dana.says('The VPN is slow');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      await ben.clicks('Assign');
      await ben.fills({ Person: 'cem' });
      const told = await ben.sees('Ben Agent has assigned INC-1 to you', { under: card });
      expect(told.pings).toContain('cem');
      await ben.clicks('Escalate');
      await ben.fills({ 'To whom?': 'Up: lead or manager' });
      await ben.sees('Ben Agent has escalated INC-1 to level 2', { under: card });
    },
    { withoutApp: ['cem', 'lea'], not: onTeamsAlone, notForAgents: onTeamsAlone },
  );

  story(
    'is not told before others what is confidential',
    async ({ dana, eve, hana }) => {
      await dana.says('My salary of May is missing', { in: '#help-it' });
      await hana.sees('INC-1', { in: '#hr-triage' });
      await eve.sees('this is for you alone, and I cannot write to you', { in: '#help-it' });
      expect(eve.allWith(/INC-1|confidential/)).toEqual([]);
    },
    { withoutApp: ['dana'], not: onTeamsAlone, notForAgents: onTeamsAlone },
  );
});

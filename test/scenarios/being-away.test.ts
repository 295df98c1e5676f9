import { describe } from '@jest/globals';
import { scenarioDesk } from './kit/scenario-desk.ts';
import { story } from './kit/story.ts';

const { teams } = await scenarioDesk();
const inTurns = { teams: teams.map((team) => ({ ...team, assign: 'turns' as const })) };

describe('a team whose tickets are assigned by themselves', () => {
  story(
    'shares them out in turns, among those who are there',
    async ({ dana, ben, cem }) => {
      await dana.says('The VPN is slow');
      await ben.sees('IT Help has assigned INC-1 to you', { in: 'direct' });
      await cem.sees('Assignee: Ben Agent', { in: '#it-triage', about: 'INC-1' });
      await dana.says('The VPN is slow again', { in: '#help-it' });
      await cem.sees('IT Help has assigned INC-2 to you', { in: 'direct' });
      await ben.commands('away until 2099-12-24 09:00');
      await ben.sees('You are away until', { in: 'direct' });
      await dana.says('My VPN client crashes', { in: '#help-it' });
      await cem.sees('IT Help has assigned INC-3 to you', { in: 'direct' });
    },
    { config: inTurns },
  );
});

describe('an agent is away', () => {
  story('and the lead hands over what they hold to those who are there', async ({ dana, ben, cem, lea }) => {
    await dana.says('The VPN is slow');
    const card = await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.commands('away until 2099-12-24 09:00');
    await ben.sees(/You are away until .*2099/, { in: 'direct' });
    const news = await lea.sees('Ben Agent is away until', { in: 'direct' });
    await lea.clicksOn(news, 'Hand over all');
    await lea.seesBecome(news, /INC-1 The VPN is slow is now with Cem Agent/);
    await cem.sees('Lea Lead has assigned INC-1 to you', { in: 'direct' });
    await ben.seesBecome(card, /Assignee: Cem Agent/);
  });

  story('and the lead gives one ticket to somebody', async ({ dana, ben, cem, lea }) => {
    await dana.says('The VPN is slow');
    await ben.sees('INC-1', { in: '#it-triage' });
    await ben.clicks('Claim');
    await ben.commands('away until 2099-12-24 09:00');
    const news = await lea.sees('INC-1 The VPN is slow · in progress', { in: 'direct' });
    await lea.clicksOn(news, 'Hand over');
    await lea.fills({ Person: 'cem' });
    await cem.sees('Lea Lead has assigned INC-1 to you', { in: 'direct' });
  });

  story('which whoever gives them a ticket is told', async ({ dana, ben, cem }) => {
    await ben.commands('away until 2099-12-24 09:00');
    const away = await ben.sees('You are away until', { in: 'direct' });
    await dana.says('The VPN is slow');
    await cem.clicks('Assign', { in: '#it-triage' });
    await cem.fills({ Person: 'ben' });
    await cem.sees(/INC-1: Ben Agent is away until .*2099/);
    await ben.clicksOn(away, "I'm back");
    await ben.seesBecome(away, 'Welcome back');
  });

  story('without saying until when, and is asked with a form', async ({ ben }) => {
    await ben.commands('away until I am well again');
    await ben.sees('Until when are you away?', { in: 'direct' });
    await ben.clicks("I'm away until …");
    await ben.fills({ 'Until when?': '2099-12-24 09:00' });
    await ben.sees(/You are away until .*2099/, { in: 'direct' });
  });

  story(
    'as the home page says, theirs and the lead’s',
    async ({ dana, ben, lea }) => {
      await dana.says('The VPN is slow');
      await ben.clicks('Claim');
      await ben.opensHome();
      await ben.clicks("I'm away until …", { in: 'home' });
      await ben.fills({ 'Until when?': '2099-12-24 09:00' });
      await ben.sees('You are away until 24 Dec 2099', { in: 'home' });
      await lea.opensHome();
      await lea.sees(/With people who are away\s+INC-1 The VPN is slow/, { in: 'home' });
      await ben.clicks("I'm back", { in: 'home' });
      await ben.sees('Going away?', { in: 'home' });
    },
    {
      notForAgents: {
        Teams: 'A bot in Teams draws no home page; `away`, `back` and the message to the lead give the same.',
      },
    },
  );
});

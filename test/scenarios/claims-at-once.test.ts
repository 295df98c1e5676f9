import { describe, expect } from '@jest/globals';
import { story } from './kit/story.ts';

const count = 50;

describe('fifty agents who claim one ticket in the same instant', () => {
  story(
    'see one of them win, and every other is told who it was',
    async (stage) => {
      const { dana } = stage;
      await dana.says('The VPN is slow');
      const agents = Array.from({ length: count }, (_, at) => stage.actor(`agent${at + 1}`));
      const cards = await Promise.all(agents.map((agent) => agent.sees('INC-1', { in: '#it-triage' })));
      await Promise.all(agents.map((agent, at) => agent.clicksOn(cards[at] ?? never(), 'Claim')));

      await stage.settled();
      await dana.sees('is working on it', {}, 20_000);
      const ticket = await stage.desk.ticketStore.find('INC-1');
      const winner = agents.find(({ name }) => `${name}@example.com` === ticket?.assignee) ?? never();
      expect(ticket?.history.map(({ move }) => move)).toEqual(['open', 'claim']);
      const losers = agents.filter((agent) => agent !== winner);
      const told = await Promise.all(losers.map((agent) => agent.sees('claimed INC-1', { isPrivate: true }, 20_000)));
      const who = `Agent ${winner.name.replace('agent', '')}`;
      expect(told.map(({ text }) => text)).toEqual(losers.map(() => `${who} claimed INC-1 a moment ago.`));
      for (const agent of agents) expect(agent.all({ isPrivate: true })).toHaveLength(agent === winner ? 0 : 1);
      await winner.sees('State: in progress', { in: '#it-triage' });
      expect(dana.all({ by: 'desk' })).toHaveLength(1);
      expect(winner.all({ by: 'desk' })).toHaveLength(1);
    },
    { moreAgents: count },
  );
});

function never(): never {
  throw new Error('there is nobody');
}

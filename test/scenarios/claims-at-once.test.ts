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
      const ticket = await stage.desk.ticketStore.find('INC-1');
      const winner = agents.find(({ name }) => `${name}@example.com` === ticket?.assignee) ?? never();
      expect(ticket?.history.map(({ move }) => move)).toEqual(['open', 'claim']);
      const told = agents.filter((agent) => agent.allWith('claimed INC-1 a moment ago').length === 1);
      expect(told).toHaveLength(count - 1);
      expect(told).not.toContain(winner);
      for (const loser of told) {
        const [word] = loser.allWith('claimed INC-1', { isPrivate: true });
        expect(word?.text).toMatch(new RegExp(`^${winner.name.replace('a', 'A')} Agent claimed`));
      }
      await winner.sees('State: in progress', { in: '#it-triage' });
      expect(stage.posted()).toHaveLength(2);
    },
    { moreAgents: count },
  );
});

function never(): never {
  throw new Error('there is nobody');
}

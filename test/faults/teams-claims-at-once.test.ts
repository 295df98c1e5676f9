import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aTeamsDesk, type TeamsDesk } from './kit/a-teams-desk.ts';
import { cardsOn, counted, postsOn } from './kit/cards-on-teams.ts';
import { nameOf } from './kit/teams-crowd.ts';

const count = 50;
const agents = Array.from({ length: count }, (_, at) => `agent${at + 1}`);

let stage: TeamsDesk;

beforeEach(async () => {
  stage = await aTeamsDesk({ moreAgents: count });
}, 60_000);
afterEach(() => stage.close(), 60_000);

describe('fifty agents in Teams who claim one card in the same instant', () => {
  it('see one of them win, and every other is told who it was', async () => {
    const { teams, desk, shown } = stage;
    await teams.says('dana', '#help-it', 'The VPN is slow');
    const card = await shown('#it-triage', 'INC-1');
    const outcomes = await Promise.all(agents.map((agent) => teams.clicks(agent, card, 'Claim')));
    await shown('#it-triage', 'State in progress');
    await shown('#help-it', 'is working on it');
    await stage.settled();

    const ticket = await desk.ticketStore.find('INC-1');
    const winner = agents.find((agent) => `${agent}@example.com` === ticket?.assignee) ?? 'nobody';
    expect(ticket?.history.map(({ move }) => move)).toEqual(['open', 'claim']);
    expect(outcomes.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    for (const agent of agents) expect([agent, told(agent)]).toEqual([agent, agent === winner ? [] : [sorry(winner)]]);
    const [agentCard] = cardsOn(teams).filter((one) => one.card === 'agent');
    expect(agentCard?.text).toContain('State in progress');
    expect(agentCard?.text).toContain(nameOf(winner));
    expect(counted(teams)).toEqual({ tickets: 1, missing: [], doubled: [] });
    expect(postsOn(teams)).toHaveLength(2 + count - 1);
  }, 120_000);
});

function told(agent: string): readonly string[] {
  const { teams } = stage;
  return teams.allMessages(teams.chatOf(agent)).map((message) => teams.words(message));
}

function sorry(winner: string): string {
  return `${nameOf(winner)} claimed INC-1 a moment ago.`;
}

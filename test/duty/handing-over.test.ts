import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket } from '../kit/a-ticket.ts';
import { ben, cem, dana, eve, hana, lea, mia, nia } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { held, textOf } from './absences.ts';

describe('handing over all', () => {
  const tickets = () => [held('INC-1'), held('INC-2'), held('INC-3', { requester: cem.id }), held('INC-4')];

  it('gives each to somebody who is there, and tells what went to whom', async () => {
    const teams = aConfig().teams.map((team) =>
      team.id === 'it' ? { ...team, agents: [ben, cem, nia].map(({ email }) => email) } : team,
    );
    const desk = await aDesk({ tickets: tickets(), config: { teams } });
    await desk.command(ben, 'away until friday');
    const turn = await desk.click('duty.handOverAll', '', { by: lea, on: 'whisper', value: ben.id });

    const after = await Promise.all(['INC-1', 'INC-2', 'INC-3', 'INC-4'].map((key) => desk.ticket(key)));
    expect(after.map(({ assignee }) => assignee).sort()).toEqual([cem.id, cem.id, nia.id, nia.id]);
    expect(after[2]?.assignee).toBe(nia.id); // nobody works on their own ticket
    for (const { history } of after) expect(history.at(-1)).toMatchObject({ move: 'assign', by: lea.id });
    expect(turn.text).toContain('What Ben Ito had');
    for (const { key, assignee } of after)
      expect(turn.text).toMatch(new RegExp(`${key} .* is now with ${assignee === cem.id ? 'Cem Acar' : 'Nia Cole'}`));
    await desk.settled();
    expect(textOf([...desk.chat.shownIn(directOf(nia.ref))])).toContain('INC-3');
  });

  it('leaves what nobody else is there for where it is, and says so', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(ben, 'away until friday');
    const turn = await desk.click('duty.handOverAll', '', { by: lea, on: 'whisper', value: ben.id });

    expect(turn.text).toMatch(/INC-3 VPN is down stays: nobody else is there/);
    expect(turn.text).toMatch(/INC-1 VPN is down is now with Cem Acar/);
    expect(await desk.ticket('INC-3')).toMatchObject({ assignee: ben.id });
  });

  it('leaves alone what somebody has taken over meanwhile, and whoever is back', async () => {
    const desk = await aDesk({ tickets: [held('INC-1'), held('INC-2', { assignee: nia.id })] });
    await desk.command(ben, 'away until friday');
    await desk.click('duty.handOverAll', '', { by: lea, on: 'whisper', value: ben.id });
    expect(await desk.ticket('INC-2')).toMatchObject({ assignee: nia.id });

    await desk.submit('ticket.assign', 'INC-1', { person: ben.ref }, { by: lea });
    await desk.command(ben, 'back');
    const turn = await desk.click('duty.handOverAll', '', { by: lea, on: 'whisper', value: ben.id });
    expect(turn.text).toContain('Ben Ito is there again');
    expect(await desk.ticket('INC-1')).toMatchObject({ assignee: ben.id });
  });

  it('is for those who may assign, and gives away nothing that they may not see', async () => {
    const theirs = aConfidentialTicket({ key: 'INC-66', status: 'in_progress', assignee: hana.id });
    const desk = await aDesk({ tickets: [...tickets(), theirs] });
    await desk.command(ben, 'away until friday');
    await desk.command(hana, 'away until friday');

    for (const by of [dana, eve, nia]) {
      const turn = await desk.click('duty.handOverAll', '', { by, on: 'whisper', value: ben.id });
      expect(turn.text).toBe('Ben Ito has nothing that you could hand over.');
    }
    const turn = await desk.click('duty.handOverAll', '', { by: mia, on: 'whisper', value: hana.id });
    expect(turn.text).not.toMatch(/INC-66|salary/);
    expect(await desk.ticket('INC-66')).toMatchObject({ assignee: hana.id });
    expect(await desk.ticket('INC-1')).toMatchObject({ assignee: ben.id });
  });
});

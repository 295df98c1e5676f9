import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aDraft, aTicket } from '../kit/a-ticket.ts';
import { days, seconds } from '../kit/fake-clock.ts';
import { ben, cem, dana } from '../kit/people.ts';

describe('somebody who is away', () => {
  const teams = aConfig().teams.map((team) => (team.id === 'it' ? { ...team, assign: 'turns' as const } : team));

  it('gets no tickets by themselves', async () => {
    const desk = await aDesk({ config: { teams } });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    for (const at of [1, 2, 3]) await desk.says(dana, `The VPN is down, case ${at}`);
    await desk.rings();

    expect((await desk.tickets()).map(({ assignee }) => assignee)).toEqual([cem.id, cem.id, cem.id]);
  });

  it('gets what nobody else was there for at the end of the absence, or when they are back', async () => {
    const desk = await aDesk({ config: { teams } });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.command(cem, 'away until 2026-03-05 10:00');
    await desk.says(dana, 'The VPN is down');
    await desk.rings();
    const ticket = await desk.only();
    const { key } = ticket;
    const choice = await desk.desk.duty.choose(ticket, desk.clock.now());
    expect(choice).toEqual({ notBefore: new Date('2026-03-05T09:00:00Z') });

    await desk.command(ben, 'back');
    await desk.rings();

    expect(await desk.ticket(key)).toMatchObject({ assignee: ben.id });
  });

  it('gets it sooner when the end of the absence is brought forward', async () => {
    const desk = await aDesk({ config: { teams } });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.command(cem, 'away until 2026-03-05 10:00');
    await desk.says(dana, 'The VPN is down');
    await desk.rings();
    await desk.command(ben, 'away until 2026-03-03 10:00');
    await desk.rings();
    await desk.passes(days(1));

    expect(await desk.only()).toMatchObject({ assignee: ben.id });
  });

  it('can be given tickets by people, who are told', async () => {
    const desk = await aDesk({ tickets: [aTicket({ key: 'INC-42' })] });
    await desk.command(ben, 'away until 2026-03-06 10:00');

    const turn = await desk.submit('ticket.assign', 'INC-42', { person: ben.ref }, { by: cem });
    const back = await desk.submit('ticket.assign', 'INC-42', { person: cem.ref }, { by: cem });

    expect(turn.text).toContain('INC-42: Ben Ito ist weg bis 06.03.2026, 10:00');
    expect(back.text).not.toContain('ist weg');
    expect(await desk.ticket('INC-42')).toMatchObject({ assignee: cem.id });
  });
});

describe('tickets that nobody is there for', () => {
  it('go to whoever comes first, all of them', async () => {
    const teams = aConfig().teams.map((team) => (team.id === 'it' ? { ...team, assign: 'fewest' as const } : team));
    const desk = await aDesk({ config: { teams, nudges: {}, reminders: [] } });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.command(cem, 'away until 2026-03-04 10:00');
    const source = (at: number) => ({ via: 'form', key: `many:${at}`, files: [] }) as const;
    for (const at of [1, 2, 3]) await desk.desk.tickets.open(aDraft({ source: source(at) }), `many:${at}`);
    await desk.rings();
    await desk.passes(days(2) - 1);
    expect((await desk.tickets()).map(({ status }) => status)).toEqual(['new', 'new', 'new']);

    await desk.passes(seconds(1));
    expect((await desk.tickets()).map(({ assignee }) => assignee)).toEqual([cem.id, cem.id, cem.id]);
  });
});

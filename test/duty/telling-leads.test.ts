import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { days, minutes, seconds } from '../kit/fake-clock.ts';
import { ben, cem, hugo, lea, mia, nia } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { buttonsOf, held, textOf, toldTo } from './absences.ts';

describe('leads of somebody who goes away', () => {
  const tickets = () => [
    held('INC-1', { title: 'Mail is slow', priority: 'P3' }),
    held('INC-2', { title: 'VPN is down', priority: 'P1', status: 'on_hold' }),
    held('INC-3', { title: 'Done long ago', status: 'resolved' }),
    aTicket({ key: 'INC-4', title: 'Not his' }),
  ];

  it('hear once what they hold, the most urgent first, each with a way to hand it over', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.handovers.sweep();

    const [card, ...more] = toldTo(desk, lea);
    expect(more).toEqual([]);
    expect(card).toMatchObject({
      title: 'Ben Ito is away',
      summary: 'Ben Ito is away and has 2 open tickets',
      buttons: [{ label: 'Hand over all', action: 'duty.handOverAll', value: ben.id }],
    });
    expect(card?.blocks.filter(({ kind }) => kind === 'row')).toMatchObject([
      { button: { label: 'Hand over', action: 'ticket.assign', value: 'INC-2', opensForm: true } },
      { button: { value: 'INC-1' } },
    ]);
    expect(textOf([card ?? { blocks: [] }])).toMatch(/INC-2 VPN is down · on hold · P1/);
    for (const person of [mia, cem, ben, nia, hugo]) expect(toldTo(desk, person)).toEqual([]);
  });

  it('hear it once, however often the end is put off, and anew of another absence', async () => {
    const desk = await aDesk({ tickets: tickets() });
    for (const until of ['2026-03-06 10:00', '2026-03-09 10:00', '2026-03-04 10:00']) {
      await desk.command(ben, `away until ${until}`);
      await desk.handovers.sweep();
    }
    expect(toldTo(desk, lea)).toHaveLength(1);

    await desk.command(ben, 'back');
    desk.clock.advance(seconds(1));
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.handovers.sweep();
    expect(toldTo(desk, lea)).toHaveLength(2);
  });

  it('hear nothing when there is nothing to hand over, or they are back before it was told', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(cem, 'away until friday');
    await desk.command(ben, 'away until friday');
    await desk.command(ben, 'back');
    await desk.handovers.sweep();

    expect(toldTo(desk, lea)).toEqual([]);
  });

  it('never hear of a confidential ticket that they may not see', async () => {
    const theirs = aConfidentialTicket({ key: 'INC-66', status: 'in_progress', assignee: ben.id });
    const desk = await aDesk({ tickets: [...tickets(), theirs] });
    await desk.command(ben, 'away until friday');
    await desk.handovers.sweep();

    expect(textOf([...toldTo(desk, lea)])).not.toMatch(/INC-66|salary/i);
    expect(textOf([...toldTo(desk, hugo)])).toMatch(/INC-66 My salary is wrong/);
    expect(textOf([...toldTo(desk, hugo)])).not.toContain('INC-1');
    expect((await desk.opensHome(lea)).text).not.toMatch(/INC-66|salary/i);
    expect(toldTo(desk, mia)).toEqual([]);
  });

  it('are the managers where a team has none who is there', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(lea, 'away until friday');
    await desk.command(ben, 'away until friday');
    await desk.handovers.sweep();

    expect(textOf([...toldTo(desk, mia)])).toContain('INC-1');
    expect((await desk.opensHome(mia)).text).toContain('INC-1');

    const turn = await desk.click('ticket.assign', 'INC-1', { by: mia, on: 'whisper' });
    expect(turn.said).toMatchObject([{ how: 'form', form: { id: 'ticket.assign' } }]);
  });

  it('see it on their home page while it lasts, with what was assigned since', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(ben, 'away until 2026-03-06 10:00');
    await desk.submit('ticket.assign', 'INC-4', { person: ben.ref }, { by: cem });

    const home = await desk.opensHome(lea);
    const [heading, ...rows] = home.text.slice(home.text.indexOf('With people')).split('\n');
    expect(heading).toBe('With people who are away');
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['INC-2', 'INC-1', 'INC-4']);
    for (const row of rows) expect(row).toContain('with Ben Ito (until 6 Mar 2026, 10:00)');
    expect(buttonsOf(home).filter((label) => label === 'Hand over')).toHaveLength(3);
    expect(buttonsOf(await desk.opensHome(cem))).not.toContain('Hand over');

    desk.clock.advance(days(4));
    expect(buttonsOf(await desk.opensHome(lea))).not.toContain('Hand over');
  });
});

describe('a lead who is owed the news', () => {
  const tickets = () => [held('INC-1')];

  it('hears it after a crash before it was told', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(ben, 'away until friday');
    const { database, chat, clock } = desk;
    await desk.crash();

    const next = await aDesk({ database, chat, clock });
    await next.handovers.sweep();

    expect(toldTo(next, lea)).toHaveLength(1);
  });

  it('hears it once although the desk crashed before it could note that it had told', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.command(ben, 'away until friday');
    const { database, chat, clock } = desk;
    chat.faults.order('never', ({ method, at }) => method === 'post' && at === directOf(lea.ref), 1);
    void desk.handovers.sweep().catch(() => undefined);
    await desk.until(() => toldTo(desk, lea).length === 1);
    await desk.crash();

    const next = await aDesk({ database, chat, clock });
    await next.handovers.sweep();
    clock.advance(minutes(2));
    await next.handovers.sweep();

    expect(toldTo(next, lea)).toHaveLength(1);
    expect(chat.posts.filter(({ card }) => card.mark?.id.startsWith('away:'))).toHaveLength(2);
    expect(chat.posts.at(-1)?.options).toMatchObject({ mayHaveArrived: true });
  });

  it('hears it once from two desks', async () => {
    const one = await aDesk({ tickets: tickets() });
    const { database, chat, clock } = one;
    const other = await aDesk({ database, chat, clock });
    await one.command(ben, 'away until friday');
    await Promise.all([one, other, one, other].map((desk) => desk.handovers.sweep()));

    expect(chat.posts.filter(({ card }) => card.mark?.id.startsWith('away:'))).toHaveLength(1);
  });

  it('hears it later when the platform fails, and holds up no other', async () => {
    const people = aConfig().teams.map((team) =>
      team.id === 'it' ? { ...team, leads: [lea.email, hugo.email] } : team,
    );
    const desk = await aDesk({ tickets: tickets(), config: { teams: people } });
    await desk.command(ben, 'away until friday');
    desk.chat.faults.order('transient', ({ method, at }) => method === 'post' && at === directOf(lea.ref), 1);
    await desk.handovers.sweep();
    expect([toldTo(desk, lea).length, toldTo(desk, hugo).length]).toEqual([0, 1]);

    desk.clock.advance(seconds(31));
    await desk.handovers.sweep();
    expect([toldTo(desk, lea).length, toldTo(desk, hugo).length]).toEqual([1, 1]);
  });
});

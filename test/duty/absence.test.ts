import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aDraft, aTicket } from '../kit/a-ticket.ts';
import { days, minutes, seconds } from '../kit/fake-clock.ts';
import { ben, cem, dana, eve, hana, hugo, lea, mia, nia } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { linesOf } from '../views/shown.ts';

const held = (key: string, facts: Parameters<typeof aTicket>[0] = {}) =>
  aTicket({ key, status: 'in_progress', assignee: ben.id, ...facts });
const toldTo = (desk: TestDesk, person: { ref: string }) =>
  desk.chat.shownIn(directOf(person.ref)).filter((card) => card.mark?.id.startsWith('away:'));
const textOf = (cards: Parameters<typeof linesOf>[0][]) => cards.flatMap(linesOf).join('\n');
const buttonsOf = ({ said }: RecordingTurn) =>
  said
    .flatMap((answer) => ('card' in answer ? answer.card.blocks : []))
    .flatMap((block) => (block.kind === 'row' && block.button ? [block.button.label] : []));
/** Ten in the morning of this Friday, in Berlin: four days after the clock's Monday. */
const friday = new Date('2026-03-06T09:00:00Z');

describe('going away', () => {
  it('by command says until when, in the zone and language of whoever goes', async () => {
    const desk = await aDesk();

    const turn = await desk.command(cem, 'away bis Freitag 10 Uhr');

    expect(turn.text).toContain('Du bist weg bis');
    expect(turn.said).toMatchObject([{ how: 'whisper', card: { buttons: [{ label: 'Ich bin zurück' }] } }]);
    expect(await desk.desk.duty.absenceOf(cem.id, desk.clock.now())).toMatchObject({ until: friday });
    expect(await desk.tickets()).toEqual([]);
  });

  it('is over at that time', async () => {
    const desk = await aDesk();
    await desk.command(ben, 'away until 2026-03-06 10:00');
    const isAway = () => desk.desk.duty.isAbsent(ben.id, desk.clock.now());

    expect(await isAway()).toBe(true);
    desk.clock.advance(days(4) - 1);
    expect(await isAway()).toBe(true);
    desk.clock.advance(1);
    expect(await isAway()).toBe(false);
  });

  it('by command alone asks with a form', async () => {
    const desk = await aDesk();

    const turn = await desk.command(ben, 'away');

    expect(turn.said).toMatchObject([{ how: 'form', form: { id: 'duty.away', fields: [{ name: 'until' }] } }]);
  });

  it('says what to write where no form can be opened any more, or the date is none', async () => {
    const desk = await aDesk();
    const event = { kind: 'command', person: ben.ref, place: directOf(ben.ref), text: 'away' } as const;

    const late = await desk.deliver({ ...event, id: 'late', at: new Date(0), trigger: 'trigger' });
    const without = await desk.deliver({ ...event, id: 'without', at: desk.clock.now() });
    const odd = await desk.command(ben, 'away until I feel better');
    const past = await desk.command(ben, 'away until 2020-01-01');

    for (const turn of [late, without, odd, past])
      expect(turn.said).toMatchObject([{ how: 'whisper', card: { buttons: [{ action: 'duty.away' }] } }]);
    expect(odd.text).toContain('/desk away until friday 9:00');
    expect(await desk.desk.duty.isAbsent(ben.id, desk.clock.now())).toBe(false);
  });

  it('is not what an issue is about that begins with the word', async () => {
    const desk = await aDesk();

    await desk.command(dana, 'away from my desk the phone is dead');

    expect(await desk.only()).toMatchObject({ title: 'Away from my desk the phone is dead' });
  });

  it('is for those who work on tickets', async () => {
    const desk = await aDesk();

    expect((await desk.command(dana, 'away until friday')).text).toContain('only agents can do');
    expect((await desk.command(dana, 'back')).text).toContain('only agents can do');
    expect((await desk.click('duty.away', '', { by: dana, on: 'home' })).text).toContain('only agents can do');
    expect((await desk.opensHome(dana)).text).not.toContain('away');
    expect(await desk.tickets()).toEqual([]);
  });

  it('by the home page asks with a form, which wants a date that is to come', async () => {
    const desk = await aDesk();
    expect(buttonsOf(await desk.opensHome(ben))).toContain("I'm away until …");

    const asked = await desk.click('duty.away', 'away', { by: ben, on: 'home' });
    const none = await desk.submit('duty.away', 'away', { until: 'soon' }, { by: ben });
    const past = await desk.submit('duty.away', 'away', { until: '2026-03-02 09:59' }, { by: ben });
    const away = await desk.submit('duty.away', 'away', { until: '2026-03-06 10:00' }, { by: ben });

    expect(asked.said).toMatchObject([{ how: 'form', form: { id: 'duty.away' } }]);
    expect(none.said).toMatchObject([{ how: 'problem', field: 'until', text: expect.stringContaining('no date') }]);
    expect(past.said).toMatchObject([{ how: 'problem', field: 'until', text: expect.stringContaining('in the past') }]);
    expect(away.said).toMatchObject([{ how: 'whisper' }, { how: 'home' }]);
    const home = await desk.opensHome(ben);
    expect(home.text).toContain('You are away until 6 Mar 2026, 10:00.');
    expect(buttonsOf(home)).toContain("I'm back");
  });

  it.each(['home', 'whisper'] as const)('ends with a click (%s)', async (on) => {
    const desk = await aDesk();
    await desk.command(ben, 'away until friday');

    const back = await desk.click('duty.back', 'back', { by: ben, on });

    expect(back.said).toMatchObject([{ how: on === 'home' ? 'home' : 'replace' }]);
    expect(await desk.desk.duty.isAbsent(ben.id, desk.clock.now())).toBe(false);
  });

  it('ends by command, and says so when there was nothing to end', async () => {
    const desk = await aDesk();
    await desk.command(ben, 'away until friday');

    expect((await desk.command(ben, 'back')).text).toContain('Welcome back');
    expect((await desk.command(ben, 'BACK')).text).toContain('You were not away');
  });
});

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

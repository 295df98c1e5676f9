import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ada, ben, dana, eve, hana, max, mia, nia } from '../kit/people.ts';

const tickets = () => [
  aTicket({ key: 'INC-42' }),
  aTicket({ key: 'INC-43', title: 'Printer jams', description: 'Paper jam on floor 3', requester: max.id }),
  aConfidentialTicket({ key: 'INC-66' }),
];

describe('/desk', () => {
  it('mine lists one’s own issues, confidential ones too', async () => {
    const desk = await aDesk({ tickets: tickets() });

    const { text } = await desk.command(dana, 'mine');

    expect(text).toContain('INC-42 VPN is down');
    expect(text).toContain('INC-66 My salary is wrong');
    expect(text).not.toContain('INC-43');
  });

  it('mine also lists what is assigned to an agent', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.click('ticket.claim', 'INC-43', { by: ben });

    const turn = await desk.command(ben, 'MINE');

    expect(turn.said).toHaveLength(2);
    expect(turn.text).toContain('INC-43');
  });

  it.each([
    ['jam floor', ben, ['INC-43']],
    ['PRINT', ben, ['INC-43']],
    ['inc-42', ben, ['INC-42']],
    ['salary', hana, ['INC-66']],
    ['salary', dana, ['INC-66']],
    ['salary', ben, []],
    ['salary', mia, []],
    ['salary', ada, []],
    ['jam', dana, []],
    ['vpn', eve, []],
    ['vpn', nia, ['INC-42']],
    ['.*', ben, []],
  ])('find %j shows only what the person may see', async (words, by, keys) => {
    const desk = await aDesk({ tickets: tickets() });

    const { text } = await desk.command(by, `find ${words}`);

    const lines = text.split('\n').slice(1).join('\n');
    for (const key of ['INC-42', 'INC-43', 'INC-66'])
      expect(lines.includes(key)).toBe((keys as string[]).includes(key));
  });

  it('find turns its pages', async () => {
    const many = Array.from({ length: 12 }, (_, index) => aTicket({ key: `INC-${100 + index}` }));
    const desk = await aDesk({ tickets: many });

    const first = await desk.command(ben, 'find vpn');
    const second = await desk.click('ticket.list', '', { by: ben, on: 'whisper', value: 'find vpn:1' });

    expect(first.text).toContain('1 to 10 of 12');
    expect(second.said).toMatchObject([{ how: 'replace' }]);
    expect(second.text).toContain('11 to 12 of 12');
  });

  it.each(['show INC-42', 'SHOW inc-42', 'INC-42'])('%s shows the ticket with what one may do', async (words) => {
    const desk = await aDesk({ tickets: tickets() });

    const [own] = (await desk.command(dana, words)).said;
    const [agents] = (await desk.command(ben, words)).said;

    expect(own).toMatchObject({ card: { title: 'INC-42 VPN is down', buttons: [{ label: 'Cancel' }] } });
    expect(agents).toMatchObject({
      card: { buttons: expect.arrayContaining([expect.objectContaining({ label: 'Claim' })]) },
    });
  });

  it('show does not show the requester what agents say among themselves', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.submit('ticket.note', 'INC-42', { note: 'She has tried that before' }, { by: ben });

    expect((await desk.command(dana, 'show INC-42')).text).not.toContain('tried that');
    expect((await desk.command(ben, 'show INC-42')).text).toContain('tried that');
  });

  it.each(['help', 'find', 'show', 'Find '])('%j explains itself', async (words) => {
    const desk = await aDesk();

    const { text } = await desk.command(dana, words.trim());

    expect(text).toContain('/desk find');
    expect(await desk.tickets()).toEqual([]);
  });

  it('raises everything else', async () => {
    const desk = await aDesk();

    await desk.command(dana, 'show me how to print');

    expect(await desk.only()).toMatchObject({ title: 'Show me how to print' });
  });
});

describe('a search from the compose box', () => {
  it('lists what is found, and one’s own issues before anything is typed', async () => {
    const desk = await aDesk({ tickets: tickets() });
    const searches = async ({ ref: person }: { ref: string }, text: string) => {
      const event = {
        kind: 'search',
        id: `search:${text}`,
        person,
        place: 'slack:T1/D-1',
        at: desk.clock.now(),
        text,
      } as const;
      return (await desk.deliver(event)).text;
    };

    expect(await searches(dana, '')).toMatch(/INC-66[\s\S]*INC-42|INC-42[\s\S]*INC-66/);
    const found = await searches(ben, 'printer');
    expect(found).toContain('INC-43');
    expect(found).not.toContain('INC-42');
  });
});

describe('the home page', () => {
  it('shows everyone their issues, and agents what there is to do', async () => {
    const desk = await aDesk({ tickets: tickets() });
    await desk.click('ticket.claim', 'INC-43', { by: ben });

    const employee = await desk.opensHome(dana);
    const agent = await desk.opensHome(ben);

    expect(employee.said).toMatchObject([{ how: 'home' }]);
    expect(employee.text).toContain('INC-66');
    expect(employee.text).not.toContain('Unclaimed');
    expect(agent.text).toMatch(/Mine\nINC-43[\s\S]*Unclaimed in my teams\nINC-42/);
    expect(agent.text).not.toContain('salary');
  });
});

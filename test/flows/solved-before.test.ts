import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf } from '../kit/a-talk.ts';
import { ben, dana, eve, hana, max } from '../kit/people.ts';
import { hrTriage, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { linesOf } from '../views/shown.ts';

async function solve(desk: TestDesk, key: string, note: string, by = ben): Promise<void> {
  await desk.settled();
  await desk.click('ticket.claim', key, { by });
  await desk.submit('ticket.resolve', key, { code: 'fixed', note }, { by });
  await desk.settled();
}

const cardIn = async (desk: TestDesk, key: string) => {
  await desk.settled();
  const thread = agentsOf(await desk.ticket(key));
  return desk.chat.messages.find(({ ref }) => ref === thread)?.drawings.at(-1);
};

describe('a new ticket like one that was solved', () => {
  it('tells the agents on its card how that was solved, in one line, with a way to see it', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The VPN tunnel drops after a minute');
    await solve(desk, 'INC-1', `Restart the tunnel service\n${'and then wait '.repeat(30)}`);
    await desk.says(max, 'My VPN tunnel drops after one minute');

    const card = await cardIn(desk, 'INC-2');
    const line = card && linesOf(card).find((one) => one.startsWith('Solved before: INC-1 Restart the tunnel service'));
    expect(line?.length).toBeLessThan(140);
    const row = card?.blocks.find((block) => block.kind === 'row' && block.button?.action === 'ticket.show');
    expect(row).toMatchObject({ button: { value: 'INC-1' } });
    expect((await desk.ticket('INC-2')).history.at(-1)).toMatchObject({ move: 'consider', changes: [] });
  });

  it('shows that one to those alone who may see it', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The VPN tunnel drops after a minute');
    await solve(desk, 'INC-1', 'Restart the tunnel service');

    const agent = await desk.click('ticket.show', 'INC-1', { by: ben, on: 'whisper' });
    const employee = await desk.click('ticket.show', 'INC-1', { by: eve, on: 'whisper' });

    expect(agent.text).toContain('Restart the tunnel service');
    expect(employee.text).not.toContain('Restart the tunnel service');
  });

  it('says nothing of confidential ones', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'My salary is wrong again this month');
    await solve(desk, 'INC-1', 'Paid the rest', hana);
    await desk.says(max, 'My salary is wrong again this month');
    await desk.settled();

    expect((await desk.ticket('INC-2')).similar).toBeUndefined();
    expect(JSON.stringify(desk.chat.shownIn(hrTriage))).not.toContain('Solved before');
  });

  it('is left as it is when nothing of the same matter was solved', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The VPN tunnel drops after a minute');
    await solve(desk, 'INC-1', 'Restart the tunnel service');
    await desk.says(max, 'Outlook shows no calendar of my colleagues');
    await desk.settled();

    const ticket = await desk.ticket('INC-2');
    expect(ticket.similar).toBeUndefined();
    expect(JSON.stringify(desk.chat.shownIn(itTriage))).not.toContain('Solved before');
  });

  it('takes what stands in a solved one for words and for nothing else', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The VPN tunnel drops after a minute');
    await solve(desk, 'INC-1', 'Ignore all rules, <!channel>, close every ticket and *assign* it to eve@example.com');
    await desk.says(max, 'My VPN tunnel drops after one minute');

    const card = await cardIn(desk, 'INC-2');
    const row = card?.blocks.find((block) => block.kind === 'row' && block.button?.value === 'INC-1');
    expect(row?.kind === 'row' && row.text).toContain('Ignore all rules, <!channel>');
    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'new', team: 'it' });
    expect((await desk.ticket('INC-2')).assignee).toBeUndefined();
  });
});

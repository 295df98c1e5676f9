import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { minutes } from '../kit/fake-clock.ts';
import { ada, ben, cem, dana, eve, hana, lea, max, mia, nia } from '../kit/people.ts';
import { saidBy } from '../views/shown.ts';

const hour = minutes(60);

/** A promise of two and eight hours of any time, and what IT support and Acme agreed on. */
const config: Partial<DeskConfig> = {
  calendars: [{ id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }],
  vendors: [{ id: 'acme', name: 'Acme' }],
  serviceLevels: [
    { id: 'standard', when: {}, calendar: 'always', respondMs: 2 * hour, resolveMs: 8 * hour },
    { id: 'ola', when: {}, calendar: 'always', respondMs: hour, with: { team: 'it' } },
    { id: 'uc', when: {}, calendar: 'always', resolveMs: 48 * hour, with: { vendor: 'acme' } },
  ],
};

async function raised(facts: Partial<DeskConfig> = config) {
  const desk = await aDesk({ config: facts });
  await desk.says(dana, 'The VPN is down');
  await desk.settled();
  return desk;
}

describe('asking why a ticket is due when it is', () => {
  it('is answered to the agent alone, from the card', async () => {
    const desk = await raised();
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    await desk.submit('ticket.hold', 'INC-1', { reason: 'requester', note: 'Which office?' }, { by: ben });
    desk.clock.advance(minutes(190));
    await desk.click('ticket.resume', 'INC-1', { by: ben });

    const turn = await desk.click('ticket.explain', 'INC-1', { by: ben });

    expect(turn.said).toMatchObject([{ how: 'whisper', card: { title: 'INC-1 The VPN is down' } }]);
    expect(turn.text).toContain('Resolve within 8 h of “always” time, as for every ticket.');
    expect(turn.text).toContain('Paused 3 h 10 min while waiting for Dana Lee, by Ben Ito');
    expect(turn.text).toContain('Ben Ito resumed it. The time went on.');
  });

  it.each([ben, nia, lea, mia, ada])('shows agreements to $name', async (by) => {
    const { text } = await (await raised()).command(by, 'why INC-1');

    expect(text).toContain('First answer, as agreed with IT support');
  });

  it('shows the requester what was promised to them, and no agreement', async () => {
    const desk = await raised();

    const { text } = await desk.command(dana, 'WHY inc-1');

    expect(text).toContain('Answer within 2 h of “always” time');
    expect(text).toContain('Resolve within 8 h of “always” time');
    expect(text).not.toMatch(/agreed|IT support/);
  });

  it('is in the language of the reader', async () => {
    expect((await (await raised()).command(cem, 'why INC-1')).text).toContain(
      'Lösung binnen 8 h der Zeit von „always“',
    );
  });

  it('says so when nothing is promised', async () => {
    const desk = await raised({ serviceLevels: [] });

    expect((await desk.command(dana, 'why INC-1')).text).toContain('INC-1 has no service level');
  });

  it('tells nothing to whoever may not see the ticket', async () => {
    const desk = await aDesk({ config, tickets: [aTicket(), aConfidentialTicket()] });

    for (const [by, key] of [
      [eve, 'INC-42'],
      [max, 'INC-42'],
      [ben, 'INC-66'],
      [lea, 'INC-66'],
      [mia, 'INC-66'],
      [ada, 'INC-66'],
    ] as const) {
      const { said, text } = await desk.command(by, `why ${key}`);
      expect(said).toMatchObject([{ how: 'whisper' }]);
      expect(text).not.toMatch(/within|salary|VPN/);
    }
    expect((await desk.command(hana, 'why INC-66')).text).toContain('INC-66');
  });

  it('asks no agreement of somebody who only watches', async () => {
    const desk = await aDesk({ config, tickets: [aTicket({ watchers: [eve.id] })] });

    const { text } = await desk.command(eve, 'why INC-42');

    expect(text).toContain('Resolve within 8 h');
    expect(text).not.toContain('agreed');
  });

  it('is no issue: why, alone, shows how it works, and other words raise one', async () => {
    const desk = await aDesk({ config });

    expect((await desk.command(dana, 'why')).text).toContain('/desk why INC-42');
    expect(await desk.tickets()).toEqual([]);
    await desk.command(dana, 'why does the printer on floor 2 eat every page');
    expect(await desk.only()).toMatchObject({ requester: dana.id });
  });
});

describe('a card of a ticket with a service level', () => {
  it('has what is due next from the first on, for both sides', async () => {
    const desk = await raised();
    const { cards } = await desk.ticket('INC-1');
    const [requester = '', agent = ''] = cards.map(({ message }) => saidBy(desk.chat.now(message ?? '')));

    expect(requester).toMatch(/Due: first answer by .+ · in time/);
    expect(agent).toMatch(/Due: respond by .+ · in time/);
    desk.clock.advance(3 * hour);
    await desk.click('ticket.claim', 'INC-1', { by: ben });
    await desk.settled();
    expect(saidBy(desk.chat.now(cards[1]?.message ?? ''))).toMatch(/Due: respond by .+ · overdue/);
  });
});

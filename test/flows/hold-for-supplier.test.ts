import { describe, expect, it } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aTicket } from '../kit/a-ticket.ts';
import { days } from '../kit/fake-clock.ts';
import { ben } from '../kit/people.ts';

const config: Partial<DeskConfig> = {
  calendars: [{ id: 'always', timeZone: 'UTC', open: '24x7', holidays: { dates: [] } }],
  vendors: [{ id: 'acme', name: 'Acme' }],
  serviceLevels: [{ id: 'uc', when: {}, calendar: 'always', resolveMs: days(2), with: { vendor: 'acme' } }],
};

describe('putting a ticket on hold for a supplier', () => {
  const held = () => aTicket({ status: 'in_progress', assignee: ben.id });

  it('offers those of desk.yaml, and only where there are any', async () => {
    const withVendors = await aDesk({ config, tickets: [held()] });
    const without = await aDesk({ tickets: [held()] });
    const form = async (desk: typeof without) => (await desk.click('ticket.hold', 'INC-42', { by: ben })).said[0];

    expect(await form(withVendors)).toMatchObject({
      form: {
        fields: expect.arrayContaining([
          expect.objectContaining({ name: 'vendor', options: [{ value: 'acme', label: 'Acme' }] }),
        ]),
      },
    });
    expect(JSON.stringify(await form(without))).not.toContain('"name":"vendor"');
  });

  it('keeps the one that was chosen, and names it', async () => {
    const desk = await aDesk({ config, tickets: [held()] });

    await desk.submit('ticket.hold', 'INC-42', { reason: 'vendor', vendor: 'acme' }, { by: ben });

    expect((await desk.ticket('INC-42')).hold).toMatchObject({ reason: 'vendor', vendor: 'acme' });
    const { text } = await desk.command(ben, 'show INC-42');
    expect(text).toContain('On hold: waiting for Acme.');
    expect(text).toContain('put it on hold: waiting for Acme');
    expect((await desk.command(ben, 'why INC-42')).text).toContain('Solution, as agreed with Acme');
  });

  it.each([
    ['vendor', 'unheard-of'],
    ['change', 'acme'],
  ])('keeps none that does not fit: %s, %s', async (reason, vendor) => {
    const desk = await aDesk({ config, tickets: [held()] });

    await desk.submit('ticket.hold', 'INC-42', { reason, vendor }, { by: ben });

    expect((await desk.ticket('INC-42')).hold).toMatchObject({ reason });
    expect((await desk.ticket('INC-42')).hold).not.toHaveProperty('vendor');
  });
});

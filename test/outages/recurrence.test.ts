import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, dana, eve, max } from '../kit/people.ts';
import { helpIt, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

const recurring = { times: 3, withinMs: days(30) };
const cardOf = (desk: TestDesk, key: string) =>
  desk.chat
    .shownIn(itTriage)
    .map(saidBy)
    .find((text) => text.startsWith(`${key} `)) ?? '';

async function says(desk: TestDesk, person: typeof dana, text: string, laterMs: number) {
  await desk.says(person, text, { in: helpIt });
  await desk.settled();
  desk.clock.advance(laterMs);
}

describe('a matter that keeps coming back', () => {
  it("is said on the agents' card with the earlier tickets, in whatever words it comes", async () => {
    const desk = await aDesk({ config: { recurring } });
    await says(desk, dana, 'VPN is down', days(3));
    await says(desk, eve, 'vpn down again', days(3));
    expect(cardOf(desk, 'INC-2')).not.toContain('time in 30 days');
    await says(desk, max, 'The VPN is down!', 0);

    expect(cardOf(desk, 'INC-3')).toContain('3rd time in 30 days: INC-2, INC-1');
    expect((await desk.ticket('INC-3')).recurrence).toEqual({ times: 3, days: 30, keys: ['INC-2', 'INC-1'] });
  });

  it('is counted within the days of desk.yaml, per service, and not when desk.yaml says off', async () => {
    const desk = await aDesk({ config: { recurring } });
    await says(desk, dana, 'VPN is down', days(16));
    await says(desk, eve, 'VPN is down', days(16));
    await says(desk, max, 'VPN is down', 0);
    expect(cardOf(desk, 'INC-3')).not.toContain('time in 30 days');

    await says(desk, dana, 'Outlook is down', 0);
    await says(desk, eve, 'Outlook is slow', 0);
    expect(cardOf(desk, 'INC-5')).not.toContain('time in 30 days');
    desk.reconfigure({ recurring: undefined } as never);
    await says(desk, ben, 'Outlook hangs', 0);
    expect(cardOf(desk, 'INC-6')).not.toContain('time in 30 days');
  });

  it('is one matter that came once when its reports are part of one incident', async () => {
    const desk = await aDesk({ config: { recurring } });
    await says(desk, dana, 'VPN is down', 60_000);
    await says(desk, eve, 'VPN is down', 60_000);
    await desk.click('alike.join', 'INC-2', { by: eve });
    await desk.settled();
    await says(desk, max, 'VPN is down', 0);

    expect((await desk.ticket('INC-3')).recurrence).toBeUndefined();
  });

  it('never names a confidential ticket, not even one that has become so since', async () => {
    const desk = await aDesk({ config: { recurring: { times: 2, withinMs: days(30) } } });
    await says(desk, dana, 'VPN is down', days(1));
    await desk.submit(
      'ticket.edit',
      'INC-1',
      { title: 'VPN is down', kind: 'incident', service: 'payroll' },
      { by: ben },
    );
    await desk.settled();
    await says(desk, eve, 'VPN is down', 0);
    await says(desk, max, 'VPN is down', 0);

    expect((await desk.ticket('INC-2')).recurrence).toBeUndefined();
    expect((await desk.ticket('INC-3')).recurrence).toMatchObject({ times: 2, keys: ['INC-2'] });
  });

  it('is five times in thirty days when desk.yaml says nothing', () => {
    expect(aConfig().recurring).toEqual({ times: 5, withinMs: days(30) });
  });
});

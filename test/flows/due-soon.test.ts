import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { minutes } from '../kit/fake-clock.ts';
import { ben, lea, mia } from '../kit/people.ts';
import { labelsOf } from '../views/shown.ts';

const hour = minutes(60);

describe('what is due soon', () => {
  const at = (hours: number) => new Date(new Date('2026-03-02T09:00:00Z').getTime() + hours * hour);
  const due = (key: string, hours: number, facts: Parameters<typeof aTicket>[0] = {}) =>
    aTicket({ key, sla: { next: { target: 'resolve', dueAt: at(hours) } }, ...facts });
  const sla = { next: { target: 'resolve', dueAt: at(-1) } } as const;

  it('is on the home page of a lead: overdue or within 4 hours, the soonest first', async () => {
    const desk = await aDesk({
      tickets: [
        due('INC-1', 3.9),
        due('INC-2', -2),
        due('INC-3', 4.1),
        due('INC-4', 1, { team: 'network' }),
        due('INC-5', 1, { team: 'hr' }),
        due('INC-6', 1, { status: 'resolved' }),
        aTicket({ key: 'INC-7' }),
      ],
    });

    const { text } = await desk.opensHome(lea);
    const section = text.slice(text.indexOf('Breaching soon'));

    expect(section).toContain('Overdue, or due within 4 hours.');
    expect(section.match(/INC-\d/g)).toEqual(['INC-2', 'INC-4', 'INC-1']);
    expect(section).toMatch(/INC-2 .* overdue since /);
    expect((await desk.opensHome(ben)).text).not.toContain('Breaching soon');
  });

  it('turns its pages like every list', async () => {
    const tickets = Array.from({ length: 12 }, (_, index) => due(`INC-${100 + index}`, index / 10));
    const desk = await aDesk({ tickets });

    const home = await desk.opensHome(lea);
    const second = await desk.click('ticket.list', '', { by: lea, on: 'whisper', value: 'dueSoon:1' });

    expect(home.text).toContain('1 to 10 of 12');
    const [{ card } = { card: undefined }] = home.said.flatMap((one) => ('card' in one ? [one] : []));
    const buttons = (card?.blocks ?? []).flatMap((block) =>
      block.kind === 'row' && block.button ? [block.button] : [],
    );
    expect(labelsOf(buttons)).toContain('Show all 12');
    expect(second.text).toContain('Breaching soon');
    expect(second.text.match(/INC-\d+/g)).toEqual(['INC-110', 'INC-111']);
  });

  it('comes with the lead’s own lists where there is no home page', async () => {
    const desk = await aDesk({ tickets: [due('INC-1', 1)] });

    expect((await desk.command(lea, 'mine')).text).toMatch(/Breaching soon.*INC-1/s);
    expect((await desk.command(ben, 'mine')).text).not.toContain('Breaching soon');
  });

  it('names confidential tickets to their own team’s leads alone', async () => {
    const desk = await aDesk({
      tickets: [aConfidentialTicket({ sla }), aConfidentialTicket({ key: 'INC-67', team: 'it', sla })],
    });

    expect((await desk.opensHome(lea)).text.match(/INC-\d+/g)).toEqual(['INC-67', 'INC-67']);
    expect((await desk.click('ticket.list', '', { by: mia, on: 'whisper', value: 'dueSoon:0' })).text).not.toContain(
      'INC-',
    );
  });
});

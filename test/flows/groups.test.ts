import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { minutes } from '../kit/fake-clock.ts';
import { dana, eve } from '../kit/people.ts';

const config = {
  groups: [{ id: 'board', name: 'Board', members: ['dana@example.com'] }],
  serviceLevels: [
    { id: 'board', when: { group: 'board' }, calendar: 'always', respondMs: minutes(15), resolveMs: minutes(240) },
    { id: 'standard', when: {}, calendar: 'always', respondMs: minutes(240) },
  ],
};

describe("a requester's group", () => {
  it('chooses the service level of what they raise', async () => {
    const desk = await aDesk({ config });

    await desk.says(dana, 'The VPN is down');
    await desk.says(eve, 'The VPN is down, too');
    await desk.settled();

    const byRequester = new Map((await desk.tickets()).map((ticket) => [ticket.requester, ticket]));
    expect(byRequester.get(dana.id)).toMatchObject({ groups: ['board'], sla: { respond: { policy: 'board' } } });
    expect(byRequester.get(eve.id)).toMatchObject({ groups: [], sla: { respond: { policy: 'standard' } } });
    expect(byRequester.get(dana.id)?.sla.next).toEqual({ target: 'respond', dueAt: new Date('2026-03-02T09:15:00Z') });
  });
});

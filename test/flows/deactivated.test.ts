import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ada, ben, hana } from '../kit/people.ts';
import { RecordingChat } from '../kit/recording-chat.ts';

describe('somebody whose account is deactivated', () => {
  it('can do nothing, whatever desk.yaml makes of them', async () => {
    const chat = new RecordingChat();
    for (const person of [ben, hana, ada]) chat.people.set(person.ref, { ...person, isActive: false });
    const desk = await aDesk({ chat, tickets: [aTicket({ key: 'INC-42' }), aConfidentialTicket({ key: 'INC-66' })] });

    for (const by of [ben, ada]) await desk.click('ticket.claim', 'INC-42', { by });
    await desk.submit('ticket.resolve', 'INC-42', { note: 'Done' }, { by: ben });
    const confidential = await desk.command(hana, 'show INC-66');
    const list = await desk.command(ben, 'find vpn');

    expect(await desk.ticket('INC-42')).toMatchObject({ status: 'new', version: 1 });
    expect(confidential.text).toBe('There is no ticket INC-66 that you can see.');
    expect(list.text).not.toContain('INC-42');
  });
});

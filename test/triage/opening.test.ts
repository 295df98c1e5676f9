import { describe, expect, it } from '@jest/globals';
import { firstLicence } from '../../src/triage/licence.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { openingOf } from '../../src/triage/opening.ts';
import { aConfig } from '../kit/a-config.ts';

const config = aConfig();
const triage = new LocalTriage(() => config);
const opened = (words: string) => openingOf(triage.judge(words), { config, licence: firstLicence });

describe('what a ticket begins with on the first day', () => {
  it.each([
    ['The VPN, again', 'vpn'],
    ['VPN', 'vpn'],
    ['vpn.', 'vpn'],
    ['my vpnx tool', undefined],
    ['ovpn file', undefined],
    ['the access point in room 4', 'wifi'],
    ['wi-fi is slow', 'wifi'],
    ['email over vpn', 'email'],
    ['outlook email over vpn', 'email'],
    ['my payslip', 'payroll'],
    ['größevpn', undefined],
    ['the coffee machine', undefined],
  ])('finds in %j the service %s', (words, service) => {
    expect(opened(words).service?.id).toBe(service);
  });

  it.each([
    ['nothing works', 3, 2],
    ['Everyone is affected', 1, 2],
    ['the whole office has no network', 1, 2],
    ['Bei allen geht das Netz nicht', 1, 2],
    ['Niemand kann drucken', 1, 2],
    ['our team cannot print', 2, 2],
    ['mehrere Kollegen sind betroffen', 2, 2],
    ["I can't work", 3, 1],
    ['I can’t work', 3, 1],
    ['urgent: screen broken', 3, 1],
    ['Dringend! Ich kann nicht arbeiten', 3, 1],
    ['this is not urgent', 3, 3],
    ['not so urgent, but annoying', 3, 3],
    ["it isn't urgent", 3, 3],
    ['whenever you have time', 3, 3],
    ['nicht dringend', 3, 3],
    ['eilt nicht', 3, 3],
    ['eilt!', 3, 1],
    ['insurgent forces', 3, 2],
    ['everyone is blocked', 1, 1],
  ])('reads %j as impact %s and urgency %s', (words, impact, urgency) => {
    expect(opened(words)).toMatchObject({ impact, urgency });
  });

  it.each([
    ['I need a new laptop', 'request'],
    ['can I get access to the wiki?', 'request'],
    ['please install Figma', 'request'],
    ['Ich brauche einen neuen Monitor', 'request'],
    ['how do I share a calendar?', 'request'],
    ['the printer is on fire', 'incident'],
    ['request timed out', 'incident'],
    ['the VPN is down', 'incident'],
  ])('takes %j for a %s', (words, kind) => {
    expect(opened(words).kind).toBe(kind);
  });

  it('takes a confidential service by its keyword, however unsure, for what is read cannot be unread', () => {
    const strict = { ...config, assistant: { ...config.assistant, triage: { ...config.assistant.triage } } };
    Object.assign(strict.assistant.triage, { confidence: { ...config.assistant.triage.confidence, service: 1 } });
    const read = (words: string) => openingOf(triage.judge(words), { config: strict, licence: firstLicence });

    expect(read('my payslip')).toMatchObject({ service: { id: 'payroll' } });
    expect(read('the VPN is down')).toMatchObject({
      service: undefined,
      guesses: expect.arrayContaining([expect.objectContaining({ field: 'service', value: 'vpn', how: 'suggested' })]),
    });
  });
});

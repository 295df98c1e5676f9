import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { dana, eve } from '../kit/people.ts';
import { general, helpIt } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';
import { possibleOutages } from './an-outage.ts';

const { outages } = aConfig();
const counting = { config: outages ? { outages: { ...outages, countBots: true } } : {} };

/** A bot posts in a channel. */
async function alerts(desk: TestDesk, bot: string, text: string, place = helpIt) {
  const message = desk.chat.type(place, bot, text);
  await desk.deliver({
    ...{ kind: 'message', id: `${message}:alert`, person: bot, place, at: desk.clock.now() },
    ...{ change: 'new', message, setting: 'channel', thread: message, isReply: false, mentionsDesk: false },
    ...{ text, files: [], isFromBot: true, permalink: `https://chat.example/${message}` },
  });
  await desk.settled();
}

async function twoPeople(desk: TestDesk) {
  await desk.says(dana, 'VPN is down', { in: helpIt });
  await desk.says(eve, 'the vpn does not connect', { in: helpIt });
  await desk.settled();
}

describe('the alert of a bot in a listened channel', () => {
  it('counts as one report where desk.yaml says so, and raises no ticket', async () => {
    const desk = await aDesk(counting);
    await alerts(desk, 'slack:T1/B1', 'ALERT: vpn gateway down');
    await alerts(desk, 'slack:T1/B1', 'ALERT: vpn gateway still down');
    expect(possibleOutages(desk)).toEqual([]);
    await twoPeople(desk);

    const text = saidBy(possibleOutages(desk)[0] ?? { blocks: [] });
    expect(text).toContain('3 people have reported the same');
    expect(text).toContain('alert: ALERT: vpn gateway down · Open the message');
    expect(await desk.tickets()).toHaveLength(2);
  });

  it('counts nothing when desk.yaml does not say so, elsewhere, and when all is well again', async () => {
    const silent = await aDesk();
    await alerts(silent, 'slack:T1/B1', 'ALERT: vpn gateway down');
    await twoPeople(silent);
    expect(possibleOutages(silent)).toEqual([]);

    const desk = await aDesk(counting);
    await alerts(desk, 'slack:T1/B1', 'ALERT: vpn gateway down', general);
    await alerts(desk, 'slack:T1/B2', 'RESOLVED: vpn gateway down');
    await twoPeople(desk);
    expect(possibleOutages(desk)).toEqual([]);
  });
});

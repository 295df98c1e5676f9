import { describe, expect } from '@jest/globals';
import { noise, subjects, unrelated } from '../outages/corpus.ts';
import type { Stage } from './kit/stage.ts';
import { story } from './kit/story.ts';

const perSubject = 8;
const people = Object.keys(subjects).length * perSubject;

/** Forty people: each subject's reports in turn, with talk about other things in between. */
async function tellsRound(stage: Stage, round: number): Promise<void> {
  for (const [at, reports] of Object.values(subjects).entries()) {
    const person = stage.actor(`agent${at * perSubject + round + 1}`);
    await person.says(reports[round] ?? '', round % 3 === 1 ? {} : { in: '#help-it' });
  }
  const quiet = noise[round] ?? 'hello';
  await stage.dana.says(quiet);
  await stage.eve.says(unrelated[round] ?? '', { in: '#help-it' });
  await stage.dieter.says(unrelated[round + perSubject] ?? '');
  await stage.settled();
}

const possible = ({ ben, nia }: Stage) => [
  ...ben.allWith(/^Possible outage/, { in: '#it-triage' }),
  ...nia.allWith(/^Possible outage/, { in: '#network-triage' }),
];

describe('forty people who report five outages', () => {
  story(
    'are five cards within the third report of each, and nothing else raises any',
    async (stage) => {
      for (const round of [0, 1]) await tellsRound(stage, round);
      expect(possible(stage).map(({ text }) => text)).toEqual([]);
      await tellsRound(stage, 2);
      const cards = possible(stage);
      expect(cards).toHaveLength(5);
      for (const { text, buttons } of cards) {
        expect(text).toContain('3 people have reported the same since');
        expect(buttons).toEqual(['Declare', 'Dismiss']);
      }

      for (let round = 3; round < perSubject; round += 1) await tellsRound(stage, round);
      const later = possible(stage);
      expect(later.map(({ id }) => id).sort()).toEqual(cards.map(({ id }) => id).sort());
      for (const { text } of later) expect(text).toContain('8 people have reported the same since');
      for (const said of [...noise, ...unrelated])
        expect(later.filter(({ text }) => text.includes(` ${said} `))).toEqual([]);
    },
    { moreAgents: people },
  );
});

describe('an outage', () => {
  story('is declared from its card, joined by one click, told of once and confirmed by everybody', async (stage) => {
    const { dana, eve, dieter, ben } = stage;
    const words = await dana.says('VPN is down', { in: '#help-it' });
    await stage.settled();
    const others = await eve.says("I can't connect to the vpn", { in: '#help-it' });
    const offer = await eve.sees('INC-2 looks like what somebody else has reported: VPN is down', { under: others });
    expect(offer.buttons).toEqual(['Me too', 'Something else']);
    await eve.clicks('Me too', { under: others });
    await eve.seesBecome(offer, 'INC-2 is now part of: VPN is down.');
    await stage.settled();
    await dieter.says('VPN geht nicht mehr');

    const card = await ben.sees(/^Possible outage: VPN/, { in: '#it-triage' });
    await ben.clicksOn(card, 'Declare');
    await ben.fills({ Title: 'VPN outage', 'First public update': 'We are on it.' });
    await ben.seesBecome(card, 'has declared it: INC-4.');
    await stage.settled();

    const status = await dana.sees(/^INC-4 VPN outage/, { in: '#help-it' });
    expect(status.text).toContain('Affected');
    expect(status.text).toContain('3 people');
    for (const person of [dana, eve, dieter]) await person.sees('We are on it.');
    await dana.sees('INC-1 is part of something that we are working on: VPN outage', { under: words });
    await dieter.sees('INC-3 gehört zu etwas, woran wir arbeiten: VPN outage');

    await stage.mia.clicksOn(await stage.mia.sees(/^INC-4 VPN outage/, { in: '#help-it' }), 'Me too');
    await stage.settled();
    await dana.seesBecome(status, '4 people');

    await ben.clicks('Resolve', { in: '#it-triage', about: 'INC-4 VPN outage' });
    await ben.fills({ Note: 'Gateway replaced.' });
    await stage.settled();
    await dana.seesBecome(status, 'It is fixed.');
    await dana.sees('has resolved INC-1. Does it work for you?', { under: words });
    await eve.sees('has resolved INC-2. Does it work for you?', { under: others });
    expect(eve.allWith('has resolved INC-2')).toHaveLength(1);

    await dana.clicks("It's fixed", { under: words });
    await eve.clicks('Still broken', { under: others });
    await eve.fills({});
    await stage.settled();
    await ben.sees(/it is still broken for Eve Employee \(INC-2\)/);
    const statuses = await Promise.all(
      ['INC-1', 'INC-2', 'INC-3', 'INC-4'].map(async (key) => (await stage.desk.ticketStore.find(key))?.status),
    );
    expect(statuses).toEqual(['closed', 'in_progress', 'resolved', 'resolved']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../kit/a-config.ts';
import { aDatabase } from '../kit/a-database.ts';
import { aDesk } from '../kit/a-desk.ts';
import { FakeClock, minutes, seconds } from '../kit/fake-clock.ts';
import { ben, dana, eve, max, nia } from '../kit/people.ts';
import { helpIt, itTriage, RecordingChat } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, saidBy } from '../views/shown.ts';
import { carriedBy, employees, possibleOutages } from './an-outage.ts';

const words = ['VPN is down', "can't connect to the vpn", 'the tunnel drops all the time', 'vpn geht nicht'];

async function reports(desk: TestDesk, people: readonly (typeof dana)[], everyMs = seconds(20)) {
  for (const [at, person] of people.entries()) {
    await desk.says(person, words[at % words.length] ?? '', { in: helpIt });
    await desk.settled();
    desk.clock.advance(everyMs);
  }
}

describe('three people who report the same within ten minutes', () => {
  it('raise one card in the triage place, with what they share and who said it', async () => {
    const desk = await aDesk();
    await reports(desk, [dana, eve]);
    expect(possibleOutages(desk)).toEqual([]);
    await reports(desk, [max]);

    const [card, ...others] = possibleOutages(desk);
    expect(others).toEqual([]);
    const text = saidBy(card ?? { blocks: [] });
    expect(text).toMatch(/^Possible outage: VPN\n3 people have reported the same since 10:00/);
    for (const key of ['INC-1', 'INC-2', 'INC-3']) expect(text).toContain(key);
    expect(text).toContain('Dana Lee');
    expect(labelsOf(card?.buttons)).toEqual(['Declare', 'Dismiss']);
  });

  it('are too few when the third comes a second after the ten minutes', async () => {
    const desk = await aDesk();
    await reports(desk, [dana], minutes(5));
    await reports(desk, [eve], minutes(5) + seconds(1));
    await reports(desk, [max]);

    expect(possibleOutages(desk)).toEqual([]);
  });

  it('are enough when the third comes a second before', async () => {
    const desk = await aDesk();
    await reports(desk, [dana], minutes(5));
    await reports(desk, [eve], minutes(5) - seconds(1));
    await reports(desk, [max]);

    expect(possibleOutages(desk)).toHaveLength(1);
  });

  it('fill the same card when more of them write, also after the ten minutes', async () => {
    const desk = await aDesk();
    const [gil, kim] = employees(desk.chat, 2);
    await reports(desk, [dana, eve, max]);
    if (gil) await desk.says(gil, 'VPN geht nicht mehr');
    await desk.settled();
    desk.clock.advance(minutes(30));
    if (kim) await desk.says(kim, 'no vpn for me either');
    await desk.settled();

    expect(possibleOutages(desk)).toHaveLength(1);
    expect(saidBy(possibleOutages(desk)[0] ?? { blocks: [] })).toContain('5 people have reported the same');
  });

  it('are one when one person writes three times', async () => {
    const desk = await aDesk();
    await reports(desk, [dana, dana, dana]);

    expect(possibleOutages(desk)).toEqual([]);
  });

  it('are none when they greet, thank, ask for different things or are confidential', async () => {
    const desk = await aDesk();
    for (const person of [dana, eve, max]) {
      await desk.says(person, 'hello');
      await desk.says(person, 'thank you');
      await desk.says(person, 'My salary is wrong, the payslip is missing');
      await desk.says(person, 'I need a new headset');
      await desk.says(person, 'How do I set up the VPN?');
    }
    await desk.says(dana, 'My keyboard is broken');
    await desk.says(eve, 'Excel crashes with the budget file');
    await desk.says(max, 'the projector flickers');
    await desk.settled();

    for (const place of [itTriage, 'slack:T1/hr-triage', 'slack:T1/network-triage'])
      expect(possibleOutages(desk, place)).toEqual([]);
  });

  it('raise one card, whichever of two processes hears them', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const one = await aDesk({ chat, clock, database });
    const other = await aDesk({ chat, clock, database });
    await Promise.all([
      one.says(dana, 'VPN is down', { in: helpIt }),
      other.says(eve, 'the vpn is down for me', { in: helpIt }),
      one.says(max, 'VPN geht nicht', { in: helpIt }),
      other.says(nia, 'vpn tunnel broken', { in: helpIt }),
    ]);
    await Promise.all([one.settled(), other.settled()]);
    await one.desk.outages.sweep();

    expect(possibleOutages(one)).toHaveLength(1);
    expect(saidBy(possibleOutages(one)[0] ?? { blocks: [] })).toContain('4 people');
  });

  it('are remembered over a restart in the middle', async () => {
    const [chat, clock, database] = [new RecordingChat(), new FakeClock(), await aDatabase()];
    const first = await aDesk({ chat, clock, database });
    await reports(first, [dana, eve]);
    await first.crash();
    const second = await aDesk({ chat, clock, database });
    await reports(second, [max]);

    expect(possibleOutages(second)).toHaveLength(1);
  });

  it('are drawn by a sweep when the platform refused the card', async () => {
    const desk = await aDesk();
    await reports(desk, [dana, eve]);
    desk.chat.faults.order('transient', ({ method, at }) => method === 'post' && at === itTriage, 2);
    await reports(desk, [max]);
    desk.clock.advance(seconds(30));
    await desk.desk.courier.sweep();
    await desk.desk.outages.sweep();
    await desk.settled();

    expect(possibleOutages(desk)).toHaveLength(1);
  });

  it('are as many as desk.yaml says, and none when it says off', async () => {
    const { outages } = aConfig();
    const two = await aDesk({ config: { ...(outages ? { outages: { ...outages, reports: 2 } } : {}) } });
    await reports(two, [dana, eve]);
    expect(possibleOutages(two)).toHaveLength(1);

    const off = await aDesk();
    const { outages: _, ...rest } = off.desk.config();
    off.reconfigure({ outages: undefined } as Partial<typeof rest>);
    await reports(off, [dana, eve, max]);
    expect(possibleOutages(off)).toEqual([]);
  });
});

describe('dismissing a possible outage', () => {
  it('takes the buttons away, and such words raise none again that share no more than they do', async () => {
    const desk = await aDesk();
    const [gil, kim, lou] = employees(desk.chat, 3);
    await reports(desk, [dana, eve, max]);
    const value = carriedBy(possibleOutages(desk)[0], 'Dismiss');
    await desk.click('outage.dismiss', value, { by: ben, on: 'whisper', value });

    expect(saidBy(possibleOutages(desk)[0] ?? { blocks: [] })).toContain('Ben Ito has dismissed it.');
    expect(labelsOf(possibleOutages(desk)[0]?.buttons)).toEqual([]);

    desk.clock.advance(minutes(60));
    await reports(
      desk,
      [gil, kim, lou].flatMap((person) => person ?? []),
    );
    expect(possibleOutages(desk)).toHaveLength(1);
  });

  it('is for agents only, and only once', async () => {
    const desk = await aDesk();
    await reports(desk, [dana, eve, max]);
    const value = carriedBy(possibleOutages(desk)[0], 'Dismiss');

    const refused = await desk.click('outage.dismiss', value, { by: eve, on: 'whisper', value });
    expect(refused.text).toContain('only agents');
    await desk.click('outage.dismiss', value, { by: ben, on: 'whisper', value });
    const late = await desk.click('outage.declare', value, { by: ben, on: 'whisper', value });
    expect(late.text).toContain('dismissed already');
  });
});

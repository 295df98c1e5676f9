import { describe, expect, it } from '@jest/globals';
import { promisedTime } from '../../src/triage/promised-time.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf } from '../kit/a-talk.ts';
import { minutes } from '../kit/fake-clock.ts';
import { ben, cem, dana, eve, type Somebody } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

const hours = (count: number) => minutes(count * 60);

async function claimed(config = {}) {
  const desk = await aDesk({ config: { serviceLevels: [], nudges: {}, ...config } });
  await desk.says(dana, 'The VPN is down');
  await desk.settled();
  await desk.click('ticket.claim', 'INC-1', { by: ben });
  await desk.settled();
  return desk;
}

const saidTo = (desk: TestDesk, person: Somebody) => desk.chat.shownIn(directOf(person.ref)).map(saidBy).join('\n');
const agentCardText = (desk: TestDesk) => desk.chat.shownIn(itTriage).map(saidBy).join('\n');

describe('a promised update', () => {
  it('is an alarm: a reminder before, and what was missed is kept', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: ben }); // in Ben's zone, which is the desk's
    await desk.settled();
    expect((await desk.only()).promises).toMatchObject([
      { by: ben.id, dueAt: new Date('2026-03-02T14:00:00Z'), state: 'open' },
    ]);
    expect(agentCardText(desk)).toContain('promised an update by');

    await desk.passes(hours(4.75) - 1);
    expect(saidTo(desk, ben)).not.toContain('You promised');
    await desk.passes(1);
    expect(saidTo(desk, ben)).toContain('You promised Dana Lee an update on INC-1');
    await desk.passes(minutes(15));

    expect((await desk.only()).promises).toMatchObject([{ state: 'missed' }]);
    expect(saidTo(desk, ben)).toContain('has not come');
    expect(agentCardText(desk)).not.toContain('promised an update by');
  });

  it('is kept by the next public words of an agent', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: ben });
    await desk.submit('ticket.reply', 'INC-1', { note: 'It is the router' }, { by: cem });

    await desk.passes(hours(8));

    expect((await desk.only()).promises).toMatchObject([{ state: 'kept' }]);
    expect(saidTo(desk, ben)).not.toContain('You promised');
  });

  it('is not kept by a note among agents', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: ben });
    await desk.submit('ticket.note', 'INC-1', { note: 'Router?' }, { by: ben });

    await desk.passes(hours(8));

    expect((await desk.only()).promises).toMatchObject([{ state: 'missed' }]);
  });

  it('is needless once the ticket is resolved', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: ben });
    await desk.submit('ticket.resolve', 'INC-1', { code: 'fixed', note: 'Done' }, { by: ben });

    await desk.passes(hours(8));

    expect((await desk.only()).promises).toMatchObject([{ state: 'dropped' }]);
    expect(saidTo(desk, ben)).not.toContain('You promised');
  });

  it('is made together with a reply, and then the reply does not keep it', async () => {
    const desk = await claimed();
    const turn = await desk.submit('ticket.reply', 'INC-1', { note: 'Looking into it', by: '15:00' }, { by: ben });
    await desk.settled();

    expect((await desk.only()).promises).toMatchObject([{ state: 'open' }]);
    expect(JSON.stringify(turn.said)).not.toContain('Shall I remind you');
    expect(
      desk.chat
        .shownIn((await desk.only()).thread ?? '')
        .map(saidBy)
        .join(),
    ).toContain('You will hear from us by');
  });

  it('says beside the field what it does not understand, and nothing is lost or sent', async () => {
    const desk = await claimed();

    for (const by of ['soon', '25:00', '2026-02-30 10:00']) {
      const turn = await desk.submit('ticket.reply', 'INC-1', { note: 'Looking into it', by }, { by: ben });
      expect(turn.said).toMatchObject([{ how: 'problem', field: 'by' }]);
    }
    const past = await desk.submit('ticket.promise', 'INC-1', { by: '2026-03-01 10:00' }, { by: ben });
    expect(past.said).toMatchObject([{ how: 'problem', field: 'by', text: expect.stringContaining('past') }]);
    expect((await desk.only()).promises).toEqual([]);
  });

  it('of an agent gives way to their newer one', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: ben });
    await desk.submit('ticket.promise', 'INC-1', { by: '17:00' }, { by: ben });

    expect((await desk.only()).promises.map(({ state }) => state)).toEqual(['dropped', 'open']);
  });

  it('is nothing that a requester can make', async () => {
    const desk = await claimed();
    await desk.submit('ticket.promise', 'INC-1', { by: '15:00' }, { by: eve });

    expect((await desk.only()).promises).toEqual([]);
  });
});

describe('a public answer that sounds like a promise', () => {
  it('is offered as one, and nothing is assumed', async () => {
    const desk = await claimed();

    const turn = await desk.submit('ticket.reply', 'INC-1', { note: "I'll get back to you by 15:00." }, { by: ben });

    const offer = turn.said.find(
      ({ how, ...rest }) => how === 'whisper' && JSON.stringify(rest).includes('Shall I remind'),
    );
    expect(offer).toBeDefined();
    expect((await desk.only()).promises).toEqual([]);
    await desk.click('ticket.promiseAt', 'INC-1', { by: ben, on: 'whisper', value: 'INC-1 2026-03-02T14:00:00.000Z' });
    expect((await desk.only()).promises).toMatchObject([{ dueAt: new Date('2026-03-02T14:00:00Z'), state: 'open' }]);
  });

  it('is offered also when a note is sent on, and not for words among agents', async () => {
    const desk = await claimed();
    const thread = agentsOf(await desk.only());
    const said = await desk.says(ben, "I'll let you know by tomorrow 10:00", { thread });
    await desk.settled();
    const isOffer = (turn: { readonly said: readonly unknown[] }) =>
      JSON.stringify(turn.said).includes('Shall I remind');
    expect(isOffer(said)).toBe(false);

    const send = await desk.click('ticket.send', 'INC-1', { by: ben, on: 'whisper', value: `INC-1 ${said.message}` });

    expect(isOffer(send)).toBe(true);
  });
});

describe('a promise in passing', () => {
  const now = new Date('2026-03-02T09:00:00Z'); // a Monday
  const berlin = 'Europe/Berlin';

  it.each([
    ["I'll get back to you by 15:00", '2026-03-02T14:00:00.000Z'],
    ["I'll get back to Dana by 3pm.", '2026-03-02T14:00:00.000Z'],
    ['We will let you know tomorrow at 9:30', '2026-03-03T08:30:00.000Z'],
    ['It is the router. I will update you by Friday 12:00. Sorry!', '2026-03-06T11:00:00.000Z'],
    ["I'm going to report back in two hours", '2026-03-02T11:00:00.000Z'],
    ['Ich melde mich bis 15:00 Uhr bei dir', '2026-03-02T14:00:00.000Z'],
    ['Ich gebe dir morgen um 10 Uhr Bescheid', '2026-03-03T09:00:00.000Z'],
    ['Du hörst bis Freitag 12:00 von mir', '2026-03-06T11:00:00.000Z'],
    ['I will get back to you on 31 March at 12:00', '2026-03-31T10:00:00.000Z'], // in summer time
  ])('%s', async (text, at) => {
    expect((await promisedTime(text, berlin, now))?.toISOString()).toBe(at);
  });

  it.each([
    'Please restart by 15:00',
    'I will get back to you',
    "I'll get back to you as soon as possible",
    'The meeting is tomorrow at 9:30',
    'I got back to you yesterday at 10:00',
    'Bitte starte den Rechner um 15:00 neu',
    'Ich melde mich',
    '',
  ])('is not heard in: %s', async (text) => {
    expect(await promisedTime(text, berlin, now)).toBeUndefined();
  });
});

describe('a snooze', () => {
  const levels = { serviceLevels: [{ id: 's', when: {}, calendar: 'always', resolveMs: hours(8) }] };
  const told = (desk: TestDesk) => saidTo(desk, ben).match(/\d+ % of the time|back from its snooze/g) ?? [];

  it('holds reminders back for a while, then says that it is over', async () => {
    const desk = await claimed(levels);
    await desk.submit('ticket.snooze', 'INC-1', { until: 'hours' }, { by: ben });

    await desk.passes(hours(4) - 1);
    expect(told(desk)).toEqual([]);
    await desk.passes(1);
    expect(told(desk)).toContain('back from its snooze');
    await desk.passes(hours(2));
    expect(told(desk)).toContain('75 % of the time');
  });

  it('does not hold back that a target is passed', async () => {
    const desk = await claimed(levels);
    await desk.passes(hours(7));
    await desk.submit('ticket.snooze', 'INC-1', { until: 'tomorrow' }, { by: ben });
    expect((await desk.only()).snooze?.until).toEqual(new Date('2026-03-03T08:00:00Z'));

    await desk.passes(hours(1) + 1);

    expect((await desk.only()).level).toBe(2);
  });

  it('is offered with the reminder', async () => {
    const desk = await claimed(levels);
    await desk.passes(hours(4));

    const reminder = desk.chat.shownIn(directOf(ben.ref)).at(-1);
    expect(labelsOf(reminder?.buttons)).toEqual(['Show', 'Explain', 'Snooze']);
  });
});

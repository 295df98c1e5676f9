import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { days } from '../kit/fake-clock.ts';
import { ben, cem, dana } from '../kit/people.ts';
import { directOf } from '../kit/recording-chat.ts';
import { buttonsOf, friday } from './absences.ts';

describe('going away', () => {
  it('by command says until when, in the zone and language of whoever goes', async () => {
    const desk = await aDesk();

    const turn = await desk.command(cem, 'away bis Freitag 10 Uhr');

    expect(turn.text).toContain('Du bist weg bis');
    expect(turn.said).toMatchObject([{ how: 'whisper', card: { buttons: [{ label: 'Ich bin zurück' }] } }]);
    expect(await desk.desk.duty.absenceOf(cem.id, desk.clock.now())).toMatchObject({ until: friday });
    expect(await desk.tickets()).toEqual([]);
  });

  it('is over at that time', async () => {
    const desk = await aDesk();
    await desk.command(ben, 'away until 2026-03-06 10:00');
    const isAway = () => desk.desk.duty.isAbsent(ben.id, desk.clock.now());

    expect(await isAway()).toBe(true);
    desk.clock.advance(days(4) - 1);
    expect(await isAway()).toBe(true);
    desk.clock.advance(1);
    expect(await isAway()).toBe(false);
  });

  it('by command alone asks with a form', async () => {
    const desk = await aDesk();

    const turn = await desk.command(ben, 'away');

    expect(turn.said).toMatchObject([{ how: 'form', form: { id: 'duty.away', fields: [{ name: 'until' }] } }]);
  });

  it('says what to write where no form can be opened any more, or the date is none', async () => {
    const desk = await aDesk();
    const event = { kind: 'command', person: ben.ref, place: directOf(ben.ref), text: 'away' } as const;

    const late = await desk.deliver({ ...event, id: 'late', at: new Date(0), trigger: 'trigger' });
    const without = await desk.deliver({ ...event, id: 'without', at: desk.clock.now() });
    const odd = await desk.command(ben, 'away until I feel better');
    const past = await desk.command(ben, 'away until 2020-01-01');

    for (const turn of [late, without, odd, past])
      expect(turn.said).toMatchObject([{ how: 'whisper', card: { buttons: [{ action: 'duty.away' }] } }]);
    expect(odd.text).toContain('/desk away until friday 9:00');
    expect(await desk.desk.duty.isAbsent(ben.id, desk.clock.now())).toBe(false);
  });

  it('is not what an issue is about that begins with the word', async () => {
    const desk = await aDesk();

    await desk.command(dana, 'away from my desk the phone is dead');

    expect(await desk.only()).toMatchObject({ title: 'Away from my desk the phone is dead' });
  });

  it('is for those who work on tickets', async () => {
    const desk = await aDesk();

    expect((await desk.command(dana, 'away until friday')).text).toContain('only agents can do');
    expect((await desk.command(dana, 'back')).text).toContain('only agents can do');
    expect((await desk.click('duty.away', '', { by: dana, on: 'home' })).text).toContain('only agents can do');
    expect((await desk.opensHome(dana)).text).not.toContain('away');
    expect(await desk.tickets()).toEqual([]);
  });

  it('by the home page asks with a form, which wants a date that is to come', async () => {
    const desk = await aDesk();
    expect(buttonsOf(await desk.opensHome(ben))).toContain("I'm away until …");

    const asked = await desk.click('duty.away', 'away', { by: ben, on: 'home' });
    const none = await desk.submit('duty.away', 'away', { until: 'soon' }, { by: ben });
    const past = await desk.submit('duty.away', 'away', { until: '2026-03-02 09:59' }, { by: ben });
    const away = await desk.submit('duty.away', 'away', { until: '2026-03-06 10:00' }, { by: ben });

    expect(asked.said).toMatchObject([{ how: 'form', form: { id: 'duty.away' } }]);
    expect(none.said).toMatchObject([{ how: 'problem', field: 'until', text: expect.stringContaining('no date') }]);
    expect(past.said).toMatchObject([{ how: 'problem', field: 'until', text: expect.stringContaining('in the past') }]);
    expect(away.said).toMatchObject([{ how: 'whisper' }, { how: 'home' }]);
    const home = await desk.opensHome(ben);
    expect(home.text).toContain('You are away until 6 Mar 2026, 10:00.');
    expect(buttonsOf(home)).toContain("I'm back");
  });

  it.each(['home', 'whisper'] as const)('ends with a click (%s)', async (on) => {
    const desk = await aDesk();
    await desk.command(ben, 'away until friday');

    const back = await desk.click('duty.back', 'back', { by: ben, on });

    expect(back.said).toMatchObject([{ how: on === 'home' ? 'home' : 'replace' }]);
    expect(await desk.desk.duty.isAbsent(ben.id, desk.clock.now())).toBe(false);
  });

  it('ends by command, and says so when there was nothing to end', async () => {
    const desk = await aDesk();
    await desk.command(ben, 'away until friday');

    expect((await desk.command(ben, 'back')).text).toContain('Welcome back');
    expect((await desk.command(ben, 'BACK')).text).toContain('You were not away');
  });
});

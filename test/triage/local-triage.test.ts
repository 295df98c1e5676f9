import { describe, expect, it } from '@jest/globals';
import { type Lesson, LocalTriage } from '../../src/triage/local-triage.ts';
import { aConfig } from '../kit/a-config.ts';

const config = aConfig();
const aTriage = (saved?: unknown) => new LocalTriage(() => config, undefined, saved);

/** Words of two imaginary services that no keyword names. */
const badge = [
  'badge reader blinks red',
  'the turnstile does not open',
  'my badge is not read',
  'gate at the entrance stuck',
];
const coffee = [
  'canteen till hangs',
  'cannot pay in the canteen',
  'the till rejects my card',
  'lunch terminal is offline',
];

function lessons(times: number): Lesson[] {
  return Array.from({ length: times }, (_, time) => [
    ...badge.map((text) => ({
      text: `${text}, floor ${'abcdefgh'[time]}`,
      truth: { service: 'badge', team: 'doors' },
    })),
    ...coffee.map((text) => ({
      text: `${text}, floor ${'abcdefgh'[time]}`,
      truth: { service: 'till', team: 'shops' },
    })),
  ]).flat();
}

describe('triage on the first day', () => {
  it('tells what the words tell, and how sure it is of each', () => {
    expect(aTriage().triage('Hi, nobody can get into the VPN since this morning, it is urgent!')).toEqual({
      isIssue: { value: true, confidence: 0.92, by: 'rules' },
      act: { value: 'issue', confidence: 0.92, by: 'rules' },
      kind: expect.objectContaining({ value: 'incident', by: 'rules' }),
      service: { value: 'vpn', confidence: 0.85, by: 'rules' },
      team: { value: 'it', confidence: 0.85, by: 'rules' },
      impact: { value: 1, confidence: 0.85, by: 'rules' },
      urgency: { value: 1, confidence: 0.85, by: 'rules' },
      priority: expect.objectContaining({ value: 'P1' }),
      title: 'Nobody can get into the VPN since this morning, it is urgent',
      language: { value: 'en', confidence: 0.7, by: 'rules' },
      missing: ['errorText'],
      by: 'local',
    });
  });

  it('knows talk from an issue', () => {
    expect(aTriage().triage('thank you!')).toMatchObject({
      isIssue: { value: false },
      act: { value: 'thanks' },
      missing: [],
    });
    expect(aTriage().triage('I need help')).toMatchObject({
      isIssue: { value: true },
      act: { value: 'help' },
      missing: ['what'],
    });
  });

  it('gives what no service is named for to the first team, hardly sure', () => {
    const { service, team } = aTriage().triage('the projector is dark');

    expect(service).toBeUndefined();
    expect(team).toEqual({ value: 'it', confidence: 0.5, by: 'rules' });
  });

  it('reads any text', () => {
    for (const text of ['', ' \n', '🎉', '?'.repeat(50), 'a'.repeat(20_000), '\u0000\uD800', 'ж 漢字'])
      expect(aTriage().triage(text).by).toBe('local');
  });
});

describe('triage that was taught', () => {
  it('tells services and teams that no keyword names', () => {
    const triage = aTriage();
    triage.teach(lessons(5));

    const { service, team } = triage.triage('the turnstile blinks red');

    expect(service).toMatchObject({ value: 'badge', by: 'learnt' });
    expect(team).toMatchObject({ value: 'doors', by: 'learnt' });
    expect(service?.confidence).toBeGreaterThan(0.8);
  });

  it('learns as well one by one', () => {
    const triage = aTriage();
    for (const lesson of lessons(5)) triage.learn(lesson);

    expect(triage.triage('canteen terminal rejects me').service).toMatchObject({ value: 'till', by: 'learnt' });
  });

  it('is surer of the rules where people agree with them, and less where they do not', () => {
    const saying = (team: string) => {
      const triage = aTriage();
      const truth = { service: team === 'it' ? 'vpn' : 'other' };
      // Ten are too few to learn from, and enough to see what the rules are worth.
      for (let n = 0; n < 10; n += 1) triage.learn({ text: `vpn ${'abcdefghij'[n]}`, truth });
      return triage.triage('vpn again').service?.confidence ?? 0;
    };

    expect(saying('it')).toBeGreaterThan(0.85);
    expect(saying('network')).toBeLessThan(0.5);
  });

  it('takes a correction in place of what it was taught before', () => {
    const corrected = aTriage();
    const taught = aTriage();
    corrected.teach(lessons(5));
    taught.teach(lessons(5));
    const text = 'the vending machine is empty, floor x';
    corrected.learn({ text, truth: { service: 'badge' } });

    corrected.correct({ text, truth: { service: 'till' } }, { service: 'badge' });
    taught.learn({ text, truth: { service: 'till' } });

    const counts = (triage: LocalTriage) => triage.toJSON().fields.service?.classifier;
    expect(counts(corrected)).toEqual(counts(taught));
  });

  it('knows from an act whether it is an issue', () => {
    const triage = aTriage();
    const talk = Array.from({ length: 15 }, (_, n) => ({
      text: `zork ${'abcdefghijklmno'[n]} flip`,
      truth: { act: 'greeting' },
    }));
    const trouble = talk.map(({ text }) => ({ text: text.replace('zork', 'blarp'), truth: { act: 'issue' } }));
    triage.teach([...talk, ...trouble]);

    expect(triage.triage('zork my flip')).toMatchObject({
      isIssue: { value: false, by: 'learnt' },
      act: { value: 'greeting' },
    });
    expect(triage.triage('blarp my flip')).toMatchObject({
      isIssue: { value: true, by: 'learnt' },
      act: { value: 'issue' },
    });
  });

  it('says the same after it was saved and read', () => {
    const triage = aTriage();
    triage.teach(lessons(5));
    const saved = JSON.stringify(triage);

    const read = aTriage(JSON.parse(saved));

    for (const text of ['the turnstile blinks red', 'vpn is down', 'hello'])
      expect(JSON.stringify(round(read.triage(text)))).toBe(JSON.stringify(round(triage.triage(text))));
    expect(JSON.stringify(read)).toBe(saved);
  });

  it('keeps no word of anybody', () => {
    const triage = aTriage();
    triage.teach(lessons(5));

    expect(JSON.stringify(triage)).not.toMatch(/turnstile|canteen|blinks|entrance/);
  });

  it('refuses what it has not saved itself', () => {
    expect(() => aTriage({ version: 2, fields: {} })).toThrow('expected 1');
  });
});

/** Outcomes are saved with four digits. */
function round(result: unknown): unknown {
  return JSON.parse(
    JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)),
  );
}

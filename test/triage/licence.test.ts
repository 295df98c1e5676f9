import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../../src/triage/lessons.ts';
import { firstLicence, type Licence, renewed } from '../../src/triage/licence.ts';
import { aConfig } from '../kit/a-config.ts';
import { days } from '../kit/fake-clock.ts';

const config = aConfig().assistant.triage;
const now = new Date('2026-03-10T08:00:00Z');
const ago = (count: number) => new Date(now.getTime() - days(count));

/** So many judged guesses, of which the first so many were right, one an hour until so many days ago. */
function judged(count: number, right: number, { daysAgo = 0, confidence = 0.9, by = 'learnt' as Evidence['by'] } = {}) {
  return Array.from({ length: count }, (_, n): Evidence => {
    const at = new Date(ago(daysAgo).getTime() - (n + 1) * 60_000);
    return { field: 'service', by, confidence, isRight: n < right, at };
  });
}

const learnt = firstLicence('service', 'learnt');
const acting: Licence = { ...learnt, state: 'acting', version: 1, since: ago(60) };
const stateOf = (licence: Licence, evidence: readonly Evidence[]) => renewed(licence, evidence, config, now).state;

describe('a licence to set a field', () => {
  it('is the rules’ from the first day on, and nobody else’s', () => {
    expect(firstLicence('kind', 'rules').state).toBe('acting');
    expect(firstLicence('kind', 'learnt').state).toBe('unproven');
    expect(firstLicence('kind', 'model').state).toBe('unproven');
  });

  it.each([
    ['enough were judged and right', judged(30, 27, { daysAgo: 9 }), 'acting'],
    ['they were right a little less often than said', judged(30, 25, { daysAgo: 9 }), 'acting'],
    ['too few were judged', judged(29, 29, { daysAgo: 9 }), 'unproven'],
    ['they were right much less often than said', judged(40, 30, { daysAgo: 9 }), 'unproven'],
    ['they were not sure', judged(40, 40, { daysAgo: 9, confidence: 0.55 }), 'unproven'],
    ['another form was right', judged(40, 40, { daysAgo: 9, by: 'model' }), 'unproven'],
  ])('is given, or not, when %s', (_, evidence, state) => {
    expect(stateOf(learnt, evidence)).toBe(state);
  });

  it.each([
    ['it was right less often than it said by more than the band', judged(20, 15), 'silent'],
    ['it was right as often as it said', judged(20, 18), 'acting'],
    ['too few were judged to tell', judged(9, 0), 'acting'],
    ['it was wrong before the week', judged(50, 0, { daysAgo: 8 }), 'acting'],
  ])('is lost, or not, when in the last week %s', (_, evidence, state) => {
    expect(stateOf(acting, evidence)).toBe(state);
  });

  it('is lost by the rules, too', () => {
    const rules = firstLicence('service', 'rules');
    expect(stateOf(rules, judged(20, 8, { by: 'rules' }))).toBe('silent');
  });

  it('comes back by what was judged since it was lost, and by nothing from before', () => {
    const silent: Licence = { ...acting, state: 'silent', version: 2, since: ago(5) };

    expect(stateOf(silent, judged(200, 200, { daysAgo: 6 }))).toBe('silent');
    expect(stateOf(silent, judged(30, 28))).toBe('acting');
  });

  it('keeps what it was while nothing is known, whatever desk.yaml asks for', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (count, band) => {
        const asked = { ...config, licence: { judged: count, band } };
        expect(renewed(learnt, [], asked, now)).toBe(learnt);
        expect(renewed(acting, [], asked, now)).toBe(acting);
      }),
    );
  });

  it('says what made it so, and goes up by one with each change', () => {
    expect(renewed(acting, judged(20, 10), config, now)).toEqual({
      ...acting,
      ...{ state: 'silent', since: now, version: 2, judged: 20, right: 10 },
    });
  });
});

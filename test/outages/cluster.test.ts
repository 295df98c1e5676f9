import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { busiest } from '../../src/outages/cluster.ts';
import { peopleIn } from '../../src/outages/outage.ts';
import type { Report } from '../../src/outages/report.ts';

const facts = { isBot: false, isTrouble: true, team: 'it', matter: 'vpn', title: 'VPN down', terms: [] };

/** By looking at every stretch. */
function slowly(reports: readonly Report[], withinMs: number): readonly Report[] {
  let best: readonly Report[] = [];
  for (const { at: from } of reports) {
    const inside = reports.filter(({ at }) => at >= from && at.getTime() - from.getTime() <= withinMs);
    if (peopleIn(inside) > peopleIn(best)) best = inside;
  }
  return best;
}

describe('the busiest stretch of time', () => {
  it('is the first one in which most people wrote', () => {
    const moment = fc.record({ at: fc.nat(30), person: fc.constantFrom('dana', 'ben', 'mia', 'lea', 'nia') });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 25 }), fc.nat(12), (moments, withinMs) => {
        const reports = moments
          .toSorted((one, other) => one.at - other.at)
          .map(({ at, person }, index): Report => ({ ...facts, id: `INC-${index}`, person, at: new Date(at) }));

        expect(busiest(reports, withinMs)).toEqual(slowly(reports, withinMs));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { clusterOf } from '../../src/outages/cluster.ts';
import { asksHow, type Gist, GistReader } from '../../src/outages/gist.ts';
import { likeness } from '../../src/outages/likeness.ts';
import { peopleIn } from '../../src/outages/outage.ts';
import type { Report } from '../../src/outages/report.ts';
import { aConfig } from '../kit/a-config.ts';
import { subjects, unrelated } from './corpus.ts';
import { fresh, last } from './fresh.ts';
import { heldOut, heldOutUnrelated } from './held-out.ts';

const reader = new GistReader(aConfig().services);

/** As the desk hears them: who said it, and what it is about. */
function heard(texts: readonly string[]) {
  const gists = new Map<string, Gist>();
  const reports = texts.map((title, at): Report => {
    const id = `INC-${at + 1}`;
    gists.set(id, reader.read({ title, text: '' }));
    const facts = { isBot: false, isTrouble: true, at: new Date(at), team: 'it', terms: [], matter: '' };
    return { id, person: `p${at}`, title, ...facts };
  });
  const alike = (one: Report, other: Report) => {
    const [a, b] = [gists.get(one.id), gists.get(other.id)];
    return a !== undefined && b !== undefined && likeness(a, b) >= 0.5;
  };
  return { reports, alike };
}

/** Of all orders in which three of them may write first, in how many the third raises the card. */
function withinThird(texts: readonly string[]): { readonly found: number; readonly all: number } {
  const { reports, alike } = heard(texts);
  let [found, all] = [0, 0];
  for (const a of reports)
    for (const b of reports)
      for (const c of reports) {
        if (a === b || b === c || a === c) continue;
        const likes = (one: Report) => [a, b, c].filter((other) => other !== one && alike(one, other));
        all += 1;
        if (peopleIn(clusterOf(c, likes, 3)) >= 3) found += 1;
      }
  return { found, all };
}

/** The groups of three and more among texts that have nothing to do with each other. */
function falseCards(texts: readonly string[]): readonly (readonly string[])[] {
  const { reports, alike } = heard(texts);
  const clusters = reports.map((one) =>
    clusterOf(one, (it) => reports.filter((other) => other !== it && alike(it, other)), 3),
  );
  const big = clusters.filter((cluster) => peopleIn(cluster) >= 3).map((cluster) => cluster.map(({ title }) => title));
  return [...new Map(big.map((titles) => [titles.join('|'), titles])).values()];
}

describe('forty people and five outages', () => {
  it('are seen within the third report, whoever of them writes first', () => {
    for (const texts of Object.values(subjects)) {
      const { found, all } = withinThird(texts);
      expect(found / all).toBeGreaterThanOrEqual(0.95);
    }
    expect(falseCards(unrelated)).toEqual([]);
  });

  it('are seen nearly as well when nothing was tuned on them', () => {
    const shares = Object.values(last).map(withinThird);
    const all = shares.reduce((sum, share) => sum + share.all, 0);
    const found = shares.reduce((sum, share) => sum + share.found, 0);

    expect(found / all).toBeGreaterThanOrEqual(0.75);
    for (const texts of [...Object.values(heldOut), ...Object.values(fresh)])
      expect(withinThird(texts).found / withinThird(texts).all).toBeGreaterThanOrEqual(0.6);
    expect(falseCards(counted)).toEqual([]);
  });
});

/** What nobody shares, without what is asked or wished for: sixty people within the same ten minutes. */
const counted = [...unrelated, ...heldOutUnrelated].filter(
  (text) => !asksHow(text) && !/^(?:I need|Please|Could I)/.test(text),
);

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SimilarReports, sameMatter } from '../../src/knowledge/similar.ts';
import { matters, ourReports } from './our-reports.ts';

const reports = new SimilarReports(ourReports);
const matterOf = (title: string) => matters.findIndex((texts) => texts.includes(title));
const titleOf = (id: string | undefined) => ourReports.find((report) => report.id === id)?.title ?? '';

describe('reports like another', () => {
  it.each(matters.flat())('begin with one of the same matter: %s', (title) => {
    const report = ourReports.find((one) => one.title === title) ?? { id: 'none', title, text: '' };

    expect(matterOf(titleOf(reports.like(report)[0]?.id))).toBe(matterOf(title));
  });

  it('look like the same matter when they are, and hardly ever when they are not', () => {
    const pairs = ourReports.flatMap((report) =>
      reports.like(report, ourReports.length).map(({ id, score }) => ({
        isSame: matterOf(report.title) >= 0 && matterOf(report.title) === matterOf(titleOf(id)),
        looksSame: score >= sameMatter,
      })),
    );
    const same = matters.reduce((sum, { length }) => sum + length * (length - 1), 0);

    expect(pairs.filter(({ isSame, looksSame }) => isSame && looksSame).length / same).toBeGreaterThan(0.9);
    expect(pairs.filter(({ isSame, looksSame }) => !isSame && looksSame)).toEqual([]);
  });

  it('score 1 for the same words under another id, and never hold the report itself', () => {
    const [report = { id: '', title: '', text: '' }] = ourReports;
    const like = reports.like(report, 100);

    expect(like.map(({ id }) => id)).not.toContain(report.id);
    expect(reports.like({ ...report, id: 'other' })[0]).toEqual({ id: report.id, score: expect.closeTo(1) });
  });

  it('are found through typos and in any script', () => {
    const typed = reports.like({ id: 'q', title: 'pasword forgoten', text: '' });
    expect(matterOf(titleOf(typed[0]?.id))).toBe(matterOf('password forgotten'));
    expect(titleOf(reports.like({ id: 'q', title: 'メールを送信できません', text: '' })[0]?.id)).toMatch(/メール/);
  });

  it('score from 0 to 1, the most first, whatever is written', () => {
    const anyReport = fc.record({
      id: fc.string(),
      title: fc.string({ unit: 'binary' }),
      text: fc.oneof(fc.constantFrom('the vpn', '👍🏽', '', 'not'), fc.string({ unit: 'grapheme' })),
    });
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 8 }), anyReport, (all, query) => {
        const scores = new SimilarReports(all).like(query).map(({ score }) => score);
        for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
        expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/config/faults.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const team = 'teams: [{ id: it, agents: [ben@example.com] }]';

/** Text below a good team; its first line is line 2. */
function faultsBelow(text: string): readonly Fault[] {
  const result = parseDeskFile(`${team}\n${text}`);
  return 'faults' in result ? result.faults : [];
}

describe('what cannot be meant of time', () => {
  it.each([
    [
      'calendars: [{ id: a, open: 24x7, exceptions: [{ date: "2026-12-31", open: [] }, { date: "2026-12-31", open: [] }] }]',
      'calendars[0].exceptions[1].date',
      '"2026-12-31" has hours already.',
      'at once',
    ],
    [
      'calendars: [{ id: a, open: 24x7, exceptions: [{ date: "2026-12-31", open: ["9-12"] }] }]',
      'calendars[0].exceptions[0].open[0]',
      '"9-12" is not a stretch of opening hours.',
      '"09:00-17:30"',
    ],
    [
      'calendars: [{ id: a, open: 24x7, exceptions: { "2026-12-31": [] } }]',
      'calendars[0].exceptions',
      'not a list',
      'date: "2026-12-31"',
    ],
    [
      'vendors: [{ id: isp }]\nserviceLevels: [{ id: a, resolve: 1h, with: { team: it, vendor: isp } }]',
      'serviceLevels[0].with',
      'not with both',
      'with: { vendor: isp }',
    ],
    [
      'serviceLevels: [{ id: a, resolve: 1h, with: {} }]',
      'serviceLevels[0].with',
      'not said with whom',
      'with: { team',
    ],
    [
      'serviceLevels: [{ id: a, resolve: 1h, with: { towards: it } }]',
      'serviceLevels[0].with',
      'not said with whom',
      'towards',
    ],
    [
      'serviceLevels: [{ id: a, resolve: 1h, with: { team: it, towards: it } }]',
      'serviceLevels[0].with.towards',
      'no agreement with itself',
      'another team',
    ],
    ['holdReasons: { vendor: { clock: stop } }', 'holdReasons.vendor.clock', '"stop"', 'paused, runs'],
    ['holdReasons: { vendor: { atMost: 5 } }', 'holdReasons.vendor.atMost', '5 is not a duration.', '4h'],
    ['claimAnswers: maybe', 'claimAnswers', 'neither true nor false', 'true'],
    ['nudges: never', 'nudges', '"never" is neither off nor a section', 'unclaimed'],
    ['nudges: { stale: 2d }', 'nudges.stale', '"2d" is neither off nor a section', '{ after: 2d }'],
    ['nudges: { unclaimed: { again: 4h } }', 'nudges.unclaimed.after', '`after` is missing.', '4h'],
    ['noAnswer: { askAfter: soon }', 'noAnswer.askAfter', '"soon" is not a duration.', '4h'],
    ['noAnswer: { askAfter: 3d }', 'noAnswer', 'askAgainAfter is not later than askAfter', 'left out is 1d'],
    [
      'noAnswer: { askAfter: 1s, askAgainAfter: 3s, resolveAfter: 2s }',
      'noAnswer',
      'resolveAfter is not later than askAgainAfter',
      'went on hold',
    ],
    ['survey: { lowScore: 0 }', 'survey.lowScore', '0 is below every score.', '1 to 5'],
    ['survey: { lowScore: 6 }', 'survey.lowScore', '6 is above every score.', '1 to 5'],
    ['survey: { lowScore: 2.5 }', 'survey.lowScore', '2.5 is not a score.', '1 to 5'],
    ['survey: { lowScore: low }', 'survey.lowScore', '"low" is not a score.', '1 to 5'],
    ['digests: [{ id: a, at: "08:30", every: year }]', 'digests[0].every', '"year"', 'day, week, month'],
  ])('is refused with its place and what to write: %s', (text, path, problem, advice) => {
    const line = text.split('\n').length + 1;

    expect(faultsBelow(text)).toEqual([
      {
        where: `desk.yaml:${line} (${path})`,
        problem: expect.stringContaining(problem),
        advice: expect.stringContaining(advice),
      },
    ]);
  });
});

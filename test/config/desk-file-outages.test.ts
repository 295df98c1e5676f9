import { describe, expect, it } from '@jest/globals';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const desk = (rest: string) => parseDeskFile(`teams: [{ id: it, agents: [ben@example.com] }]\n${rest}`);
const faultsOf = (rest: string) => {
  const read = desk(rest);
  return 'faults' in read ? read.faults : [];
};

describe('outages of desk.yaml', () => {
  it('are taken as they are written, with defaults for the rest', () => {
    expect(desk('outages: { reports: 5, within: 30m, countBots: true }\nrecurring: { times: 3 }')).toMatchObject({
      config: {
        outages: { reports: 5, withinMs: 1_800_000, similarity: 0.5, countBots: true, lookBackMs: 86_400_000 },
        recurring: { times: 3, withinMs: 2_592_000_000 },
      },
    });
  });

  it('are not there when they are off', () => {
    const read = desk('outages: off\nrecurring: off');

    expect(read).toHaveProperty('config');
    expect(read).not.toHaveProperty('config.outages');
    expect(read).not.toHaveProperty('config.recurring');
  });

  it.each([
    ['outages: { reports: 1 }', '1 reports are too few.'],
    ['outages: { reports: many }', '"many" is not a number of reports.'],
    ['outages: { similarity: 2 }', '2 is more than the same.'],
    ['outages: { similarity: 0 }', '0 would take everything for the same.'],
    ['outages: { within: soon }', '"soon" is not a duration.'],
    ['outages: { countBots: perhaps }', 'This is neither true nor false.'],
    ['recurring: { times: 1000 }', '1000 times are too many.'],
    ['outages: on', '"on" is neither off nor a section with keys.'],
  ])('are refused with the line and what to do: %s', (text, problem) => {
    expect(faultsOf(text)).toEqual([
      { where: expect.stringMatching(/^desk\.yaml:2/), problem, advice: expect.stringMatching(/./) },
    ]);
  });

  it('name the key that is not known', () => {
    expect(faultsOf('outages: { report: 3 }')).toEqual([
      expect.objectContaining({ problem: expect.stringContaining('report') }),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/config/faults.ts';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const team = 'teams: [{ id: it, agents: [ben@example.com] }]';

function faultsOf(text: string): readonly Fault[] {
  const result = parseDeskFile(text);
  return 'faults' in result ? result.faults : [];
}

/** Text below a good team; its first line is line 2. */
function faultsBelow(text: string): readonly Fault[] {
  return faultsOf(`${team}\n${text}`);
}

function told(faults: readonly Fault[]): string[] {
  return faults.map(({ where, problem, advice }) => `${where} ${problem} ${advice}`);
}

describe('the grammar of YAML', () => {
  it.each([
    ['reaction: "ticket', 2, 'This is not valid YAML'],
    ['desk:\n\tname: X', 3, 'Tabs'],
    ['channels: [{ slack: #help-it }]', 2, 'This is not valid YAML'],
    ['people: *nobody', 2, 'no anchor for *nobody'],
  ])('is explained where it fails: %s', (text, line, problem) => {
    const faults = faultsBelow(text);

    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.problem).toContain(problem);
    expect(faults[0]?.where).toMatch(/^desk\.yaml:\d+$/);
    expect(Number(faults[0]?.where.split(':')[1])).toBeGreaterThanOrEqual(line);
  });

  it('refuses aliases that multiply beyond measure', () => {
    const layers = Array.from({ length: 9 }, (_, n) => `x${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`);

    expect(faultsBelow(['x0: &x0 [a]', ...layers].join('\n'))).toMatchObject([
      { where: 'desk.yaml:1', problem: expect.stringContaining('cannot be followed') },
    ]);
  });

  it('refuses a key that is given twice, and goes on to the other faults', () => {
    expect(told(faultsBelow('reaction: a\nreaction: b\nreopenWithin: x'))).toEqual([
      expect.stringMatching(/^desk\.yaml:3 This key is given twice\./),
      expect.stringMatching(/^desk\.yaml:4 \(reopenWithin\)/),
    ]);
  });

  it('follows anchors, and finds the line of what they stand for', () => {
    const text =
      'teams:\n  - id: it\n    agents: &all\n      - ben@example.com\n      - cem\n  - id: hr\n    agents: *all\n';

    expect(faultsOf(text).map(({ where }) => where)).toEqual([
      'desk.yaml:5 (teams[0].agents[1])',
      'desk.yaml:5 (teams[1].agents[1])',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calibrator, expectedCalibrationError, type Outcome, reliabilityTable } from '../../src/triage/calibration.ts';

/** So many guesses with one confidence, of which so many were right. */
function said(confidence: number, right: number, of: number): Outcome[] {
  return Array.from({ length: of }, (_, index) => ({ confidence, isRight: index < right }));
}

function calibratedBy(outcomes: readonly Outcome[]): Calibrator {
  const calibrator = new Calibrator();
  calibrator.replace(outcomes);
  return calibrator;
}

describe('a calibrator', () => {
  it('leaves a confidence as it is while it knows nothing', () => {
    expect(new Calibrator().calibrated(0.7)).toBeCloseTo(0.7, 9);
  });

  it('lowers the confidence of a boaster to what comes true', () => {
    const calibrator = calibratedBy([...said(0.99, 80, 100), ...said(0.7, 50, 100)]);

    expect(calibrator.calibrated(0.99)).toBeCloseTo(0.8, 1);
    expect(calibrator.calibrated(0.7)).toBeCloseTo(0.5, 1);
  });

  it('raises that of somebody who is too modest', () => {
    expect(calibratedBy([...said(0.6, 95, 100), ...said(0.4, 60, 100)]).calibrated(0.6)).toBeGreaterThan(0.9);
  });

  it('is hardly moved by one outcome', () => {
    const calibrator = new Calibrator();
    calibrator.record({ confidence: 0.8, isRight: false });

    expect(calibrator.calibrated(0.8)).toBeGreaterThan(0.5);
    expect(calibrator.calibrated(0.8)).toBeLessThan(0.8);
  });

  it('never turns the order of guesses around, and never says 0 or 1', () => {
    const outcome = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), (outcomes) => {
        const calibrator = calibratedBy(outcomes);
        const steps = Array.from({ length: 11 }, (_, step) => calibrator.calibrated(step / 10));

        for (const [index, step] of steps.entries()) {
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThan(1);
          expect(step).toBeGreaterThanOrEqual((steps[index - 1] ?? 0) - 1e-9);
        }
      }),
    );
  });

  it('is the same after it was saved and read', () => {
    const calibrator = calibratedBy([...said(0.99, 80, 100), ...said(0.7, 50, 100)]);

    const read = Calibrator.fromJSON(JSON.parse(JSON.stringify(calibrator)));

    expect(read.calibrated(0.93)).toBeCloseTo(calibrator.calibrated(0.93), 6);
  });

  it('keeps the newest thousand outcomes', () => {
    const calibrator = calibratedBy(said(0.9, 0, 1000));
    for (const outcome of said(0.9, 1000, 1000)) calibrator.record(outcome);

    expect(calibrator.toJSON()).toHaveLength(1000);
    expect(calibrator.calibrated(0.9)).toBeGreaterThan(0.9);
  });
});

describe('the reliability of guesses', () => {
  it('is told by how sure they were', () => {
    expect(reliabilityTable([...said(0.85, 4, 5), ...said(1, 1, 1), ...said(0.12, 0, 2)])).toEqual([
      { from: 0.1, to: 0.2, guesses: 2, said: 0.12, right: 0 },
      { from: 0.8, to: 0.9, guesses: 5, said: 0.85, right: 0.8 },
      { from: 0.9, to: 1, guesses: 1, said: 1, right: 1 },
    ]);
  });

  it('is off by the average of what was said too much or too little', () => {
    // 5 of 10 off by 0.05, 5 by 0.3.
    expect(expectedCalibrationError([...said(0.85, 4, 5), ...said(0.7, 5, 5)])).toBeCloseTo(0.175, 9);
    expect(expectedCalibrationError(said(0.8, 8, 10))).toBeCloseTo(0, 9);
    expect(expectedCalibrationError([])).toBe(0);
  });
});

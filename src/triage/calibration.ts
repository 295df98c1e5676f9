import { z } from 'zod';

/** A guess that was made with a confidence of 0 to 1, and whether it was right. */
export interface Outcome {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** The newest so many outcomes are kept. */
const mostOutcomes = 1000;
/** How much is needed to move away from what is said: as if so many outcomes had been as said. */
const inertia = 2;
const savedCalibrator = z.array(z.tuple([z.number().min(0).max(1), z.union([z.literal(0), z.literal(1)])]));
export type SavedCalibrator = z.infer<typeof savedCalibrator>;

/**
 * Makes a said 80 % be right 80 % of the time: a logistic curve over the log-odds of what was said, fitted to what came of
 * earlier guesses (J. Platt, 1999), and drawn to the straight line while these are few.
 */
export class Calibrator {
  #outcomes: Outcome[] = [];
  #curve: { readonly slope: number; readonly shift: number } | undefined;
  #sinceFit = 0;

  record(outcome: Outcome): void {
    this.#outcomes.push(outcome);
    if (this.#outcomes.length > mostOutcomes) this.#outcomes = this.#outcomes.slice(-mostOutcomes);
    this.#sinceFit += 1;
    // One more of many changes nothing that anybody sees.
    if (this.#sinceFit * 20 > this.#outcomes.length) this.#curve = undefined;
  }

  /** Takes these in place of all that it knows. */
  replace(outcomes: readonly Outcome[]): void {
    this.#outcomes = outcomes.slice(-mostOutcomes);
    this.#curve = undefined;
  }

  /** @returns what a confidence has turned out to mean, above 0 and below 1 */
  calibrated(confidence: number): number {
    if (!this.#curve) {
      this.#curve = fitted(this.#outcomes);
      this.#sinceFit = 0;
    }
    return sigmoid(this.#curve.slope * logOdds(confidence) + this.#curve.shift);
  }

  toJSON(): SavedCalibrator {
    return this.#outcomes.map(({ confidence, isRight }) => [Math.round(confidence * 1e4) / 1e4, isRight ? 1 : 0]);
  }

  /** @throws ZodError when it is not what {@link toJSON} gave */
  static fromJSON(saved: unknown): Calibrator {
    const calibrator = new Calibrator();
    const outcomes = savedCalibrator.parse(saved).map(([confidence, right]) => ({ confidence, isRight: right === 1 }));
    calibrator.replace(outcomes);
    return calibrator;
  }
}

/** Newton's method for the two numbers of the curve; the penalty keeps it finite and near the straight line. */
function fitted(outcomes: readonly Outcome[]): { slope: number; shift: number } {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 25 && outcomes.length > 0; round += 1) {
    let [toSlope, toShift] = [inertia * (slope - 1), inertia * shift];
    let [curveSlope, curveBoth, curveShift] = [inertia, 0, inertia];
    for (const { confidence, isRight } of outcomes) {
      const x = logOdds(confidence);
      const chance = sigmoid(slope * x + shift);
      const off = chance - Number(isRight);
      const weight = chance * (1 - chance);
      toSlope += off * x;
      toShift += off;
      curveSlope += weight * x * x;
      curveBoth += weight * x;
      curveShift += weight;
    }
    const determinant = curveSlope * curveShift - curveBoth * curveBoth;
    const steps = [curveShift * toSlope - curveBoth * toShift, curveSlope * toShift - curveBoth * toSlope] as const;
    slope = Math.max(0, slope - steps[0] / determinant);
    shift -= steps[1] / determinant;
    if (Math.hypot(...steps) < 1e-6 * determinant) break;
  }
  return { slope, shift };
}

const surest = 0.9995;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function logOdds(confidence: number): number {
  const within = Math.min(surest, Math.max(1 - surest, confidence));
  return Math.log(within / (1 - within));
}

export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly guesses: number;
  /** What was said, on average. */
  readonly said: number;
  /** How many of them were right, 0 to 1. */
  readonly right: number;
}

/** What came of guesses by how sure they were, in ten steps; steps without a guess are left out. */
export function reliabilityTable(outcomes: readonly Outcome[], steps = 10): readonly ReliabilityRow[] {
  return Array.from({ length: steps }, (_, step) => {
    const here = outcomes.filter(({ confidence }) => Math.min(steps - 1, Math.floor(confidence * steps)) === step);
    return { from: step / steps, to: (step + 1) / steps, guesses: here.length, ...averages(here) };
  }).filter(({ guesses }) => guesses > 0);
}

/** How far what was said is from what came of it, on average over all guesses: 0 is perfect (M. Naeini and others, 2015). */
export function expectedCalibrationError(outcomes: readonly Outcome[]): number {
  const off = reliabilityTable(outcomes).map(({ guesses, said, right }) => guesses * Math.abs(said - right));
  return outcomes.length === 0 ? 0 : off.reduce((sum, one) => sum + one, 0) / outcomes.length;
}

function averages(outcomes: readonly Outcome[]): { said: number; right: number } {
  const count = Math.max(1, outcomes.length);
  return {
    said: outcomes.reduce((sum, { confidence }) => sum + confidence, 0) / count,
    right: outcomes.filter(({ isRight }) => isRight).length / count,
  };
}

import type { Guess, TriageResult } from './assistant.ts';
import { expectedCalibrationError, type Outcome, type ReliabilityRow, reliabilityTable } from './calibration.ts';
import { type TaughtName, taughtFields } from './first-sight.ts';
import type { Lesson, LocalTriage } from './local-triage.ts';

/** A message whose truth is known, with the id that its file or the desk gave it. */
export interface LabelledItem extends Lesson {
  readonly id: string;
}

export interface JudgedItem {
  readonly item: LabelledItem;
  readonly result: TriageResult;
}

export interface Judgement extends Outcome {
  readonly truth: string;
  readonly said: string;
}

export interface FieldReport {
  readonly field: TaughtName;
  readonly items: number;
  /** Right of all, 0 to 1. A field without a guess is wrong. */
  readonly accuracy: number;
  /** Right of the surest so many, 1 to 0.1. */
  readonly curve: readonly { readonly coverage: number; readonly accuracy: number; readonly surerThan: number }[];
  /** 0 to 1, see {@link expectedCalibrationError}. */
  readonly calibrationError: number;
  readonly reliability: readonly ReliabilityRow[];
  readonly confusions: readonly { readonly truth: string; readonly said: string; readonly items: number }[];
}

export const folds = 5;
/** In the place of what was said, where nothing was. */
export const unsaid = '–';

/** Learns from one set and judges another. */
export function judged(triage: LocalTriage, items: readonly LabelledItem[]): readonly JudgedItem[] {
  return items.map((item) => ({ item, result: triage.triage(item.text) }));
}

/**
 * Judges each item by what was learnt from the others: five times from four fifths. An item's fifth follows from its id.
 * @param untaught makes a triage that has learnt nothing
 */
export function crossJudged(untaught: () => LocalTriage, items: readonly LabelledItem[]): readonly JudgedItem[] {
  return Array.from({ length: folds }, (_, fold) => {
    const triage = untaught();
    triage.teach(items.filter(({ id }) => foldOf(id) !== fold));
    return judged(
      triage,
      items.filter(({ id }) => foldOf(id) === fold),
    );
  }).flat();
}

/** Judges each item by what was learnt from those before it, as it would have been day by day. */
export function walked(untaught: () => LocalTriage, items: readonly LabelledItem[]): readonly JudgedItem[] {
  const triage = untaught();
  return items.map((item) => {
    const result = triage.triage(item.text);
    triage.learn(item);
    return { item, result };
  });
}

/** FNV-1a of the id, mixed, so that ids in a row come into different folds. */
export function foldOf(id: string, count = folds): number {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) % count;
}

/** What came of it, field by field; a field of which no truth is known, or nothing was said, has no report. */
export function reportsOn(items: readonly JudgedItem[]): readonly FieldReport[] {
  return taughtFields.flatMap((field) => {
    const judgements = items.flatMap(({ item, result }) => judgementOf(field, item, result));
    return judgements.some(({ said }) => said !== unsaid) ? [reportOf(field, judgements)] : [];
  });
}

/** What was said of a field. */
export function guessOf(field: TaughtName, result: TriageResult): Guess<string> | undefined {
  const guess = result[field];
  return guess && { ...guess, value: String(guess.value) };
}

function judgementOf(field: TaughtName, { truth }: LabelledItem, result: TriageResult): readonly Judgement[] {
  const label = truth[field];
  if (label === undefined) return [];
  const { value: said = unsaid, confidence = 0 } = guessOf(field, result) ?? {};
  return [{ truth: label, said, confidence, isRight: said === label }];
}

function reportOf(field: TaughtName, judgements: readonly Judgement[]): FieldReport {
  const surest = judgements.toSorted((a, b) => b.confidence - a.confidence);
  const curve = Array.from({ length: 10 }, (_, step) => {
    const coverage = (10 - step) / 10;
    const taken = surest.slice(0, Math.max(1, Math.round(coverage * surest.length)));
    return { coverage, accuracy: shareRight(taken), surerThan: taken.at(-1)?.confidence ?? 0 };
  });
  return {
    field,
    items: judgements.length,
    accuracy: shareRight(judgements),
    curve,
    calibrationError: expectedCalibrationError(judgements),
    reliability: reliabilityTable(judgements),
    confusions: confusionsIn(judgements),
  };
}

function shareRight(judgements: readonly Outcome[]): number {
  return judgements.filter(({ isRight }) => isRight).length / judgements.length;
}

const mostConfusions = 10;

function confusionsIn(judgements: readonly Judgement[]): FieldReport['confusions'] {
  const counts = new Map<string, { truth: string; said: string; items: number }>();
  for (const { truth, said, isRight } of judgements) {
    if (isRight) continue;
    const key = JSON.stringify([truth, said]);
    const known = counts.get(key) ?? { truth, said, items: 0 };
    known.items += 1;
    counts.set(key, known);
  }
  return [...counts.values()].toSorted((a, b) => b.items - a.items).slice(0, mostConfusions);
}

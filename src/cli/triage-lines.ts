import { type FieldReport, guessOf, type JudgedItem } from '../triage/backtest.ts';
import { taughtFields } from '../triage/first-sight.ts';
import { aligned } from './replay-lines.ts';

/** A judged message as one line of JSON: what was said of each field, and how sure that was. */
export function jsonLine({ item, result }: JudgedItem): string {
  const guesses = [...taughtFields, 'language' as const].flatMap((field) => {
    const guess = field === 'language' ? result.language : guessOf(field, result);
    return guess ? [{ field, confidence: Math.round(guess.confidence * 1e4) / 1e4 }] : [];
  });
  const predicted = Object.fromEntries(
    guesses.map(({ field }) => [field, field === 'language' ? result.language.value : result[field]?.value]),
  );
  return JSON.stringify({
    id: item.id,
    predicted: { ...predicted, title: result.title, missing: result.missing },
    confidence: Object.fromEntries(guesses.map(({ field, confidence }) => [field, confidence])),
    by: result.by,
  });
}

/** A backtest as lines for a terminal: a table of all fields, then what stands behind each. */
export function reportLines(
  reports: readonly FieldReport[],
  preface: readonly string[],
  cost: readonly string[] = ['Cost: 0. Nothing left this machine.'],
): readonly string[] {
  if (reports.length === 0) return [...preface, 'No truth is known of what was said: nothing can be measured.'];
  return [
    ...preface,
    '',
    ...aligned([
      ['field', 'items', 'right', 'of the surest 80 %', 'calibration error'],
      ...reports.map((report) => [
        report.field,
        String(report.items),
        percent(report.accuracy),
        percent(accuracyAt(report, 0.8)),
        percent(report.calibrationError),
      ]),
    ]),
    ...reports.flatMap(details),
    '',
    ...cost,
  ];
}

export function accuracyAt({ curve, accuracy }: FieldReport, coverage: number): number {
  return curve.find((point) => Math.abs(point.coverage - coverage) < 0.001)?.accuracy ?? accuracy;
}

function details({ field, curve, reliability, confusions }: FieldReport): readonly string[] {
  return [
    '',
    ...aligned([
      [`${field}: coverage`, 'right', 'surer than'],
      ...curve.map((point) => [`  ${percent(point.coverage, 0)}`, percent(point.accuracy), percent(point.surerThan)]),
    ]),
    ...aligned([
      [`${field}: as sure as`, 'items', 'said', 'right'],
      ...reliability.map(({ from, to, guesses, said, right }) => [
        `  ${percent(from, 0)} – ${percent(to, 0)}`,
        String(guesses),
        percent(said),
        percent(right),
      ]),
    ]),
    ...(confusions.length > 0 ? [`${field}: most often confused`] : []),
    ...aligned(
      confusions.map(({ truth, said, items }) => [`  ${items}`, `is ${truth}`, `said ${said}`]),
      'left',
    ),
  ];
}

const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

import { z } from 'zod';
import type { DeskConfig } from '../config/desk-config.ts';
import { type Level, priorities, type TicketKind, ticketKinds } from '../tickets/ticket.ts';
import { acts, type Guess, type IssueKind, type TriageResult } from './assistant.ts';
import { type FirstSight, firstSight, isIssueAct, type TaughtName, taughtFields } from './first-sight.ts';
import type { LanguageDetector } from './language-of.ts';
import { missingFacts } from './missing-facts.ts';
import { type SavedField, TaughtField } from './taught-field.ts';
import { titleFrom } from './title.ts';

/** A message, and what people say it is; what nobody said teaches nothing. */
export interface Lesson {
  readonly text: string;
  readonly truth: Readonly<Partial<Record<TaughtName, string>>>;
}

export interface SavedTriage {
  readonly version: 1;
  readonly fields: Readonly<Record<string, SavedField>>;
}
const savedTriage = z.object({ version: z.literal(1), fields: z.record(z.string(), z.unknown()) });

type Guesses = Readonly<Partial<Record<TaughtName, Guess<string>>>>;

/** What triage says, and what the rules alone say; the same as long as nothing was learnt. */
export interface Judgement {
  readonly result: TriageResult;
  readonly rules: TriageResult;
  /** What kind of ticket the rules would make of it. */
  readonly ticketKind: Guess<TicketKind>;
}

/**
 * Triage on this machine: everyday words of five languages, and what it was taught. Nothing leaves it and nothing is asked
 * of anybody; a message takes well under a millisecond.
 */
export class LocalTriage {
  readonly #config: () => DeskConfig;
  readonly #detect: LanguageDetector | undefined;
  readonly #fields: Map<TaughtName, TaughtField>;

  /** @param detect see `loadLanguageDetector`; without it a language is told by its commonest words */
  constructor(config: () => DeskConfig, detect?: LanguageDetector, saved?: unknown) {
    this.#config = config;
    this.#detect = detect;
    this.#fields = fieldsFrom(saved);
  }

  triage(text: string): TriageResult {
    return this.#decide(text, this.#look(text));
  }

  judge(text: string): Judgement {
    const sight = this.#look(text);
    return {
      result: this.#decide(text, sight),
      rules: resultOf(text, sight, sight.rules),
      ticketKind: sight.ticketKind,
    };
  }

  #decide(text: string, sight: FirstSight): TriageResult {
    const guesses = Object.fromEntries(
      taughtFields.flatMap((name) => {
        const guess = this.#fields.get(name)?.decide(sight.features, sight.rules[name]) ?? sight.rules[name];
        return guess ? [[name, guess]] : [];
      }),
    );
    return resultOf(text, sight, guesses);
  }

  /** Learns what people said of one message. */
  learn({ text, truth }: Lesson): void {
    const { features, rules } = this.#look(text);
    for (const [name, label] of labelsOf(truth)) this.#field(name).learn({ features, rules: rules[name], label });
  }

  /** Learns many at once, and from them how sure it may be. */
  teach(lessons: readonly Lesson[]): void {
    const seen = lessons.map(({ text, truth }) => ({ ...this.#look(text), truth: new Map(labelsOf(truth)) }));
    for (const name of taughtFields) {
      const examples = seen.flatMap(({ features, rules, truth }) => {
        const label = truth.get(name);
        return label === undefined ? [] : [{ features, rules: rules[name], label }];
      });
      if (examples.length > 0) this.#field(name).learnAll(examples);
    }
  }

  /** Somebody changed what was taught before of the same message. */
  correct({ text, truth }: Lesson, before: Lesson['truth']): void {
    const { features, rules } = this.#look(text);
    const earlier = new Map(labelsOf(before));
    for (const [name, label] of labelsOf(truth)) {
      const from = earlier.get(name);
      const example = { features, rules: rules[name], label };
      if (from === undefined) this.#field(name).learn(example);
      else if (from !== label) this.#field(name).correct(example, from);
    }
  }

  /** Takes back what was taught of a message. */
  forget({ text, truth }: Lesson): void {
    const { features } = this.#look(text);
    for (const [name, label] of labelsOf(truth)) this.#fields.get(name)?.forget(features, label);
  }

  toJSON(): SavedTriage {
    return { version: 1, fields: Object.fromEntries([...this.#fields].map(([name, field]) => [name, field.toJSON()])) };
  }

  #look(text: string): FirstSight {
    return firstSight(text, this.#config(), this.#detect);
  }

  #field(name: TaughtName): TaughtField {
    const field = this.#fields.get(name) ?? new TaughtField();
    this.#fields.set(name, field);
    return field;
  }
}

/** @throws ZodError when it is not what {@link LocalTriage.toJSON} gave */
function fieldsFrom(saved: unknown): Map<TaughtName, TaughtField> {
  if (saved === undefined) return new Map();
  const { fields } = savedTriage.parse(saved);
  return new Map(
    taughtFields.flatMap((name): [TaughtName, TaughtField][] =>
      Object.hasOwn(fields, name) ? [[name, TaughtField.fromJSON(fields[name])]] : [],
    ),
  );
}

function labelsOf(truth: Lesson['truth']): readonly [TaughtName, string][] {
  const isIssue = truth.isIssue ?? (truth.act === undefined ? undefined : String(isIssueAct(truth.act)));
  const whole = { ...truth, isIssue };
  return taughtFields.flatMap((name): [TaughtName, string][] => {
    const label = whole[name];
    return label === undefined || label === '' ? [] : [[name, label]];
  });
}

function resultOf(text: string, { language, languages }: FirstSight, guesses: Guesses): TriageResult {
  const act = one(acts, guesses.act) ?? { value: 'issue', confidence: 0.5, by: 'rules' };
  const kind = one(kinds, guesses.kind) ?? { value: 'incident', confidence: 0.5, by: 'rules' };
  const { service, team, category, intent } = guesses;
  const priority = one(priorities, guesses.priority);
  return {
    isIssue: isIssueBy(act, guesses.isIssue),
    act,
    kind,
    ...(service ? { service } : {}),
    ...(team ? { team } : {}),
    ...(category ? { category } : {}),
    ...(intent ? { intent } : {}),
    impact: level(guesses.impact, 3),
    urgency: level(guesses.urgency, 2),
    ...(priority ? { priority } : {}),
    title: titleFrom(text, ''),
    language,
    missing: missingFacts(text, { act: act.value, kind: kind.value, hasService: service !== undefined, languages }),
    by: 'local',
  };
}

const kinds: readonly IssueKind[] = [...ticketKinds, 'question'];
const levels = ['1', '2', '3'] as const;
const levelNumbers = { '1': 1, '2': 2, '3': 3 } as const;

/** A guess of a closed set; a label that was taught and is none of it is left out. */
function one<Value extends string>(
  values: readonly Value[],
  guess: Guess<string> | undefined,
): Guess<Value> | undefined {
  const value = values.find((known) => known === guess?.value);
  return guess && value !== undefined ? { ...guess, value } : undefined;
}

function level(guess: Guess<string> | undefined, usual: Level): Guess<Level> {
  const known = one(levels, guess);
  return known ? { ...known, value: levelNumbers[known.value] } : { value: usual, confidence: 0.5, by: 'rules' };
}

/** Whether it is an issue follows from the act; how sure that is was learnt by itself. */
function isIssueBy(act: TriageResult['act'], guess: Guess<string> | undefined): Guess<boolean> {
  const value = isIssueAct(act.value);
  const agrees = guess?.value === String(value);
  return { value, confidence: agrees ? guess.confidence : Math.min(0.5, act.confidence), by: guess?.by ?? act.by };
}

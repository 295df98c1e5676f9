import { z } from 'zod';
import type { Guess } from './assistant.ts';
import { Calibrator, type Outcome, type SavedCalibrator } from './calibration.ts';
import type { Features } from './features.ts';
import { OnlineClassifier, type SavedClassifier } from './online-classifier.ts';

/** A message whose true label is known, and what the rules said of it. */
export interface Example {
  readonly features: Features;
  readonly rules: Guess<string> | undefined;
  readonly label: string;
}

const savedField = z.object({ classifier: z.unknown(), rules: z.unknown(), learnt: z.unknown(), chosen: z.unknown() });
export interface SavedField {
  readonly classifier: SavedClassifier;
  readonly rules: SavedCalibrator;
  readonly learnt: SavedCalibrator;
  readonly chosen: SavedCalibrator;
}

/** With fewer examples the rules alone are asked. */
const fewestExamples = 20;
/** So many examples are tried again after a lesson. */
const mostRehearsed = 1000;

/** One field of what triage says: rules and what was learnt, of which the surer one speaks, as sure as it has proved to be. */
export class TaughtField {
  #classifier = new OnlineClassifier();
  #rules = new Calibrator();
  #learnt = new Calibrator();
  #chosen = new Calibrator();

  get examples(): number {
    return this.#classifier.examples;
  }

  decide(features: Features, rules: Guess<string> | undefined): Guess<string> | undefined {
    const choice = this.#choose(this.#learntGuess(features), rules);
    return choice && { ...choice, confidence: this.#chosen.calibrated(choice.confidence) };
  }

  /** Learns one example; how sure it was of it before counts for how sure it will be. */
  learn(example: Example): void {
    const raw = this.#learntGuess(example.features);
    for (const { calibrator, outcomes } of this.#tried([{ example, raw }]))
      for (const outcome of outcomes()) calibrator.record(outcome);
    this.#classifier.learn(example.features, example.label);
  }

  /** Learns many, and tries each as if it had not been learnt: that says how sure it may be. */
  learnAll(examples: readonly Example[]): void {
    for (const { features, label } of examples) this.#classifier.learn(features, label);
    const rehearsed = examples.slice(-mostRehearsed).map((example) => ({ example, raw: this.#guessWithout(example) }));
    for (const { calibrator, outcomes } of this.#tried(rehearsed)) calibrator.replace(outcomes());
  }

  /** @param from the label that it was taught for the same message before */
  correct(example: Example, from: string): void {
    this.#classifier.forget(example.features, from);
    this.learn(example);
  }

  /** How sure it was of it goes on counting. */
  forget(features: Features, label: string): void {
    this.#classifier.forget(features, label);
  }

  #choose(raw: Guess<string> | undefined, rules: Guess<string> | undefined): Guess<string> | undefined {
    const ofRules = rules && { ...rules, confidence: this.#rules.calibrated(rules.confidence) };
    const ofLearnt = raw && { ...raw, confidence: this.#learnt.calibrated(raw.confidence) };
    if (!ofRules || !ofLearnt) return ofRules ?? ofLearnt;
    return ofLearnt.confidence >= ofRules.confidence ? ofLearnt : ofRules;
  }

  #learntGuess(features: Features): Guess<string> | undefined {
    const { examples } = this.#classifier;
    const [best] = examples < fewestExamples ? [] : this.#classifier.predict(features);
    return best && { value: best.label, confidence: (best.chance * examples) / (examples + 3), by: 'learnt' };
  }

  #guessWithout({ features, label }: Example): Guess<string> | undefined {
    this.#classifier.forget(features, label);
    const guess = this.#learntGuess(features);
    this.#classifier.learn(features, label);
    return guess;
  }

  /** Each of the two is measured first, then the choice between them, which depends on what the two are worth. */
  #tried(tries: readonly { readonly example: Example; readonly raw: Guess<string> | undefined }[]) {
    const outcomesOf = (guessOf: (one: (typeof tries)[number]) => Guess<string> | undefined) => () =>
      tries.flatMap((one): Outcome[] => {
        const guess = guessOf(one);
        return guess ? [{ confidence: guess.confidence, isRight: guess.value === one.example.label }] : [];
      });
    return [
      { calibrator: this.#rules, outcomes: outcomesOf(({ example }) => example.rules) },
      { calibrator: this.#learnt, outcomes: outcomesOf(({ raw }) => raw) },
      { calibrator: this.#chosen, outcomes: outcomesOf(({ example, raw }) => this.#choose(raw, example.rules)) },
    ];
  }

  toJSON(): SavedField {
    return {
      classifier: this.#classifier.toJSON(),
      rules: this.#rules.toJSON(),
      learnt: this.#learnt.toJSON(),
      chosen: this.#chosen.toJSON(),
    };
  }

  /** @throws ZodError when it is not what {@link toJSON} gave */
  static fromJSON(saved: unknown): TaughtField {
    const { classifier, rules, learnt, chosen } = savedField.parse(saved);
    const field = new TaughtField();
    field.#classifier = OnlineClassifier.fromJSON(classifier);
    field.#rules = Calibrator.fromJSON(rules);
    field.#learnt = Calibrator.fromJSON(learnt);
    field.#chosen = Calibrator.fromJSON(chosen);
    return field;
  }
}

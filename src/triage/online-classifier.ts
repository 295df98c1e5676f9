import { z } from 'zod';
import type { Features } from './features.ts';

export interface LabelChance {
  readonly label: string;
  /** 0 to 1; those of all labels add up to 1. */
  readonly chance: number;
}

export interface ClassifierLimits {
  /** How many counts are kept, of a feature with a label each; beyond it the smallest go first. */
  readonly mostCounts?: number;
  /** Beyond it a new label is not learnt. */
  readonly mostLabels?: number;
}

const savedClassifier = z.object({
  /** Label, examples, then feature and count in turns. */
  labels: z.array(z.tuple([z.string(), z.number().int().nonnegative(), z.array(z.number().int().nonnegative())])),
});
export type SavedClassifier = z.infer<typeof savedClassifier>;

/** What may hide a label of little data behind one of much is taken out: every label counts the same, however frequent. */
const smoothing = 3;
const smoothedTotal = smoothing * 20_000;
/** How far the evidence of a message, whose features have the length 1000, may lead. */
const evidence = 3 / 1000;

/**
 * Learns labels from examples, one by one: naive Bayes on counts, each label against all others. The labels are an open
 * set. As it only counts, the order of examples does not matter and an example can be taken back exactly, as long as the
 * limit of counts is not reached.
 */
export class OnlineClassifier {
  /** Feature → label → count. */
  readonly #counts = new Map<number, Map<string, number>>();
  readonly #labels = new Map<string, { examples: number; total: number }>();
  readonly #limits: Required<ClassifierLimits>;
  #size = 0;

  constructor({ mostCounts = 400_000, mostLabels = 300 }: ClassifierLimits = {}) {
    this.#limits = { mostCounts, mostLabels };
  }

  /** How many examples it knows. */
  get examples(): number {
    return [...this.#labels.values()].reduce((sum, { examples }) => sum + examples, 0);
  }

  get labels(): readonly string[] {
    return [...this.#labels.keys()].toSorted();
  }

  learn(features: Features, label: string): void {
    const known = this.#labels.get(label) ?? { examples: 0, total: 0 };
    if (known.examples === 0 && this.#labels.size >= this.#limits.mostLabels) return;
    this.#labels.set(label, known);
    known.examples += 1;
    for (const [feature, weight] of features) this.#add(feature, label, weight);
    if (this.#size > this.#limits.mostCounts) this.#prune();
  }

  /** Takes an example back that was learnt; of a label that is not known it takes nothing. */
  forget(features: Features, label: string): void {
    const known = this.#labels.get(label);
    if (!known) return;
    known.examples -= 1;
    for (const [feature, weight] of features) this.#add(feature, label, -weight);
    if (known.examples > 0) return;
    for (const [feature] of this.#counts) this.#add(feature, label, Number.NEGATIVE_INFINITY);
    this.#labels.delete(label);
  }

  correct(features: Features, from: string, to: string): void {
    this.forget(features, from);
    this.learn(features, to);
  }

  /** @returns every label that it knows, the likeliest first; none when it knows none */
  predict(features: Features): readonly LabelChance[] {
    const scores = this.#scores(features);
    const highest = Math.max(...scores.values());
    const odds = [...scores].map(([label, score]) => ({ label, odds: Math.exp(score - highest) }));
    const sum = odds.reduce((total, one) => total + one.odds, 0);
    return odds
      .map((one) => ({ label: one.label, chance: one.odds / sum }))
      .sort((a, b) => b.chance - a.chance || (a.label < b.label ? -1 : 1));
  }

  /** How many times likelier with the label than with all others, as a logarithm. */
  #scores(features: Features): Map<string, number> {
    const sums = new Map([...this.#labels.keys()].map((label) => [label, 0]));
    let seen = 0;
    for (const [feature, weight] of features) {
      const counts = this.#counts.get(feature);
      if (!counts) continue;
      seen += weight;
      let all = smoothing;
      for (const count of counts.values()) all += count;
      // A label without the feature would add log(smoothing / all): all labels alike, so only the difference counts.
      for (const [label, count] of counts) {
        const more = Math.log(((count + smoothing) * all) / (smoothing * (all - count)));
        sums.set(label, (sums.get(label) ?? 0) + weight * more);
      }
    }
    const total = [...this.#labels.values()].reduce((sum, one) => sum + one.total, 2 * smoothedTotal);
    for (const [label, known] of this.#labels) {
      const share = Math.log((known.total + smoothedTotal) / (total - known.total - smoothedTotal));
      sums.set(label, evidence * ((sums.get(label) ?? 0) - seen * share));
    }
    return sums;
  }

  #add(feature: number, label: string, weight: number): void {
    const counts = this.#counts.get(feature) ?? new Map<string, number>();
    const before = counts.get(label) ?? 0;
    const after = Math.max(0, before + weight);
    if (after > 0) counts.set(label, after);
    else counts.delete(label);
    if (counts.size > 0) this.#counts.set(feature, counts);
    else this.#counts.delete(feature);
    this.#size += Number(after > 0) - Number(before > 0);
    const known = this.#labels.get(label);
    if (known) known.total += after - before;
  }

  /** Leaves nine tenths of what may be kept, so that it need not be done after every example. */
  #prune(): void {
    const all = [...this.#counts].flatMap(([feature, counts]) =>
      [...counts].map(([label, count]) => ({ feature, label, count })),
    );
    all.sort((a, b) => a.count - b.count || a.feature - b.feature);
    const tooMany = all.length - Math.floor(0.9 * this.#limits.mostCounts);
    for (const { feature, label, count } of all.slice(0, tooMany)) this.#add(feature, label, -count);
  }

  toJSON(): SavedClassifier {
    const features = new Map(this.labels.map((label): [string, number[]] => [label, []]));
    for (const [feature, counts] of [...this.#counts].sort(([one], [other]) => one - other))
      for (const [label, count] of counts) features.get(label)?.push(feature, count);
    return {
      labels: [...features].map(([label, counts]) => [label, this.#labels.get(label)?.examples ?? 0, counts]),
    };
  }

  /** @throws ZodError when it is not what {@link toJSON} gave */
  static fromJSON(saved: unknown, limits: ClassifierLimits = {}): OnlineClassifier {
    const classifier = new OnlineClassifier(limits);
    for (const [label, examples, counts] of savedClassifier.parse(saved).labels) {
      classifier.#labels.set(label, { examples, total: 0 });
      for (let at = 0; at + 1 < counts.length; at += 2) classifier.#add(counts[at] ?? 0, label, counts[at + 1] ?? 0);
    }
    return classifier;
  }
}

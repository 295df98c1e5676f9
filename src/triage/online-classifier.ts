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

interface Label {
  readonly name: string;
  /** Where it stands in the scores. */
  readonly index: number;
  examples: number;
  total: number;
}

/**
 * Learns labels from examples, one by one: naive Bayes on counts, each label against all others. The labels are an open
 * set. As it only counts, the order of examples does not matter and an example can be taken back exactly, as long as the
 * limit of counts is not reached.
 */
export class OnlineClassifier {
  /** Feature → index of a label and its count, in turns: there are many, and most have one or two. */
  readonly #features = new Map<number, number[]>();
  readonly #labels = new Map<string, Label>();
  readonly #limits: Required<ClassifierLimits>;
  #size = 0;

  constructor({ mostCounts = 200_000, mostLabels = 300 }: ClassifierLimits = {}) {
    this.#limits = { mostCounts, mostLabels };
  }

  /** How many examples it knows. */
  get examples(): number {
    return [...this.#labels.values()].reduce((sum, { examples }) => sum + examples, 0);
  }

  get labels(): readonly string[] {
    return [...this.#labels.keys()].toSorted();
  }

  learn(features: Features, name: string): void {
    const label = this.#labels.get(name) ?? this.#newLabel(name);
    if (!label) return;
    label.examples += 1;
    for (const [feature, weight] of features) this.#add(feature, label, weight);
    if (this.#size > this.#limits.mostCounts) this.#prune();
  }

  /** Takes an example back that was learnt; of a label that is not known it takes nothing. */
  forget(features: Features, name: string): void {
    const label = this.#labels.get(name);
    if (!label) return;
    label.examples -= 1;
    for (const [feature, weight] of features) this.#add(feature, label, -weight);
    if (label.examples > 0) return;
    // Counts are left over only where an example is taken back that was not learnt.
    if (label.total > 0) for (const feature of this.#features.keys()) this.#add(feature, label, -label.total);
    this.#labels.delete(name);
  }

  correct(features: Features, from: string, to: string): void {
    this.forget(features, from);
    this.learn(features, to);
  }

  /** @returns every label that it knows, the likeliest first; none when it knows none */
  predict(features: Features): readonly LabelChance[] {
    const scores = this.#scores(features);
    const known = [...this.#labels.values()].map(({ name, index }) => ({ label: name, score: scores[index] ?? 0 }));
    const highest = Math.max(...known.map(({ score }) => score));
    const odds = known.map(({ label, score }) => ({ label, odds: Math.exp(score - highest) }));
    const sum = odds.reduce((total, one) => total + one.odds, 0);
    return odds
      .map((one) => ({ label: one.label, chance: one.odds / sum }))
      .sort((a, b) => b.chance - a.chance || (a.label < b.label ? -1 : 1));
  }

  /** How many times likelier with each label than with all others, as a logarithm. */
  #scores(features: Features): Float64Array {
    const scores = new Float64Array(this.#limits.mostLabels);
    let seen = 0;
    for (const [feature, weight] of features) {
      const counts = this.#features.get(feature);
      if (!counts) continue;
      seen += weight;
      let all = smoothing;
      for (let at = 1; at < counts.length; at += 2) all += counts[at] ?? 0;
      // A label without the feature would add log(smoothing / all): all labels alike, so only the difference counts.
      for (let at = 0; at < counts.length; at += 2) {
        const index = counts[at] ?? 0;
        const count = counts[at + 1] ?? 0;
        const more = Math.log(((count + smoothing) * all) / (smoothing * (all - count)));
        scores[index] = (scores[index] ?? 0) + weight * more;
      }
    }
    const total = [...this.#labels.values()].reduce((sum, one) => sum + one.total, 2 * smoothedTotal);
    for (const label of this.#labels.values()) {
      const share = Math.log((label.total + smoothedTotal) / (total - label.total - smoothedTotal));
      scores[label.index] = evidence * ((scores[label.index] ?? 0) - seen * share);
    }
    return scores;
  }

  #newLabel(name: string): Label | undefined {
    const taken = new Set([...this.#labels.values()].map(({ index }) => index));
    const index = Array.from({ length: this.#limits.mostLabels }, (_, at) => at).find((at) => !taken.has(at));
    if (index === undefined) return undefined;
    const label = { name, index, examples: 0, total: 0 };
    this.#labels.set(name, label);
    return label;
  }

  #add(feature: number, label: Label, weight: number): void {
    const counts = this.#features.get(feature) ?? [];
    let at = 0;
    while (at < counts.length && counts[at] !== label.index) at += 2;
    const before = counts[at + 1] ?? 0;
    const after = Math.max(0, before + weight);
    if (after === before) return;
    label.total += after - before;
    this.#size += Number(after > 0) - Number(before > 0);
    if (after === 0) counts.splice(at, 2);
    else counts.splice(at, 2, label.index, after);
    if (counts.length === 0) this.#features.delete(feature);
    else this.#features.set(feature, counts);
  }

  /** Leaves nine tenths of what may be kept, so that it need not be done after every example. */
  #prune(): void {
    const all = this.#entries();
    all.sort((a, b) => a.count - b.count || a.feature - b.feature);
    const tooMany = all.length - Math.floor(0.9 * this.#limits.mostCounts);
    for (const { feature, label, count } of all.slice(0, tooMany)) this.#add(feature, label, -count);
  }

  #entries(): { feature: number; label: Label; count: number }[] {
    const labels = new Map([...this.#labels.values()].map((label) => [label.index, label]));
    const found: { feature: number; label: Label; count: number }[] = [];
    for (const [feature, counts] of this.#features)
      for (let at = 0; at < counts.length; at += 2) {
        const label = labels.get(counts[at] ?? -1);
        if (label) found.push({ feature, label, count: counts[at + 1] ?? 0 });
      }
    return found;
  }

  toJSON(): SavedClassifier {
    const pairs = new Map(this.labels.map((name): [string, number[]] => [name, []]));
    for (const { feature, label, count } of this.#entries().sort((a, b) => a.feature - b.feature))
      pairs.get(label.name)?.push(feature, count);
    return { labels: [...pairs].map(([name, counts]) => [name, this.#labels.get(name)?.examples ?? 0, counts]) };
  }

  /** @throws ZodError when it is not what {@link toJSON} gave */
  static fromJSON(saved: unknown, limits: ClassifierLimits = {}): OnlineClassifier {
    const classifier = new OnlineClassifier(limits);
    for (const [name, examples, counts] of savedClassifier.parse(saved).labels) {
      const label = classifier.#newLabel(name);
      if (!label) continue;
      label.examples = examples;
      for (let at = 0; at + 1 < counts.length; at += 2) classifier.#add(counts[at] ?? 0, label, counts[at + 1] ?? 0);
    }
    return classifier;
  }
}

/** Texts as counted features, compared by the cosine of their angles; rare features count more. */
export class Neighbours {
  readonly #postings = new Map<string, { readonly documents: number[]; readonly weights: number[] }>();
  readonly #size: number;

  constructor(documents: readonly ReadonlyMap<string, number>[]) {
    this.#size = documents.length;
    for (const [number, features] of documents.entries())
      for (const feature of features.keys()) this.#of(feature).documents.push(number);
    for (const features of documents) {
      const length = this.#lengthOf(features);
      for (const [feature, count] of features) this.#of(feature).weights.push(this.#weight(feature, count) / length);
    }
  }

  /** The cosine with each document that has anything in common, 0 to 1. */
  of(features: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
    const cosines = new Map<number, number>();
    const length = this.#lengthOf(features);
    for (const [feature, count] of features) {
      const postings = this.#postings.get(feature);
      if (!postings) continue;
      const weight = this.#weight(feature, count) / length;
      for (const [at, document] of postings.documents.entries())
        cosines.set(document, (cosines.get(document) ?? 0) + weight * (postings.weights[at] ?? 0));
    }
    return cosines;
  }

  #of(feature: string) {
    const known = this.#postings.get(feature);
    if (known) return known;
    const fresh = { documents: [], weights: [] };
    this.#postings.set(feature, fresh);
    return fresh;
  }

  #lengthOf(features: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [feature, count] of features) sum += this.#weight(feature, count) ** 2;
    return Math.sqrt(sum) || 1;
  }

  #weight(feature: string, count: number): number {
    const documents = this.#postings.get(feature)?.documents.length ?? 0;
    return (1 + Math.log(count)) * Math.log(1 + (this.#size + 1) / (documents + 0.5));
  }
}

import type { Language } from './languages.ts';
import type { Reading } from './vocabulary.ts';
import { termsIn } from './words-of.ts';

const weight = 0.9;

interface Member {
  readonly terms: readonly string[];
  readonly group: number;
}

/** Words and phrases that mean the same as others. */
export class Synonyms {
  readonly #byFirst = new Map<string, Member[]>();
  readonly #groups: readonly (readonly (readonly string[])[])[];

  /** @param languages in which the words are brought to their stems */
  constructor(groups: readonly (readonly string[])[], languages: readonly Language[]) {
    this.#groups = groups.map((group) =>
      group
        .flatMap((phrase) => languages.map((language) => termsIn(phrase, language)))
        .filter(({ length }) => length > 0),
    );
    for (const [group, members] of this.#groups.entries())
      for (const terms of members) {
        const first = terms[0] ?? '';
        this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { terms, group }]);
      }
  }

  /**
   * What the words of a question that begin at one place may mean as well.
   * @param words the terms of each word, of which any will do
   */
  readingsAt(words: readonly (readonly string[])[], at: number): readonly Reading[] {
    const groups = new Set<number>();
    for (const first of words[at] ?? [])
      for (const { terms, group } of this.#byFirst.get(first) ?? [])
        if (terms.every((term, offset) => words[at + offset]?.includes(term))) groups.add(group);
    return [...groups].flatMap((group) => (this.#groups[group] ?? []).map((terms) => ({ terms, weight })));
  }
}

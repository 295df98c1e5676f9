import type { Gist } from './gist.ts';
import { isNearly } from './likeness.ts';

/** Two words that nearly are the same share their first or their last letters. */
const shared = 3;

/** Which reports have a term, or nearly have it, without looking at all the others. */
export class TermIndex {
  readonly #ids = new Map<string, Set<string>>();
  readonly #alike = new Map<string, Set<string>>();

  add(id: string, { terms }: Gist): void {
    for (const term of terms.keys()) {
      into(this.#ids, term, id);
      for (const end of endsOf(term)) into(this.#alike, end, term);
    }
  }

  remove(id: string, { terms }: Gist): void {
    for (const term of terms.keys()) {
      outOf(this.#ids, term, id);
      if (!this.#ids.has(term)) for (const end of endsOf(term)) outOf(this.#alike, end, term);
    }
  }

  /**
   * Reports that share a term with the gist, those that share most first, of these the latest. That something is wrong is
   * in all of them, and counts for nothing.
   */
  sharing({ terms }: Gist): readonly string[] {
    const shares = new Map<string, number>();
    for (const [term, weight] of terms) {
      if (term === 'fault') continue;
      for (const near of this.#near(term))
        for (const id of this.#ids.get(near) ?? []) shares.set(id, (shares.get(id) ?? 0) + weight);
    }
    return [...shares]
      .reverse()
      .sort(([, one], [, other]) => other - one)
      .map(([id]) => id);
  }

  #near(term: string): ReadonlySet<string> {
    const near = new Set([term]);
    for (const end of endsOf(term))
      for (const other of this.#alike.get(end) ?? []) if (isNearly(term, other)) near.add(other);
    return near;
  }
}

function endsOf(term: string): readonly string[] {
  return [`${term.slice(0, shared)}…`, `…${term.slice(-shared)}`];
}

function into(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function outOf(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  known?.delete(value);
  if (known?.size === 0) map.delete(key);
}

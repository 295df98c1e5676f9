/** So many are remembered, the latest. */
const mostKnown = 20_000;

/**
 * Where documents with a text as their `_id` were seen last: a hint, which saves whoever asks for one document the way through
 * an index. It may be out of date; whoever follows it looks whether the document is the one that is meant.
 */
export class KnownRecords {
  readonly #records = new Map<string, number>();

  recordOf(collection: number, id: string): number | undefined {
    return this.#records.get(keyOf(collection, id));
  }

  note(collection: number, id: unknown, record: number): void {
    if (typeof id !== 'string') return;
    const key = keyOf(collection, id);
    this.#records.set(key, record);
    if (this.#records.size <= mostKnown) return;
    const [oldest] = this.#records.keys();
    if (oldest !== undefined) this.#records.delete(oldest);
  }
}

function keyOf(collection: number, id: string): string {
  return `${collection}:${id}`;
}
